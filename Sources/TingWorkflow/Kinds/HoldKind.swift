import TingTally

/// The proposal waits for another decision: of a board, a court, a tribunal, or of
/// another proposal of the same assembly.
public struct HoldKind: StateKind {
    /// The word after `kind:`.
    public static let word = "hold"
    /// What is waited for, who reports how it ended, and what overturns.
    public static let keys = [
        Key("awaits", .either([.oneOf([anotherProposal]), .wording]), required: true),
        Key("reported-by", .phrase(.people), required: true),
        Key("overturned-when", .list(.oneOf(results))),
    ]
    /// At most so long, exactly so long, or until it is decided.
    public static let clocks: [ClockForm] = [.exactly, .between, .waits]
    static let anotherProposal = "another proposal"
    static let results = FinalKind.Result.allCases.map(\.rawValue)
    static let choices = ["released", "overturned"]
    /// The verb with which the other proposal is named.
    public static let nameVerb = "name-proposal"

    /// What is waited for, in words; nil where it is another proposal.
    public let awaits: Wording?
    /// Who reports how it ended, or names the other proposal.
    public let reportedBy: People
    /// The results of the other proposal that overturn this one; with every other it is released.
    public let overturnedWhen: [String]
    let mark: Mark

    /// Reads the kind; reports what is wrong and puts something harmless in its place.
    public init(_ map: MapReader) {
        let isProposal = map["awaits"]?.text == Self.anotherProposal
        awaits = isProposal ? nil : map.wording("awaits") ?? Wording(plain: map.name)
        reportedBy = map.people("reported-by") ?? .anyMember
        var named: [String] = []
        for node in map["overturned-when"] == nil ? [] : map.texts("overturned-when") ?? [] {
            guard let word = node.text else { continue }
            if Self.results.contains(word) {
                named.append(word)
            } else {
                map.reading.error(
                    "unknown-value", [.text("value", word), .text("key", "overturned-when")], at: node,
                    allowed: Self.results, suggestion: didYouMean(word, among: Self.results))
            }
        }
        overturnedWhen = named
        mark = map.mark
        if isProposal, map["overturned-when"] == nil {
            map.reading.error(
                "hold-without-results", at: map.mark, width: max(1, map.name.unicodeScalars.count),
                allowed: ["overturned-when: [adopted]"])
        } else if !isProposal, let node = map["overturned-when"] {
            map.reading.error("hold-results-of-nothing", at: node)
        }
    }

    /// Released, overturned, or neither in time.
    public var outcomes: [OutcomeForm] {
        [
            OutcomeForm("released", byPeople: true), OutcomeForm("overturned", byPeople: true),
            OutcomeForm("time-ran-out"),
        ]
    }

    /// Naming the other proposal, or reporting how it was decided, with a reason.
    public func deeds(in workflow: Workflow) -> [DeedForm] {
        if awaits == nil {
            return [
                DeedForm(Self.nameVerb, by: reportedBy, carries: [.proposal], times: .often, mark: mark)
            ]
        }
        return [
            DeedForm("report", by: reportedBy, carries: [.choice(Self.choices), .reason], mark: mark)
        ]
    }

    /// What was reported, when enough of those who report say the same.
    public func outcome(after deed: Deed, in visit: Visit, of workflow: Workflow) -> String? {
        guard deed.verb == "report", let choice = deed.choice,
            visit.tookEffect("report", by: reportedBy, choice: choice)
        else { return nil }
        return choice
    }

    /// What the other proposal's result means for this one.
    public func outcome(ofOtherResult result: String) -> String {
        overturnedWhen.contains(result) ? "overturned" : "released"
    }

    /// Neither in time.
    public func outcomeWhenTimeIsUp(in visit: Visit, of workflow: Workflow) -> String { "time-ran-out" }
}
