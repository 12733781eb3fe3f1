import TingWorkflow

extension ProposalEvent {
    /// The word for what happened, as the minutes keep it.
    public var type: String {
        switch fact {
        case .proposed: "proposed"
        case .entered: "entered"
        case .left: "left"
        case .clockMoved: "clock-moved"
        case .acted: "acted"
        case .commented: "commented"
        case .amended: "amended"
        case .optionOffered: "option-offered"
        case .optionSeconded: "option-seconded"
        case .classified: "classified"
        case .asked: "asked"
        case .reckoned: "reckoned"
        case .otherEnded: "other-ended"
        case .voteOpened: "vote-opened"
        case .voteClosed: "vote-closed"
        case .finished: "finished"
        }
    }

    /// The event as the minutes keep it, without the envelope.
    public var json: JSON {
        var keys: [String: JSON]
        switch fact {
        case .proposed(let event): keys = event.keys
        case .entered(let event): keys = event.keys
        case .left(let event):
            keys = ["state": .string(event.state), "to": .string(event.to)]
            keys.set("outcome", event.outcome)
            keys.set("action", event.action)
        case .clockMoved(let event):
            keys = ["to": .integer(event.to.seconds), "why": .string(event.why)]
            keys.set("from", event.from)
            keys.set("earliest", event.earliest)
        case .acted(let deed):
            keys = ["verb": .string(deed.verb), "by": .string(deed.by)]
            keys.set("choice", deed.choice)
            keys.set("reason", deed.reason)
            keys.set("date", deed.date)
            keys.set("number", deed.number)
            keys.set("title", deed.title)
            keys.set("text", deed.text)
        case .commented(let event):
            keys = [
                "number": .integer(event.number), "by": .string(event.by), "text": .string(event.text.hex),
            ]
        case .amended(let event):
            keys = [
                "version": .integer(event.version), "by": .string(event.by), "title": .string(event.title),
                "text": .string(event.text.hex), "sections": .strings(event.sections),
            ]
            keys.set("amounts", event.amounts)
            keys.set("dates", event.dates)
            keys.set("least-sponsors", event.leastSponsors)
            if event.isMinor { keys["change"] = .string("minor") }
        case .optionOffered(let event):
            keys = [
                "letter": .string(event.letter), "by": .string(event.by), "title": .string(event.title),
                "text": .string(event.text.hex), "touches": .strings(event.touches),
            ]
            keys.set("cost", event.cost)
            keys.set("group", event.group)
        case .optionSeconded(let letter, let by): keys = ["letter": .string(letter), "by": .string(by)]
        case .classified(let event):
            keys = ["subjects": .strings(event.subjects), "by": .string(event.by)]
            keys.set("option", event.option)
            keys.set("reason", event.reason)
        case .asked(let event):
            keys = [
                "state": .string(event.state), "visit": .integer(event.visit),
                "members": .strings(event.members),
            ]
        case .otherEnded(let proposal, let result):
            keys = ["proposal": .integer(proposal), "result": .string(result)]
        case .reckoned(let event):
            keys = [
                "state": .string(event.state), "visit": .integer(event.visit),
                "outcome": .string(event.outcome), "lines": .array(event.lines.map(\.json)),
            ]
            keys["objections"] = event.objections.map { .array($0.map(JSON.integer)) }
        case .voteOpened(let event): keys = event.keys
        case .voteClosed(let event):
            keys = [
                "state": .string(event.state), "visit": .integer(event.visit),
                "outcome": .string(event.outcome),
                "winners": .strings(event.winners), "ballots": .integer(event.ballots),
                "tally": .string(event.tally.hex),
            ]
            keys.set("seed", event.seed)
            keys.set("amounts-to", event.amountsTo)
            if let advisory = event.advisory { keys["advisory"] = .integer(advisory) }
        case .finished(let event):
            keys = ["state": .string(event.state), "result": .string(event.result)]
            keys.set("cooldown-until", event.cooldownUntil)
            keys.set("rests-until-next", event.restsUntilNext)
            keys.set("unless-sponsors", event.unlessSponsors)
            keys.set("in-force", event.aftermath.inForce)
            keys.set("report-due", event.aftermath.reportDue)
            keys.set("review-due", event.aftermath.reviewDue)
            keys.set("expires", event.aftermath.expires)
        }
        keys["type"] = .string(type)
        keys["at"] = .integer(at.seconds)
        return .object(keys)
    }
}

extension ProposalEvent.Proposed {
    fileprivate var keys: [String: JSON] {
        var keys: [String: JSON] = [
            "number": .integer(number), "workflow": .string(workflow), "pinned": .string(pinned.hex),
            "author": .string(author), "title": .string(title), "text": .string(text.hex),
            "sections": .strings(sections), "touches": .strings(touches),
        ]
        keys.set("concerns", concerns)
        keys.set("zone", zone)
        keys.set("language", language)
        keys.set("amounts", amounts)
        keys.set("dates", dates)
        keys.set("least-sponsors", leastSponsors)
        return keys
    }
}

extension ProposalEvent.Entered {
    fileprivate var keys: [String: JSON] {
        var keys: [String: JSON] = [
            "state": .string(state), "visit": .integer(visit), "members": .integer(members),
        ]
        keys.set("earliest", earliest)
        keys.set("ends", ends)
        return keys
    }
}

extension ProposalEvent.VoteOpened {
    fileprivate var keys: [String: JSON] {
        var keys: [String: JSON] = [
            "state": .string(state), "visit": .integer(visit), "version": .integer(version),
            "text": .string(text.hex), "subjects": .strings(subjects), "rule": .string(rule),
            "electorate": .string(electorate.hex), "size": .integer(size),
            "classes": .array(
                classes.map { .object(["name": .string($0.name), "size": .integer($0.size)]) }),
            "options": .array(options.map(\.json)), "opens": .integer(opens.seconds),
        ]
        keys.set("closes", closes)
        keys.set("lot", lot)
        keys.set("budget", budget)
        keys.set("present", present)
        return keys
    }
}

extension ProposalEvent.BallotOption {
    fileprivate var json: JSON {
        var keys: [String: JSON] = [
            "letter": .string(letter), "title": .string(title), "touches": .strings(touches),
        ]
        keys.set("text", text)
        keys.set("cost", cost)
        keys.set("group", group)
        return .object(keys)
    }
}
