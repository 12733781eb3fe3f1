import TingTally

/// Named people may stop the proposal, with a ground from a closed list and a reason.
///
/// Vetoes are counted whatever their grounds. Where the state lasts an exact
/// time, they are counted at its end.
public struct VetoKind: StateKind {
    /// The word after `kind:`.
    public static let word = "veto"
    /// Who may stop it, and on what grounds.
    public static let keys = [
        Key("by", .phrase(.people), required: true), Key("grounds", .list(.phrase(.name)), required: true),
    ]
    /// At most so long, exactly so long, or until a meeting ends.
    public static let clocks: [ClockForm] = [.exactly, .between, .untilEnd]

    /// Who may stop it, and how many it takes.
    public let by: People
    /// For what.
    public let grounds: [String]
    let clock: Clock
    let mark: Mark

    /// Reads the kind; reports what is wrong and puts something harmless in its place.
    public init(_ map: MapReader) {
        by = map.actors("by") ?? .anyMember
        grounds = map.choices("grounds")
        clock = map.clock
        mark = map.mark
    }

    /// Vetoed or not.
    public var outcomes: [OutcomeForm] { [OutcomeForm("vetoed", byPeople: true), OutcomeForm("not-vetoed")] }

    /// A veto, with its ground and its reason.
    public func deeds(in workflow: Workflow) -> [DeedForm] {
        [
            DeedForm(
                "veto", by: by, timing: clock.timingOfDeeds, carries: [.choice(grounds), .reason], mark: mark)
        ]
    }

    /// Vetoed, when enough persons veto; never before the end of an exact time.
    public func outcome(after deed: Deed, in visit: Visit, of workflow: Workflow) -> String? {
        !clock.isExact && deed.verb == "veto" && visit.tookEffect("veto", by: by) ? "vetoed" : nil
    }

    /// Counts the vetoes.
    public func outcomeWhenTimeIsUp(in visit: Visit, of workflow: Workflow) -> String {
        visit.tookEffect("veto", by: by) ? "vetoed" : "not-vetoed"
    }
}
