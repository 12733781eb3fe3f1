import TingWorkflow

extension ProposalEvent {
    /// Reads an event as the minutes keep it; keys of the envelope are passed over.
    ///
    /// - Throws: ``UnreadableEvent`` for an unknown type or a missing key.
    public init(json: JSON) throws(UnreadableEvent) {
        let fields = Fields(json: json)
        let type = try fields.string("type")
        let at = try fields.instant("at")
        switch type {
        case "proposed": self.init(at: at, .proposed(try Proposed(fields)))
        case "entered": self.init(at: at, .entered(try Entered(fields)))
        case "left":
            self.init(
                at: at,
                .left(
                    Left(
                        state: try fields.string("state"), outcome: try fields.optionalString("outcome"),
                        action: try fields.optionalString("action"), to: try fields.string("to"))))
        case "clock-moved":
            self.init(
                at: at,
                .clockMoved(
                    ClockMoved(
                        from: try fields.optionalInstant("from"), to: try fields.instant("to"),
                        earliest: try fields.optionalInstant("earliest"), why: try fields.string("why"))))
        case "acted":
            self.init(
                at: at,
                .acted(
                    Deed(
                        verb: try fields.string("verb"), by: try fields.string("by"), at: at,
                        choice: try fields.optionalString("choice"),
                        reason: try fields.optionalString("reason"),
                        date: try fields.optionalInstant("date"),
                        number: try fields.optionalInteger("number"),
                        title: try fields.optionalString("title"),
                        text: try fields.optionalString("text"))))
        case "commented":
            self.init(
                at: at,
                .commented(
                    Commented(
                        number: try fields.integer("number"), by: try fields.string("by"),
                        text: try fields.digest("text"))))
        case "amended":
            self.init(
                at: at,
                .amended(
                    Amended(
                        version: try fields.integer("version"), by: try fields.string("by"),
                        title: try fields.string("title"), text: try fields.digest("text"),
                        sections: try fields.strings("sections"), amounts: try fields.amounts("amounts"),
                        dates: try fields.instants("dates"),
                        leastSponsors: try fields.optionalInteger("least-sponsors"),
                        isMinor: try fields.optionalString("change") == "minor")))
        case "option-offered":
            self.init(
                at: at,
                .optionOffered(
                    OptionOffered(
                        letter: try fields.string("letter"), by: try fields.string("by"),
                        title: try fields.string("title"), text: try fields.digest("text"),
                        touches: try fields.strings("touches"), cost: try fields.optionalFraction("cost"),
                        group: try fields.optionalString("group"))))
        case "option-seconded":
            self.init(
                at: at, .optionSeconded(letter: try fields.string("letter"), by: try fields.string("by")))
        case "classified":
            self.init(
                at: at,
                .classified(
                    Classified(
                        option: try fields.optionalString("option"), subjects: try fields.strings("subjects"),
                        by: try fields.string("by"), reason: try fields.optionalDigest("reason"))))
        case "asked":
            self.init(
                at: at,
                .asked(
                    Asked(
                        state: try fields.string("state"), visit: try fields.integer("visit"),
                        members: try fields.strings("members"))))
        case "other-ended":
            self.init(
                at: at,
                .otherEnded(proposal: try fields.integer("proposal"), result: try fields.string("result")))
        case "reckoned":
            self.init(
                at: at,
                .reckoned(
                    Reckoned(
                        state: try fields.string("state"), visit: try fields.integer("visit"),
                        outcome: try fields.string("outcome"), lines: try fields.statements("lines"),
                        objections: try fields.optionalIntegers("objections"))))
        case "vote-opened": self.init(at: at, .voteOpened(try VoteOpened(fields)))
        case "vote-closed":
            self.init(
                at: at,
                .voteClosed(
                    VoteClosed(
                        state: try fields.string("state"), visit: try fields.integer("visit"),
                        outcome: try fields.string("outcome"), winners: try fields.strings("winners"),
                        ballots: try fields.integer("ballots"), tally: try fields.digest("tally"),
                        seed: try fields.optionalString("seed"),
                        amountsTo: try fields.optionalString("amounts-to"),
                        advisory: fields.json["advisory"] == nil ? nil : try fields.integer("advisory"))))
        case "finished":
            self.init(
                at: at,
                .finished(
                    Finished(
                        state: try fields.string("state"), result: try fields.string("result"),
                        cooldownUntil: try fields.optionalInstant("cooldown-until"),
                        restsUntilNext: try fields.optionalString("rests-until-next"),
                        unlessSponsors: try fields.optionalInteger("unless-sponsors"),
                        aftermath: Aftermath(
                            inForce: try fields.optionalInstant("in-force"),
                            reportDue: try fields.optionalInstant("report-due"),
                            reviewDue: try fields.optionalInstant("review-due"),
                            expires: try fields.optionalInstant("expires")))))
        default: throw UnreadableEvent(key: type)
        }
    }
}

extension ProposalEvent.Proposed {
    fileprivate init(_ fields: Fields) throws(UnreadableEvent) {
        self.init(
            number: try fields.integer("number"), workflow: try fields.string("workflow"),
            pinned: try fields.digest("pinned"), author: try fields.string("author"),
            title: try fields.string("title"), text: try fields.digest("text"),
            sections: try fields.strings("sections"), touches: try fields.strings("touches"),
            concerns: try fields.optionalString("concerns"), zone: try fields.optionalString("zone"),
            language: try fields.optionalString("language"), amounts: try fields.amounts("amounts"),
            dates: try fields.instants("dates"), leastSponsors: try fields.optionalInteger("least-sponsors"))
    }
}

extension ProposalEvent.Entered {
    fileprivate init(_ fields: Fields) throws(UnreadableEvent) {
        self.init(
            state: try fields.string("state"), visit: try fields.integer("visit"),
            earliest: try fields.optionalInstant("earliest"), ends: try fields.optionalInstant("ends"),
            members: try fields.integer("members"))
    }
}

extension ProposalEvent.VoteOpened {
    fileprivate init(_ fields: Fields) throws(UnreadableEvent) {
        var classes: [ProposalEvent.ClassSize] = []
        for item in try fields.items("classes") {
            classes.append(
                ProposalEvent.ClassSize(name: try item.string("name"), size: try item.integer("size")))
        }
        var options: [ProposalEvent.BallotOption] = []
        for item in try fields.items("options") {
            options.append(
                ProposalEvent.BallotOption(
                    letter: try item.string("letter"), title: try item.string("title"),
                    text: try item.optionalDigest("text"), touches: try item.strings("touches"),
                    cost: try item.optionalFraction("cost"), group: try item.optionalString("group")))
        }
        self.init(
            state: try fields.string("state"), visit: try fields.integer("visit"),
            version: try fields.integer("version"), text: try fields.digest("text"),
            subjects: try fields.strings("subjects"), rule: try fields.string("rule"),
            electorate: try fields.digest("electorate"), size: try fields.integer("size"), classes: classes,
            options: options, opens: try fields.instant("opens"),
            closes: try fields.optionalInstant("closes"),
            lot: try fields.optionalDigest("lot"), budget: try fields.optionalFraction("budget"),
            present: try fields.optionalInteger("present"))
    }
}
