public import TingWorkflow

extension Proposal {
    /// Whether something told of beforehand is still to be sent at its moment; what is told at once always is.
    ///
    /// A reminder is not when the state has ended since, or its end has been
    /// moved; what follows after the end of a proposal is not when it has been done, or was put off.
    public func isDue(_ code: String, at moment: Instant, in situation: Situation) -> Bool {
        switch code {
        case "reminder": return isDue(reminderAt: moment, in: situation)
        case "in-force": return aftermath.inForce == moment
        case "report-due": return openDuties(in: situation.workflow).contains(FinalKind.reportVerb)
        case "review-due": return openDuties(in: situation.workflow).contains(FinalKind.reviewVerb)
        case "expired": return aftermath.expires == moment
        case "expires-soon":
            guard let expires = aftermath.expires, let state = finished?.state,
                let sunset = situation.workflow.state(state)?.kind.final?.sunset
            else { return false }
            return sunset.reminders.contains { situation.zone.adding(-$0.before, to: expires) == moment }
        default: return true
        }
    }

    /// Whether a reminder told of beforehand is still to be sent at its moment.
    ///
    /// It is not when the state has ended since, or its end has been moved.
    public func isDue(reminderAt moment: Instant, in situation: Situation) -> Bool {
        guard !isFinished, let visit, let ends = visit.ends,
            let state = situation.workflow.state(visit.state)
        else { return false }
        return state.reminders.contains { situation.zone.adding(-$0.before, to: ends) == moment }
    }

    /// Those of the members reminded who have something left to do: in a vote, who has cast no ballot.
    public func stillToRemind(_ ids: [String], in situation: Situation) -> [String] {
        guard openVote != nil else { return ids }
        let cast = Set(situation.sheet.ballots.map(\.by))
        return ids.filter { !cast.contains($0) && situation.electorate?.voter($0) != nil }
    }
}
