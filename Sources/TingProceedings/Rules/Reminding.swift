public import TingWorkflow

extension Proposal {
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
