public import TingTally
public import TingWorkflow

/// Whether an open proposal could move to another version of its workflow, and why not.
///
/// It may always stay under the version it began with. It moves from a state to the state of
/// the same name and kind; never during a vote, a consent round or a notice, and never
/// so that a date that was promised comes earlier.
public struct MovingPlan: Hashable, Sendable {
    /// The state it is in.
    public let state: String
    /// Why it cannot move; empty when it can.
    public let obstacles: [Statement]
    /// When the state ends by itself, where it stays; nil for no such moment.
    public let ends: Instant?
    /// When it would end under the other version; nil for no such moment, or where it cannot move.
    public let newEnds: Instant?
    /// The states that may still come, under the other version, its own among them.
    public let ahead: [String]

    /// Whether it can move.
    public var canMove: Bool { obstacles.isEmpty }
}

extension Proposal {
    /// The plan for moving this proposal to another version; nothing is changed by it.
    ///
    /// - Parameters:
    ///   - new: The other version.
    ///   - assets: What the assembly has.
    ///   - situation: That of the version it runs under; its roll and zone are asked.
    /// - Returns: Nil for a proposal that has ended.
    public func plan(
        movingTo new: Workflow, pinned: Digest, assets: Assets, in situation: Situation
    ) -> MovingPlan? {
        guard !isFinished, let visit, let state = situation.workflow.state(visit.state) else { return nil }
        var obstacles: [Statement] = []
        if self.pinned == pinned { obstacles.append(Statement("moving-same-version")) }
        obstacles += Workflow.obstacles(toMovingFrom: state, to: new)
        obstacles += new.needs.roles.filter { !assets.roles.contains($0) }
            .map { Statement("moving-role-missing", [.text("role", $0)]) }
        obstacles += new.needs.classes.filter { !assets.classes.contains($0) }
            .map { Statement("moving-class-missing", [.text("class", $0)]) }
        var newEnds: Instant?
        if let target = new.state(state.name), target.kind.word == state.kind.word {
            if let limit = target.visits, let made = visits[state.name], made > limit.atMost {
                obstacles.append(
                    Statement(
                        "moving-visits",
                        [.text("state", state.name), .number("visits", made), .number("most", limit.atMost)]))
            }
            newEnds =
                Deadlines(
                    entering: target, self,
                    Situation(
                        workflow: new, zone: situation.zone, roll: situation.roll, digest: situation.digest,
                        language: situation.language, newSeed: situation.newSeed),
                    at: visit.entered
                ).ends
            let promised: [(String, Instant?, Instant?)] = [("moving-earlier-end", visit.ends, newEnds)]
            for (code, was, would) in promised {
                guard let was, let would, would < was else { continue }
                obstacles.append(
                    Statement(
                        code,
                        [
                            .text("state", state.name), .instant("old", was.seconds),
                            .instant("new", would.seconds),
                        ]))
            }
        }
        return MovingPlan(
            state: state.name, obstacles: obstacles, ends: visit.ends,
            newEnds: obstacles.isEmpty ? newEnds : nil, ahead: new.states(from: state.name))
    }
}

extension Workflow {
    /// Why no proposal in a state can move to another version; empty where one might.
    public static func obstacles(toMovingFrom state: State, to new: Workflow) -> [Statement] {
        let facts: [Fact] = [.text("state", state.name), .text("kind", state.kind.word)]
        guard let target = new.state(state.name) else { return [Statement("moving-state-gone", facts)] }
        var obstacles: [Statement] = []
        if target.kind.word != state.kind.word {
            obstacles.append(Statement("moving-other-kind", facts + [.text("new", target.kind.word)]))
        }
        if state.kind.vote != nil || state.kind is ConsentKind || state.kind is NoticeKind {
            obstacles.append(Statement("moving-held-fast", facts))
        }
        return obstacles
    }

    /// The states that may come after one, itself first, in the order in which they are reached.
    public func states(from name: String) -> [String] {
        var found = [name]
        var next = 0
        while next < found.count {
            let state = state(found[next])
            next += 1
            let targets =
                (state?.outcomes.map(\.goto) ?? []) + (state?.actions.map(\.goto) ?? [])
                + [state?.visits?.then, state?.support?.otherwise].compactMap(\.self)
            for target in targets where !found.contains(target) { found.append(target) }
        }
        return found
    }
}
