public import TingTally

/// People contribute needs, ideas or evidence; each contribution gets a number.
///
/// Contributions stay with the proposal: a later state groups them, and another
/// visit adds to them.
public struct CollectKind: StateKind {
    /// The word after `kind:`.
    public static let word = "collect"
    /// What is collected from whom, and how much of it must come.
    public static let keys = [
        Key("collects", .oneOf(["needs", "ideas", "evidence"]), required: true),
        Key("by", .phrase(.people), required: true),
        Key("contributions", .phrase(.amount), required: true), Key("each-at-most", .phrase(.whole)),
    ]
    /// Exactly so long, at most so long, or until a meeting ends.
    public static let clocks: [ClockForm] = [.exactly, .between, .untilEnd]
    /// The verb with which people contribute.
    public static let contributeVerb = "contribute"
    /// The verb with which they take a contribution back.
    public static let withdrawVerb = "withdraw-contribution"

    /// What is collected.
    public let collects: String
    /// Who contributes.
    public let by: People
    /// How many contributions must stand at the end; nil only where the file is wrong.
    public let contributions: Amount?
    /// How many one person may have standing; nil for any number.
    public let eachAtMost: Int?
    let mark: Mark

    /// Reads the kind; reports what is wrong and puts something harmless in its place.
    public init(_ map: MapReader) {
        collects = map.one(of: ["needs", "ideas", "evidence"], "collects") ?? "ideas"
        by = map.people("by") ?? .anyMember
        contributions = map.amount("contributions")
        eachAtMost = map.whole("each-at-most")
        mark = map.mark
    }

    /// Enough was collected, or not.
    public var outcomes: [OutcomeForm] { [OutcomeForm("collected"), OutcomeForm("nothing-collected")] }

    /// Contributing, and taking a contribution back.
    public func deeds(in workflow: Workflow) -> [DeedForm] {
        [
            DeedForm(
                Self.contributeVerb, by: by, carries: [.words], times: .often, isNumbered: true, mark: mark),
            DeedForm(
                Self.withdrawVerb, by: by, carries: [.number(of: Self.contributeVerb)], times: .often,
                mark: mark),
        ]
    }

    /// The contributions that stand.
    public func numbers(for form: DeedForm, in visit: Visit) -> [Int] { standing(in: visit).map(\.number) }

    /// Each takes back only what they contributed, and has no more standing than allowed.
    public func objection(to deed: Deed, in visit: Visit, of workflow: Workflow, zone: Zone) -> Statement? {
        let own = standing(in: visit).filter { $0.by == deed.by }
        if deed.verb == Self.withdrawVerb {
            return own.contains { $0.number == deed.number } ? nil : Statement("not-own-contribution")
        }
        guard deed.verb == Self.contributeVerb, let eachAtMost, own.count >= eachAtMost else { return nil }
        return Statement("contributions-used-up", [.number("limit", eachAtMost)])
    }

    /// Whether enough stands.
    public func outcomeWhenTimeIsUp(in visit: Visit, of workflow: Workflow) throws -> String {
        let isEnough =
            try contributions?.isMet(
                by: standing(in: visit).count, members: visit.members, formulas: workflow.formulas) ?? false
        return isEnough ? "collected" : "nothing-collected"
    }

    private func standing(in visit: Visit) -> [Contribution] {
        visit.contributions.filter { $0.state == visit.state }
    }
}
