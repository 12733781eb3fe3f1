import Testing
import TingReports
import TingTally
import TingTestSupport
import TingWorkflow

/// Workflows to draw: of the library, and made by chance.
enum Pictures {
    /// The Swedish words of the program.
    static let swedish = try? Words(
        Steward.node(String(decoding: Golden.bytes(at: "Templates/words/sv.yaml"), as: UTF8.self)))

    /// The drawing of a text that is a sound workflow.
    static func drawing(_ text: String, language: String = "en") throws -> Drawing {
        let workflow = try #require(try Steward.inspect(text).workflow)
        return drawing(workflow, language: language)
    }

    /// The drawing of a file of the library.
    static func drawing(of file: String, language: String = "en") throws -> Drawing {
        let text = String(decoding: try Golden.bytes(at: "Workflows/\(file)"), as: UTF8.self)
        return try drawing(text, language: language)
    }

    /// The drawing of a workflow that may be unsound.
    static func drawing(_ workflow: Workflow, language: String = "en") -> Drawing {
        let english = Steward.words ?? .fallback
        let words = language == "sv" ? swedish?.backed(by: english) ?? english : english
        return Drawing(workflow, language: language) { words.render($0) }
    }

    /// A workflow of some states with moves by chance: forth, back, to itself, some to nowhere near.
    ///
    /// It need not make sense to anybody; it must be drawn all the same.
    static func drawing(states: Int, seed: UInt64) throws -> Drawing {
        var dice = Dice(state: seed)
        let ends = ["adopted", "rejected", "lapsed", "withdrawn"].prefix(1 + dice.below(4))
        func place() -> String {
            dice.below(3) == 0 ? String(ends[dice.below(ends.count)]) : "s\(dice.below(states))"
        }
        func next(_ state: Int) -> String {
            let to = state + 1 + dice.below(2)
            return dice.below(4) == 0 ? place() : to < states ? "s\(to)" : "adopted"
        }
        var lines = ["ting: 1", "workflow: chance", "title: Chance \(seed)", "basis: chance"]
        lines += ["needs:", "  roles: [board]", "first: s0", "states:"]
        for state in 0..<states {
            lines += ["  s\(state):", "    title: \(title(&dice))"]
            switch dice.below(4) {
            case 0:
                lines += ["    kind: deliberation", "    lasts: \(2 + dice.below(30)) days"]
                lines += ["    outcomes:", "      ended: \(next(state))"]
            case 1:
                lines += ["    kind: opinion", "    by: board", "    choices: [yes-please, rather-not]"]
                lines += ["    lasts: {at-most: 9 days}", "    outcomes:"]
                lines += ["      given: \(next(state))", "      not-given: \(place())"]
            default:
                lines += ["    kind: task", "    by: board", "    does: \(title(&dice))"]
                lines += ["    lasts: {at-most: 9 weeks}", "    outcomes:"]
                lines += ["      done: \(next(state))", "      refused: \(place())"]
                lines += ["      not-done: \(place())"]
            }
            if dice.below(3) == 0 {
                lines += ["    actions:", "      take-back: {by: author, goto: \(place())}"]
            }
            if dice.below(6) == 0 {
                lines += ["    visits: {at-most: 2, then: \(place())}"]
            }
        }
        for end in ends { lines += ["  \(end):", "    kind: final", "    result: \(end)"] }
        return drawing(try Workflow.read(Steward.node(lines.joined(separator: "\n") + "\n")))
    }

    private static func title(_ dice: inout Dice) -> String {
        let words = ["The", "board", "general", "meeting", "decides", "opinion", "on", "it", "Extraordinary"]
        return (0...dice.below(5)).map { _ in words[dice.below(words.count)] }.joined(separator: " ")
    }

    /// Chance that can be had again from its seed (SplitMix64).
    struct Dice {
        var state: UInt64

        mutating func below(_ count: Int) -> Int {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = state
            value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
            return Int((value ^ (value >> 31)) % UInt64(count))
        }
    }
}
