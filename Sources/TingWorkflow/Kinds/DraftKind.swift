import TingTally

/// The author and co-authors write; the author submits.
public struct DraftKind: StateKind {
    /// The word after `kind:`.
    public static let word = "draft"
    /// No keys besides those of every state.
    public static let keys: [Key] = []
    /// A draft ends when it is submitted, so it lasts at most so long, or waits.
    public static let clocks: [ClockForm] = [.between, .waits]

    /// Whether a minimum time must pass before the proposal can be submitted.
    let timing: DeedForm.Timing
    /// Where the state's name stands in the file.
    let mark: Mark

    /// Reads the kind; reports what is wrong and puts something harmless in its place.
    public init(_ map: MapReader) {
        timing = map.clock.timingOfDeeds
        mark = map.mark
    }

    /// Submitted or not.
    public var outcomes: [OutcomeForm] {
        [OutcomeForm("submitted", byPeople: true), OutcomeForm("not-submitted")]
    }

    /// The author submits.
    public func deeds(in workflow: Workflow) -> [DeedForm] {
        [DeedForm("submit", by: .author, timing: timing, mark: mark)]
    }

    /// Submitted, as soon as it is.
    public func outcome(after deed: Deed, in visit: Visit, of workflow: Workflow) -> String? {
        deed.verb == "submit" ? "submitted" : nil
    }

    /// Not submitted in time.
    public func outcomeWhenTimeIsUp(in visit: Visit, of workflow: Workflow) -> String { "not-submitted" }

    /// The author and co-authors change the text as they like.
    public var writing: Writing {
        Writing(comments: .anyMember, amendments: People([.relation(.author), .relation(.coAuthors)]))
    }
}
