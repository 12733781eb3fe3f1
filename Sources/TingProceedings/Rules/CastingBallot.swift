import TingTally
public import TingWorkflow

extension Proposal {
    /// Takes a member's ballot.
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
        if electorate.voter(member.id) == nil {
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
        if let refusal = Refusal(reasons) { throw refusal }
        let ballot = Ballot(by: member.id, content: content, at: instant)
        course.box(ballot)
        try course.closeEarlyOrExtend(vote, opened, adding: ballot, at: instant)
        return course.decision
    }

    /// Understands a ballot as written: `yes`, or a ranking such as `B>A=C`.
    ///
    /// - Throws: ``Refusal`` when no vote is open, or the ballot names what is not on the paper.
    public func ballotContent(_ text: String, in situation: Situation) throws -> Ballot.Content {
        let (state, vote, opened) = try Course(self, in: situation).openVote()
        switch vote.ballot {
        case .yesNoAbstain:
            let allowed = [Choice.yes, .no, .abstain]
            guard let choice = Choice(rawValue: text), allowed.contains(choice) else {
                throw Refusal(
                    Statement(
                        "choice-not-on-paper",
                        [
                            .text("proposal", name), .text("choice", text),
                            .list("choices", allowed.map(\.rawValue)),
                        ]),
                    source: state.provision(in: situation.workflow))
            }
            return .choice(choice)
        case .ranking:
            return .ranking(try Ranking(text, options: opened.options.map(\.letter), of: self).groups)
        }
    }
}

extension Course {
    /// The vote that is open now.
    ///
    /// - Throws: ``Refusal`` when none is, saying since when or not yet.
    func openVote() throws -> (State, VoteKind, ProposalEvent.VoteOpened) {
        if let state = try? state(), let vote = state.kind.vote, let opened = proposal.openVote {
            return (state, vote, opened)
        }
        if let last = proposal.closedVotes.last, let state = workflow.state(last.opened.state) {
            throw Refusal(
                Statement(
                    "vote-closed",
                    [.text("proposal", proposal.name), .instant("closed", last.at.seconds)]),
                source: state.clockProvision(in: workflow),
                hint: Statement("see-result", [.text("proposal", proposal.name)]))
        }
        let current = proposal.visit?.state ?? workflow.first
        throw Refusal(
            Statement("vote-not-open", [.text("proposal", proposal.name), .text("state", current)]),
            source: workflow.state(current)?.provision(in: workflow),
            hint: Statement("see-show", [.text("proposal", proposal.name)]))
    }

    /// Closes the vote when its rule says a ballot may do that, or moves its end when the quorum came late.
    mutating func closeEarlyOrExtend(
        _ vote: VoteKind, _ opened: ProposalEvent.VoteOpened, adding ballot: Ballot, at instant: Instant
    ) throws {
        guard vote.closeEarly != .never || vote.extend != nil else { return }
        let before = situation
        let sheet = BallotSheet(before.sheet.ballots.filter { $0.by != ballot.by } + [ballot])
        guard let electorate = before.electorate else { return }
        if let extend = vote.extend, let closes = opened.closes, proposal.visit?.number == opened.visit,
            opened.closes == deadlineAtOpening(opened),
            instant >= before.zone.adding(-extend.ifQuorumInLast, to: closes)
        {
            let late = try Count(vote, opened, electorate, before.with(sheet)).hasQuorum
            let early = try Count(vote, opened, electorate, before).hasQuorum
            if late, !early {
                moveClock(
                    to: before.zone.adding(extend.by, to: closes), earliest: proposal.visit?.earliestEnd,
                    why: "quorum-late", at: instant)
            }
        }
        let closesNow =
            switch vote.closeEarly {
            case .never: false
            case .whenAllHaveVoted: sheet.ballots.count == electorate.voters.count
            case .whenDecided: try Count.isDecided(vote, opened, electorate, before.with(sheet))
            }
        if closesNow {
            closingSheet(sheet)
            try closeVote(at: instant)
        }
    }

    /// The end fixed at the opening: an extension is given once only.
    private func deadlineAtOpening(_ opened: ProposalEvent.VoteOpened) -> Instant? {
        guard let state = workflow.state(opened.state), case .exactly(let period) = state.clock else {
            return nil
        }
        return situation.zone.adding(period.value(touching: opened.subjects), to: opened.opens)
    }
}
