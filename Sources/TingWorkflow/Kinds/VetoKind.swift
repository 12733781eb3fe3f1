public import TingTally

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

    /// The verb with which a veto is taken back.
    public static let withdrawVerb = "withdraw-veto"

    /// A veto, with its ground and its reason; and taking it back.
    public func deeds(in workflow: Workflow) -> [DeedForm] {
        [
            DeedForm(
                "veto", by: by, timing: clock.timingOfDeeds, carries: [.choice(grounds), .reason],
                times: .often, family: "veto", mark: mark),
            DeedForm(Self.withdrawVerb, by: by, times: .often, family: "veto", takesBack: true, mark: mark),
        ]
    }

    /// One vetoes once, and takes back only what one did.
    public func objection(to deed: Deed, in visit: Visit, of workflow: Workflow, zone: Zone) -> Statement? {
        let persons = visit.persons(who: "veto", unless: Self.withdrawVerb)
        if deed.verb == "veto", persons.contains(deed.by) { return Statement("vetoes-already") }
        if deed.verb == Self.withdrawVerb, !persons.contains(deed.by) { return Statement("no-veto-yet") }
        return nil
    }

    /// Vetoed, when enough persons veto; never before the end of an exact time.
    public func outcome(after deed: Deed, in visit: Visit, of workflow: Workflow) -> String? {
        !clock.isExact && deed.verb == "veto" && stands(in: visit) ? "vetoed" : nil
    }

    /// Counts the vetoes.
    public func outcomeWhenTimeIsUp(in visit: Visit, of workflow: Workflow) -> String {
        stands(in: visit) ? "vetoed" : "not-vetoed"
    }

    private func stands(in visit: Visit) -> Bool {
        let persons = visit.persons(who: "veto", unless: Self.withdrawVerb)
        return persons.count >= visit.needed["veto"] ?? by.personsNeeded
    }
}
