import TingTally
public import TingWorkflow

/// How far something has come that takes a number of people.
public struct Standing: Hashable, Sendable {
    /// How many there are.
    public let reached: Int
    /// How many it takes.
    public let needed: Int
    /// Of how many.
    public let size: Int
}

extension Proposal {
    /// How many sponsors stand by the proposal in a state that asks for some; nil in others.
    ///
    /// - Throws: ``FormulaError`` when the number asked for has no exact value.
    public func support(in situation: Situation, at instant: Instant) throws -> Standing? {
        guard let visit, let support = situation.workflow.state(visit.state)?.support else { return nil }
        let bound = try support.sponsors.bound(members: visit.members, formulas: situation.workflow.formulas)
        let sponsors = sponsors.filter { situation.roll.member($0)?.isMember(at: instant) ?? false }
        return Standing(
            reached: sponsors.count, needed: max(0, try support.sponsors.comparison.least(beyond: bound)),
            size: visit.members)
    }

    /// How many have said that they are there while the roll is called; nil when it is not.
    ///
    /// - Throws: ``Fault`` for a broken workflow; ``ArithmeticError`` when the number has no exact value.
    public func attendance(in situation: Situation, at instant: Instant) throws -> Standing? {
        guard !isFinished, let name = visit?.state,
            let kind = situation.workflow.state(name)?.kind as? RollCallKind, let asked = kind.attendance
        else { return nil }
        let found = kind.found(in: try Course(self, in: situation).visit(at: instant), counted: nil)
        return Standing(
            reached: found.present, needed: try asked.needed(of: found.size), size: found.size)
    }
}
