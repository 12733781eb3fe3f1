/// A state of some kind, made up by chance: its keys and its outcomes.
struct MadeUpState {
    /// The kinds, but for the final one and those that need another state of a certain kind.
    enum Kind: String, CaseIterable {
        case draft, sponsorship, collect, options, deliberation, opinion, notice, vote, consent, veto
        case judgement, task, hold, meeting
        var word: String { rawValue }
    }

    /// One outcome.
    struct Outcome {
        let name: String
        var isInFavour = false
        var isFirst = false
    }

    /// The lines of the state, but for its outcomes.
    private(set) var lines: [String] = []
    /// The outcomes, the one that the author hopes for first.
    private(set) var outcomes: [Outcome] = []
    /// Whether a total makes sense.
    private(set) var canHaveTotal = true
    /// Whether its clock has a minimum.
    private(set) var hasMinimum = false

    init(_ kind: Kind, waits: Bool, _ dice: inout Dice) {
        let own = Self.keys(kind, &dice)
        lines = own.lines
        outcomes = own.outcomes
        if !outcomes.isEmpty { outcomes[0].isFirst = true }
        let clock = clock(kind, waits: waits, &dice)
        lines.append("lasts: " + clock)
        if clock == "waits" { lines.append("waits-for: A sign") }
        canHaveTotal = kind != .vote && kind != .meeting
        if kind == .vote { lines.append("notify: members") }
    }

    private static let lengths = [
        "36 hours", "3 days", "10 days", "2 weeks", "1 month", "45 days", "3 months",
    ]

    private mutating func clock(_ kind: Kind, waits: Bool, _ dice: inout Dice) -> String {
        let length = dice.one(of: Self.lengths) ?? "3 days"
        var forms = ["between"]
        switch kind {
        case .vote: forms = ["exactly", "exactly", "extendable"]
        case .sponsorship: forms = ["exactly", "between"]
        case .collect, .options, .veto, .consent, .opinion, .judgement, .hold: forms = ["exactly", "between"]
        case .deliberation: forms = ["exactly", "between", "extendable"]
        case .draft, .notice, .task, .meeting: break
        }
        let canWait = ![Kind.vote, .collect, .options, .veto, .consent].contains(kind)
        if waits, canWait { return "waits" }
        switch dice.one(of: forms) {
        case "exactly": return length
        case "extendable":
            let adjusted =
                dice.happens(30) && kind == .deliberation
                ? ", adjusted-by: {role: chair, by-at-most: 2 days}" : ""
            return "{ends-after: 10 days, extendable-to: 3 weeks\(adjusted)}"
        default:
            let isEnded = dice.happens(30) && kind != .vote
            let mayHaveMinimum = kind != .sponsorship && kind != .meeting && kind != .consent
            hasMinimum = mayHaveMinimum && dice.happens(30)
            let minimum = hasMinimum ? "at-least: 1 day, " : ""
            // Without an upper bound it is never left, unless a total says so.
            let bound = waits ? "" : "at-most: \(length)"
            let ended = isEnded || bound.isEmpty ? "ended-by: chair" : ""
            let parts = [bound, ended].filter { !$0.isEmpty }.joined(separator: ", ")
            return "{\(minimum)\(parts)}"
        }
    }

    private static func keys(_ kind: Kind, _ dice: inout Dice) -> (lines: [String], outcomes: [Outcome]) {
        func plain(_ names: String...) -> [Outcome] { names.map { Outcome(name: $0) } }
        switch kind {
        case .draft: return ([], plain("submitted", "not-submitted"))
        case .sponsorship: return (["by: any member", "sponsors: at least 2"], plain("enough", "too-few"))
        case .collect:
            return (
                ["collects: ideas", "by: any member", "contributions: at least 1"],
                plain("collected", "nothing-collected")
            )
        case .options:
            return (
                ["by: any member", "number: {at-least: 2}", "each-needs: nothing"], plain("ready", "too-few")
            )
        case .deliberation: return deliberation(&dice)
        case .opinion: return (["by: board", "choices: [for, against]"], plain("given", "not-given"))
        case .notice: return (["by: board", "to: members"], plain("given", "not-given"))
        case .vote: return vote(&dice)
        case .consent:
            return (
                [
                    "asks: members", "silence: counts for nothing", "answers: at least 1/2 of asked",
                    "objections: stand", "excused-by: none",
                    "close-early: " + (dice.happens(50) ? "never" : "when all have answered"),
                    "notify: members",
                ],
                [Outcome(name: "consented", isInFavour: true)] + plain("objected", "too-few-answers")
            )
        case .veto: return (["by: board", "grounds: [law]"], plain("not-vetoed", "vetoed"))
        case .judgement:
            let carries = dice.happens(60)
            return (
                ["by: chair", "choices: [accept, refuse]"] + (carries ? ["in-favour: [accept]"] : []),
                [Outcome(name: "accept", isInFavour: carries)] + plain("refuse", "not-judged")
            )
        case .task: return (["by: board", "does: Something"], plain("done", "refused", "not-done"))
        case .hold:
            return (
                ["awaits: A court", "reported-by: board"], plain("released", "overturned", "time-ran-out")
            )
        case .meeting:
            return (
                ["calendar: general", "date-by: board", "length: 1 day"], plain("held", "not-held")
            )
        }
    }

    private static func deliberation(_ dice: inout Dice) -> (lines: [String], outcomes: [Outcome]) {
        var lines: [String] = []
        if dice.happens(30) {
            let most = dice.happens(90) ? "at-most: \(1 + dice.below(3)), " : ""
            lines.append("amendments: {by: author, \(most)restart-the-clock: yes}")
        }
        guard dice.happens(20) else { return (lines, [Outcome(name: "ended")]) }
        lines.append("concerns: {by: any member, resolved-by: chair, must-be-resolved: yes}")
        return (lines, [Outcome(name: "ended"), Outcome(name: "concerns-open")])
    }

    private static func vote(_ dice: inout Dice) -> (lines: [String], outcomes: [Outcome]) {
        let hasQuorum = dice.happens(40)
        let leavesTies = dice.happens(20)
        var outcomes = [Outcome(name: "passed", isInFavour: true), Outcome(name: "failed")]
        if hasQuorum { outcomes.append(Outcome(name: "no-quorum")) }
        if leavesTies { outcomes.append(Outcome(name: "tied")) }
        let lines = [
            "asks: the proposal", "ballot: yes, no or abstain", "secret: no", "change-ballot: until closing",
            "electorate: {who: members, as-of: opening}", "proxies: none",
            "decides: " + (hasQuorum ? "quorate" : "plain"), "tie: " + (leavesTies ? "outcome" : "fails"),
            "close-early: never",
            "extend: "
                + (hasQuorum && dice.happens(50) ? "{if-quorum-in-last: 24 hours, by: 24 hours}" : "none"),
        ]
        return (lines, outcomes)
    }
}
