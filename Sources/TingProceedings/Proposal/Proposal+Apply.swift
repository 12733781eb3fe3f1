import TingWorkflow

/// Events that do not make a proposal: the first is missing or comes twice.
public struct BrokenProposal: Error, Hashable, Sendable {
    /// Which event, from 0.
    public let index: Int
}

extension Proposal {
    /// Folds events into a proposal.
    ///
    /// - Throws: ``BrokenProposal`` when the first event is not `proposed`, or a later one is.
    /// - Complexity: O(n).
    public init(folding events: some Sequence<ProposalEvent>) throws(BrokenProposal) {
        var proposal: Proposal?
        var index = 0
        for event in events {
            if case .proposed(let proposed) = event.fact {
                guard proposal == nil else { throw BrokenProposal(index: index) }
                proposal = Proposal(proposed, at: event.at)
            } else {
                guard proposal != nil else { throw BrokenProposal(index: index) }
                proposal?.apply(event)
            }
            index += 1
        }
        guard let proposal else { throw BrokenProposal(index: 0) }
        self = proposal
    }

    init(_ proposed: ProposalEvent.Proposed, at begun: Instant) {
        number = proposed.number
        workflow = proposed.workflow
        pinned = proposed.pinned
        author = proposed.author
        self.begun = begun
        concerns = proposed.concerns
        zone = proposed.zone
        language = proposed.language
        title = proposed.title
        text = proposed.text
        version = 1
        sections = proposed.sections
        amounts = proposed.amounts
        touches = proposed.touches
        visits = [:]
        spent = [:]
        rolls = [:]
        adjusted = 0
        isExtended = false
        periods = 0
        meetings = [:]
        present = [:]
        deedsUsedUp = [:]
        options = []
        dates = proposed.dates
        leastSponsors = proposed.leastSponsors
        coAuthors = []
        sponsors = []
        objections = [:]
        numbered = [:]
        contributions = []
        openConcerns = [:]
        concernNames = [:]
        comments = 0
        closedVotes = []
    }

    /// Applies one event; nothing is judged here, only remembered.
    mutating func apply(_ event: ProposalEvent) {
        switch event.fact {
        case .proposed: break
        case .entered(let entered): enter(entered, at: event.at)
        case .left(let left): leave(left, at: event.at)
        case .clockMoved(let moved): move(moved)
        case .acted(let deed): act(deed)
        case .commented(let comment):
            comments = comment.number
            visit?.lastActivity = event.at
        case .amended(let amended):
            version = amended.version
            title = amended.title
            text = amended.text
            sections = amended.sections
            amounts = amended.amounts
            dates = amended.dates
            leastSponsors = amended.leastSponsors ?? leastSponsors
            visit?.amendments += 1
            visit?.lastActivity = event.at
            visit?.minorChange = amended.isMinor ? event.at : nil
        case .optionOffered(let offered):
            options.append(Option(offered: offered, seconders: []))
            visit?.options = options.count
            visit?.lastActivity = event.at
        case .otherEnded: heldFor = nil
        case .optionSeconded(let letter, let by):
            visit?.lastActivity = event.at
            if let place = options.firstIndex(where: { $0.offered.letter == letter }) {
                options[place].seconders.append(by)
            }
        case .classified(let judged):
            if let letter = judged.option {
                let place = options.firstIndex { $0.offered.letter == letter }
                if let place { options[place].offered.touches = judged.subjects }
            } else {
                touches = judged.subjects
            }
        case .asked(let asked):
            visit?.asked = asked.members
            objections = [:]
        case .reckoned(let reckoned):
            reckoning = reckoned
            if let standing = reckoned.objections {
                objections = objections.filter { standing.contains($0.key) }
            }
        case .voteOpened(let opened): openVote = opened
        case .voteClosed(let closed):
            if let opened = openVote {
                closedVotes.append(ClosedVote(opened: opened, closed: closed, at: event.at))
            }
            openVote = nil
            reckoning = nil
        case .finished(let finished):
            self.finished = finished
            ended = event.at
            visit?.aftermath = finished.aftermath
        }
    }

    private mutating func enter(_ entered: ProposalEvent.Entered, at instant: Instant) {
        visits[entered.state] = entered.visit
        rolls[entered.state] = entered.members
        adjusted = 0
        isExtended = false
        periods = 0
        faultFrom = nil
        deedsUsedUp = [:]
        // A meeting held on an earlier visit is over; this visit needs a date of its own.
        if meetings[entered.state]?.opened != nil { meetings[entered.state] = nil }
        visit = Visit(
            state: entered.state, number: entered.visit, entered: instant, earliestEnd: entered.earliest,
            ends: entered.ends, members: entered.members, subjects: [], meetings: meetings)
        visit?.contributions = contributions
        visit?.options = options.count
        visit?.openConcerns = openConcerns
        heldFor = nil
    }

