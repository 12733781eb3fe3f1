import TingTally
public import TingWorkflow

extension Proposal {
    /// What happens when the current state's time has run out.
    ///
    /// One deadline fires; what it leads to and is over at the same moment ends with it.
    ///
    /// - Parameter instant: up to when deadlines fire. They take effect when they were due,
    ///   not when somebody noticed.
    /// - Returns: the decision; empty when nothing is due by then.
    /// - Throws: ``Fault`` and errors of the count; never ``Refusal``.
    public func timePasses(to instant: Instant, in situation: Situation) throws -> Decision {
        var course = Course(self, in: situation)
        guard let due, due <= instant else { return course.decision }
        try course.settle(at: due)
        return course.decision
    }
}
