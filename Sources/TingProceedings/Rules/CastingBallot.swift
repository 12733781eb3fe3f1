import TingTally
public import TingWorkflow

extension Proposal {
    /// Takes a member's ballot.
    ///
    /// Who may vote was frozen at the opening: somebody who has left since may
    /// vote, and somebody who has joined since may not.
    ///
    /// - Parameters:
    ///   - content: what the ballot says, already understood (``ballotContent(_:in:)``).
    ///   - earlier: the member's ballot that lies in the box; nil when none does.
    /// - Throws: ``Refusal`` with every rule that says no; ``Fault`` for a broken workflow.
    public func cast(
        _ content: Ballot.Content, by member: Member, at instant: Instant, in situation: Situation,
        earlier: Ballot?
    ) throws -> Decision {
        var course = Course(self, in: situation)
        let (state, vote, opened) = try course.openVote()
        guard let electorate = situation.electorate else { throw Fault("electorate-missing") }
        var reasons: [Reason] = []
        // A ballot counts when opens <= instant < closes.
        if let closes = opened.closes, instant >= closes {
            reasons.append(course.voteClosed(at: closes, in: state))
        }
        if electorate.voter(member.id) == nil, !course.mayAdvise(vote, member, at: instant) {
            reasons.append(
                Reason(
                    Statement(
                        "not-on-electorate",
                        [
                            .text("proposal", name), .instant("frozen", opened.opens.seconds),
                            .number("size", electorate.voters.count),
                        ]),
                    source: vote.electorateProvision(in: state, of: situation.workflow)))
        }
        if let earlier, !vote.changeable {
            reasons.append(
                Reason(
                    Statement(
                        "ballot-not-changeable",
                        [.text("proposal", name), .instant("cast", earlier.at.seconds)]),
                    source: state.provision(in: situation.workflow)))
        }
        if earlier != nil, vote.faults?.onlyWhoHasNot ?? false, let from = faultFrom, instant >= from {
            reasons.append(
                Reason(
                    Statement(
                        "vote-reopened-for-others",
                        [.text("proposal", name), .instant("ended", from.seconds)]),
                    source: state.provision(in: situation.workflow)))
        }
        if content != .choice(.abstain), course.mustAbstain(vote, at: instant).contains(member.id) {
            let relations = FactValue.list(vote.electorate.mustAbstain.map { .term($0.rawValue) })
            reasons.append(
                Reason(
                    Statement("must-abstain", [.text("proposal", name), Fact("people", relations)]),
                    source: vote.electorateProvision(in: state, of: situation.workflow)))
        }
        let paper = BallotPaper(vote, opened, in: situation.workflow)
        reasons += course.reasons(paper.objections(to: content), on: paper, state)
        if let refusal = Refusal(reasons) { throw refusal }
        course.box(Ballot(by: member.id, content: content, at: instant))
        if try !course.closeEarly(at: instant) {
            try course.extendForQuorum(before: situation.sheet, at: instant)
            try course.startForQuorum(at: instant)
        }
        try course.settle(at: instant)
        return course.decision
    }

    /// Whether the rules must see the ballots cast so far to take another at a moment.
    ///
    /// They must where a ballot may close the vote, or move its end; in most votes neither.
    public func castingNeedsBallots(at instant: Instant, in workflow: Workflow, _ zone: Zone) -> Bool {
        guard let opened = openVote, let vote = workflow.state(opened.state)?.kind.vote else { return false }
        if case .afterQuorum = workflow.state(opened.state)?.clock, !isExtended { return true }
        return vote.closeEarly != .never
            || isInLastTime(of: opened, vote, at: instant, zone)
    }

    /// Understands a ballot as written: `yes`, `B>A=C`, `A,C`, `A=5,B=3`, whatever the paper of the vote asks.
    ///
    /// - Throws: ``Refusal`` when no vote is open, or with everything that the ballot may not say on this paper.
    public func ballotContent(_ text: String, in situation: Situation) throws -> Ballot.Content {
        let course = Course(self, in: situation)
        let (state, vote, opened) = try course.openVote()
        let paper = BallotPaper(vote, opened, in: situation.workflow)
        let reading = paper.reading(text)
        var objections = reading.objections
        // What could be read is looked at as well, so that all is told at once.
        let gaps = ["ballot-empty", "ballot-skips-a-rank"]
        objections += paper.objections(to: reading.content).filter {
            reading.objections.isEmpty || !gaps.contains($0.code)
        }
        if let refusal = Refusal(course.reasons(objections, on: paper, state)) { throw refusal }
        return reading.content
    }
}

extension Course {
    /// The vote that is open now.
    ///
    /// - Throws: ``Refusal`` when none is, saying since when or not yet.
    func openVote() throws -> (State, VoteKind, ProposalEvent.VoteOpened) {
        if let opened = proposal.openVote {
            let state = try state()
            guard let vote = state.kind.vote else {
                throw Fault("no-vote-to-close", [.text("state", state.name)])
            }
            return (state, vote, opened)
        }
        if let last = proposal.closedVotes.last, let state = workflow.state(last.opened.state) {
            throw Refusal(voteClosed(at: last.at, in: state))
        }
        let current = proposal.visit?.state ?? workflow.first
        throw Refusal(
            Statement("vote-not-open", [.text("proposal", proposal.name), .text("state", current)]),
            source: workflow.state(current)?.provision(in: workflow),
            hint: Statement("see-show", [.text("proposal", proposal.name)]))
    }

    /// Whether a member may cast a ballot that is shown and not counted.
    func mayAdvise(_ vote: VoteKind, _ member: Member, at instant: Instant) -> Bool {
        guard let advisory = vote.advisory else { return false }
        return Entitlement(proposal, situation, at: instant).includes(advisory, member)
    }

    /// Those who may do nothing but abstain, by id.
    func mustAbstain(_ vote: VoteKind, at instant: Instant) -> Set<String> {
        guard !vote.electorate.mustAbstain.isEmpty else { return [] }
        let entitlement = Entitlement(proposal, situation, at: instant)
        return Set(vote.electorate.mustAbstain.flatMap { entitlement.ids(of: People([.relation($0)])) })
    }

    /// The reasons why a ballot does not fit its paper; the last one says how a ballot is written.
    func reasons(_ objections: [Statement], on paper: BallotPaper, _ state: State) -> [Reason] {
        objections.enumerated().map { place, objection in
            Reason(
                Statement(objection.code, [.text("proposal", proposal.name)] + objection.facts),
                source: state.provision(in: workflow),
                hint: place == objections.count - 1 ? paper.instruction : nil)
        }
    }

    /// The reason why a ballot comes too late.
    func voteClosed(at closed: Instant, in state: State) -> Reason {
        Reason(
            Statement("vote-closed", [.text("proposal", proposal.name), .instant("closed", closed.seconds)]),
            source: state.clockProvision(in: workflow),
            hint: Statement("see-result", [.text("proposal", proposal.name)]))
    }
}
