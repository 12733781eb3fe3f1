import TingTally
import TingWorkflow

extension Course {
    /// Leaves the current state by an outcome, records how it came about, and enters what it leads to.
    mutating func conclude(_ outcome: String, at instant: Instant) throws {
        let state = try state()
        let visit = try countedVisit(at: instant)
        if let reckoning = try state.kind.reckoning(of: outcome, in: visit, of: workflow) {
            record(
                .reckoned(
                    ProposalEvent.Reckoned(
                        state: state.name, visit: visit.number, outcome: outcome, lines: reckoning.lines,
                        objections: state.kind.asks == nil ? nil : reckoning.objections)),
                at: instant)
        }
        guard let exit = state.exit(outcome) else {
            throw Fault("outcome-unmapped", [.text("state", state.name), .term("outcome", outcome)])
        }
        record(
            .left(ProposalEvent.Left(state: state.name, outcome: outcome, action: nil, to: exit.goto)),
            at: instant)
        try enter(exit.goto, at: instant)
    }

    /// Leaves the current state by an action, and enters what it leads to.
    mutating func move(by action: State.Action, at instant: Instant) throws {
        try move(by: action.name, to: action.goto, at: instant)
    }

    /// Leaves the current state by a deed that leads elsewhere.
    mutating func move(by verb: String, to name: String, at instant: Instant) throws {
        let state = try state()
        record(
            .left(ProposalEvent.Left(state: state.name, outcome: nil, action: verb, to: name)), at: instant)
        try enter(name, at: instant)
    }

    /// Enters a state: counts the visit, fixes the deadlines, opens the vote or ends the proposal.
    ///
    /// A state that has had all its visits sends the proposal on to where its
    /// limit says; the checker has shown that such a chain ends.
    mutating func enter(_ name: String, at instant: Instant) throws {
        var state = try state(named: name)
        var passed: Set<String> = []
        while let limit = state.visits, (proposal.visits[state.name] ?? 0) >= limit.atMost {
            guard passed.insert(state.name).inserted else {
                throw Fault("visits-in-a-circle", [.text("state", state.name)])
            }
            state = try self.state(named: limit.then)
        }
        let deadlines = Deadlines(entering: state, proposal, situation, at: instant)
        record(
            .entered(
                ProposalEvent.Entered(
                    state: state.name, visit: (proposal.visits[state.name] ?? 0) + 1,
                    earliest: deadlines.earliest, ends: deadlines.ends,
                    members: situation.roll.count(at: instant))),
            at: instant)
        if let final = state.kind.final {
            finish(state, final, at: instant)
        } else if let vote = state.kind.vote {
            try openVote(vote, in: state, at: instant)
        } else if let people = state.kind.asks {
            ask(people, in: state, at: instant)
        }
        tell(state.notify, state.kind.vote == nil ? "state-entered" : "vote-opened", at: instant)
        remind(of: state, at: instant)
    }

    /// Asks people by name: those who belong to them now, whoever joins or leaves them later.
    private mutating func ask(_ people: People, in state: State, at instant: Instant) {
        let entitlement = Entitlement(proposal, situation, at: instant)
        let ids = situation.roll.members.filter { entitlement.includes(people, $0) }.map(\.id)
        record(
            .asked(
                ProposalEvent.Asked(
                    state: state.name, visit: proposal.visit?.number ?? 1, members: ids)),
            at: instant)
    }

    /// Has people reminded before the end of a state as it now stands.
    ///
    /// A reminder is told of beforehand, with its moment; whoever sends it asks
    /// then whether the end still stands there (``Proposal/isDue(reminderAt:in:)``).
    mutating func remind(of state: State, at instant: Instant) {
        guard let ends = proposal.visit?.ends else { return }
        for reminder in state.reminders {
            let moment = situation.zone.adding(-reminder.before, to: ends)
            if moment > instant { tell([reminder.to], "reminder", at: moment) }
        }
    }

    /// Ends the current state, whose time has run out or been cut short: what its kind says then.
    mutating func timeIsUp(at instant: Instant) throws {
        let state = try state()
        if state.kind.vote != nil {
            if try repeatVote(at: instant) { return }
            return try closeVote(at: instant)
        }
        try conclude(state.kind.outcomeWhenTimeIsUp(in: countedVisit(at: instant), of: workflow), at: instant)
    }

    /// Ends every state that is over at the moment it is entered, until nothing more follows by itself.
    ///
    /// So it is with a meeting whose date has passed, with what lasts until the
    /// end of a meeting that has ended, and where the time of all visits is used up.
    mutating func settle(at instant: Instant) throws {
        var moves = 0
        while let due = proposal.due, due <= instant {
            guard moves < Course.mostMoves else {
                throw Fault("moves-without-time", [.text("state", proposal.visit?.state ?? "")])
            }
            try timeIsUp(at: instant)
            moves += 1
        }
    }

    /// How many states may end at one moment by themselves; checked workflows need far fewer.
    private static let mostMoves = 1_000
}
