public import TingWorkflow

extension Proposal {
    /// Lets a proposal that waits for another hear how that one ended.
    ///
    /// - Returns: The decision; empty when this proposal does not wait for the other, or its own time is up.
    /// - Throws: ``Fault`` for a broken workflow; never ``Refusal``.
    public func hears(
        ofEnd result: String, of other: Int, at instant: Instant, in situation: Situation
    ) throws -> Decision {
        var course = Course(self, in: situation)
        guard heldFor == other, !isFinished, let kind = try course.state().kind as? HoldKind,
            due.map({ instant < $0 }) ?? true
        else { return course.decision }
        course.record(.otherEnded(proposal: other, result: result), at: instant)
        try course.conclude(kind.outcome(ofOtherResult: result), at: instant)
        try course.settle(at: instant)
        return course.decision
    }
}
