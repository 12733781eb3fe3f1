import TingTally

/// Something outside the program: a registration, a delivery, a publication.
public struct TaskKind: StateKind {
    /// The word after `kind:`.
    public static let word = "task"
    /// Who does what.
    public static let keys = [
        Key("by", .phrase(.people), required: true), Key("does", .wording, required: true),
    ]
    /// At most so long, until it is done, or until a meeting ends.
    public static let clocks: [ClockForm] = [.between, .waits, .untilEnd]
    static let choices = ["done", "refused"]

    /// Who does it and reports.
    public let by: People
    /// What is to be done.
    public let does: Wording
    let timing: DeedForm.Timing
    let mark: Mark

    /// Reads the kind; reports what is wrong and puts something harmless in its place.
    public init(_ map: MapReader) {
        by = map.actors("by") ?? .anyMember
        does = map.wording("does") ?? Wording(plain: map.name)
        timing = map.clock.timingOfDeeds
        mark = map.mark
    }

    /// Done, refused, or not done in time.
    public var outcomes: [OutcomeForm] {
        [
            OutcomeForm("done", byPeople: true), OutcomeForm("refused", byPeople: true),
            OutcomeForm("not-done"),
        ]
    }

    /// Reporting that it is done, or refused.
    public func deeds(in workflow: Workflow) -> [DeedForm] {
        [DeedForm("report", by: by, timing: timing, carries: [.choice(Self.choices)], mark: mark)]
    }

    /// What was reported.
    public func outcome(after deed: Deed, in visit: Visit, of workflow: Workflow) -> String? {
        guard deed.verb == "report", let choice = deed.choice,
            visit.tookEffect("report", by: by, choice: choice)
        else { return nil }
        return choice
    }

    /// Not done in time.
    public func outcomeWhenTimeIsUp(in visit: Visit, of workflow: Workflow) -> String { "not-done" }
}