    private mutating func leave(_ left: ProposalEvent.Left, at instant: Instant) {
        if let visit { spent[left.state, default: 0] += instant.seconds - visit.entered.seconds }
        switch left.outcome {
        case "held": meetings[left.state]?.opened = instant
        case "not-held": meetings[left.state] = nil
        case "submitted" where submitted == nil: submitted = instant
        default: break
        }
        openVote = nil
    }

    private mutating func move(_ moved: ProposalEvent.ClockMoved) {
        switch moved.why {
        case ProposalEvent.ClockMoved.adjusted:
            if let from = moved.from { adjusted += moved.to.seconds - from.seconds }
            deedsUsedUp[State.moveEndVerb] = visit?.deeds.count
        case ProposalEvent.ClockMoved.quorumLate, ProposalEvent.ClockMoved.quorumReached: isExtended = true
        case ProposalEvent.ClockMoved.stillOpen: periods += 1
        case ProposalEvent.ClockMoved.fault: faultFrom = moved.from
        default: break
        }
        visit?.ends = moved.to
        visit?.earliestEnd = moved.earliest
        openVote?.closes = moved.to
    }

    private mutating func act(_ deed: Deed) {
        let asking = visit?.asking ?? []
        visit?.deeds.append(deed)
        visit?.lastActivity = deed.at
        raise(deed)
        switch deed.verb {
        case "sponsor": if !sponsors.contains(deed.by) { sponsors.append(deed.by) }
        case "unsponsor": sponsors.removeAll { $0 == deed.by }
        case MeetingKind.setDateVerb, "give-notice", MeetingKind.endVerb:
            // A deed that still waits for others names no meeting, and changes none.
            if let name = deed.choice {
                change(meeting: name, by: deed)
                deedsUsedUp[deed.verb] = visit?.deeds.count
            }
        case TakeOverKind.takeOverVerb:
            author = deed.by
            sponsors.removeAll { $0 == deed.by }
            coAuthors.removeAll { $0 == deed.by }
        case DraftKind.acceptVerb:
            for id in asking where !coAuthors.contains(id) && id != author { coAuthors.append(id) }
        case DraftKind.leaveVerb: coAuthors.removeAll { $0 == deed.by }
        case RollCallKind.closeVerb:
            if let count = RollCallKind.Found(deed.choice), let meeting = count.meeting {
                present[meeting] = count.present
            }
        case FinalKind.renewVerb:
            if let date = deed.date {
                visit?.aftermath.expires = date
                deedsUsedUp[deed.verb] = visit?.deeds.count
            }
        default: break
        }
        visit?.meetings = meetings
    }

    /// Keeps what is brought up under numbers, and whose objections stand.
    private mutating func raise(_ deed: Deed) {
        if ConsentRound.Answer(verb: deed.verb) != nil || deed.verb == ConsentRound.withdrawVerb {
            objections = objections.filter { $0.value != deed.by }
        }
        if deed.verb == Writing.MinorChanges.objectVerb { visit?.minorChange = nil }
        guard let number = deed.number else { return }
        switch deed.verb {
        case CollectKind.contributeVerb:
            contributions.append(
                Contribution(number: number, by: deed.by, state: visit?.state ?? "", text: deed.text ?? ""))
        case CollectKind.withdrawVerb: contributions.removeAll { $0.number == number }
        case ClusterKind.clusterVerb:
            if let place = contributions.firstIndex(where: { $0.number == number }) {
                contributions[place].cluster = deed.title
            }
        case Concerns.raiseVerb:
            openConcerns[number] = deed.by
            concernNames[number] = deed.title
        case Concerns.withdrawVerb, Concerns.resolveVerb: openConcerns[number] = nil
        case HoldKind.nameVerb: heldFor = number
        case ConsentRound.Answer.objection.verb: objections[number] = deed.by
        case ConsentRound.dismissVerb: objections[number] = nil
        case ConsentRound.upholdVerb:
            // Found valid after all, where it had been dismissed before.
            objections[number] =
                visit?.deeds.last {
                    $0.verb == ConsentRound.Answer.objection.verb && $0.number == number
                }?.by
        default: break
        }
        numbered[deed.verb] = max(numbered[deed.verb] ?? 0, number)
        visit?.contributions = contributions
        visit?.openConcerns = openConcerns
    }

    private mutating func change(meeting name: String, by deed: Deed) {
        switch deed.verb {
        case MeetingKind.setDateVerb:
            guard let date = deed.date else { return }
            if var meeting = meetings[name], meeting.opened == nil {
                meeting.date = date
                meetings[name] = meeting
            } else {
                meetings[name] = Visit.Meeting(date: date)
            }
        case "give-notice": meetings[name]?.noticeGiven = deed.at
        default: meetings[name]?.ended = deed.at
        }
    }
}

extension Proposal {
    /// The same proposal after further events.
    public mutating func follow(_ events: [ProposalEvent]) {
        for event in events { apply(event) }
    }
}
