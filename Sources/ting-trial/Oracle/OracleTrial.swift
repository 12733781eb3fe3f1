import TingTally
import TingWorkflow
import TingYAML

/// Many workflows made up by chance, each asked of the checker and of the oracle.
struct OracleTrial {
    /// A workflow about which the two do not agree, or that could not be read.
    struct Case {
        let seed: UInt64
        let text: String
        let differences: [String]
    }

    /// How many were asked about.
    private(set) var count = 0
    /// How many were wrong in a state by itself, so that the checker asked no further.
    private(set) var local = 0
    /// How many had too many situations.
    private(set) var cut = 0
    /// How many situations there were in all.
    private(set) var situations = 0
    /// How many kept each question, and how many broke it.
    private(set) var kept: [Comparison.Question: Int] = [:]
    private(set) var broken: [Comparison.Question: Int] = [:]
    /// What is to be looked at.
    private(set) var cases: [Case] = []

    /// Asks about so many workflows, made from the seeds that follow one another.
    init(seeds: Range<UInt64>) {
        for seed in seeds { ask(seed) }
    }

    private mutating func ask(_ seed: UInt64) {
        let text = MadeUpWorkflow.text(seed: seed)
        count += 1
        let comparison: Comparison
        do {
            comparison = Comparison(try Workflow.read(YAML.read(text)))
        } catch {
            let codes = error.findings.map { "line \($0.mark.line): \($0.statement.code)" }
            return cases.append(Case(seed: seed, text: text, differences: codes))
        }
        situations += comparison.answers.situations
        if comparison.answers.isCut { cut += 1 }
        if comparison.isLocal { local += 1 }
        for question in Comparison.Question.allCases where !comparison.isLocal {
            if comparison.broken.contains(question) {
                broken[question, default: 0] += 1
            } else {
                kept[question, default: 0] += 1
            }
        }
        guard !comparison.disagreements.isEmpty else { return }
        cases.append(
            Case(seed: seed, text: text, differences: comparison.disagreements.map(\.description)))
    }

    /// The counts, one question a line.
    var table: String {
        var lines = ["kept   broken  question"]
        for question in Comparison.Question.allCases {
            let numbers = [kept[question] ?? 0, broken[question] ?? 0].map { "\($0)" }
            lines.append(
                numbers.map { $0 + String(repeating: " ", count: max(1, 7 - $0.count)) }.joined()
                    + question.rawValue)
        }
        return lines.joined(separator: "\n")
    }
}
