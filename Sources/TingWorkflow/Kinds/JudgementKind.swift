public import TingTally

/// A role chooses among outcomes the file names, with a reason.
///
/// The choices under `in-favour` are decisions in favour of the proposal;
/// without that key, a judgement alone adopts nothing.
public struct JudgementKind: StateKind {
    /// The word after `kind:`.
    public static let word = "judgement"
    /// Who judges, what they choose among, and which choices carry the proposal.
    public static let keys = [
        Key("by", .phrase(.people), required: true), Key("choices", .list(.phrase(.name)), required: true),
        Key("in-favour", .list(.phrase(.name))), Key("concerns", .map(Concerns.keys)),
    ]
    /// At most so long, exactly so long, until they judge, or until a meeting ends.
    public static let clocks: [ClockForm] = [.exactly, .between, .waits, .untilEnd]
    static let nothing = "not-judged"

    /// Who judges.
    public let by: People
    /// What they choose among.
    public let choices: [String]
    /// The choices that decide in favour.
    public let inFavour: [String]
    /// Who raises concerns, and what becomes of them; nil where the file says nothing of them.
    public let concerns: Concerns?
    let clock: Clock
    let mark: Mark

    /// Reads the kind; reports what is wrong and puts something harmless in its place.
    public init(_ map: MapReader) {
        by = map.actors("by") ?? .anyMember
        choices = map.choices("choices")
        inFavour = map["in-favour"] == nil ? [] : map.choices("in-favour")
        concerns = map.concerns()
        clock = map.clock
        mark = map.mark
        for node in map["in-favour"]?.items ?? [] {
            guard let name = node.text, !choices.contains(name) else { continue }
            map.reading.error(
                "unknown-choice", [.text("choice", name)], at: node, allowed: choices,
                suggestion: didYouMean(name, among: choices))
        }
        for node in map["choices"]?.items ?? [] where node.text == Self.nothing {
            map.reading.error("reserved-name", [.text("name", Self.nothing)], at: node)
        }
    }

    /// The choices the file names, and that nobody judged.
    public var outcomes: [OutcomeForm] {
        choices.map { OutcomeForm($0, decides: inFavour.contains($0), byPeople: true) } + [
            OutcomeForm(Self.nothing)
        ]
    }

    /// A judgement, with its reason; and raising concerns.
    public func deeds(in workflow: Workflow) -> [DeedForm] {
        [
            DeedForm(
                "judge", by: by, timing: clock.timingOfDeeds, carries: [.choice(choices), .reason], mark: mark
            )
        ] + (concerns?.deeds ?? [])
    }

    /// The concerns that are open.
    public func numbers(for form: DeedForm, in visit: Visit) -> [Int] { visit.openConcerns.keys.sorted() }

    /// Only who raised a concern takes it back.
    public func objection(to deed: Deed, in visit: Visit, of workflow: Workflow, zone: Zone) -> Statement? {
        Concerns.verbs.contains(deed.verb) ? concerns?.objection(to: deed, in: visit) : nil
    }

    /// The choice, when enough of the judges made it and no concern stands in its way; never before the
    /// end of an exact time.
    public func outcome(after deed: Deed, in visit: Visit, of workflow: Workflow) -> String? {
        guard !clock.isExact, deed.verb == "judge" || Concerns.verbs.contains(deed.verb) else { return nil }
        let outcome = outcomeWhenTimeIsUp(in: visit, of: workflow)
        return outcome == Self.nothing ? nil : outcome
    }

    /// The first choice that enough made, if any; none while a concern is open that must be resolved.
    public func outcomeWhenTimeIsUp(in visit: Visit, of workflow: Workflow) -> String {
        if concerns?.areOpen(in: visit) ?? false { return Self.nothing }
        return choices.first { visit.tookEffect("judge", by: by, choice: $0) } ?? Self.nothing
    }
}
