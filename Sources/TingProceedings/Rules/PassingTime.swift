import TingTally
public import TingWorkflow

extension Proposal {
    /// What happens when the current state's time has run out.
    ///
    /// - Parameter instant: the deadline, not the moment somebody noticed.
    /// - Returns: the decision; empty when nothing is due then.
    /// - Throws: ``Fault`` and errors of the count; never ``Refusal``.
    public func timePasses(to instant: Instant, in situation: Situation) throws -> Decision {
        var course = Course(self, in: situation)
        guard let due, due <= instant else { return course.decision }
        let state = try course.state()
        if state.kind.vote != nil {
            try course.closeVote(at: due)
        } else {
            let outcome = try state.kind.outcomeWhenTimeIsUp(in: course.visit(), of: situation.workflow)
            try course.conclude(outcome, at: due)
        }
        return course.decision
    }
}
