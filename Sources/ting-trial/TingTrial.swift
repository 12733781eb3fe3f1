import Foundation
import TingWorkflow
import TingYAML

/// `ting-trial`: long trials of the checker, for whoever changes it.
///
///     swift run -c release ting-trial oracle 10000 1
@main
enum TingTrial {
    static func main() throws {
        let words = Array(CommandLine.arguments.dropFirst())
        let numbers = words.dropFirst().compactMap { UInt64($0) }
        switch words.first {
        case "oracle": oracle(count: numbers.first ?? 10_000, seed: numbers.dropFirst().first ?? 1)
        case "mutate": mutate(Array(words.dropFirst()))
        default:
            print("ting-trial oracle [COUNT] [SEED]\nting-trial mutate [FILE ...]")
            exit(64)
        }
    }

    private static func oracle(count: UInt64, seed: UInt64) {
        let start = Date()
        var disagreed = 0
        for file in Library.files {
            guard let text = Library.text(file), let workflow = try? Workflow.read(YAML.read(text)) else {
                print("\(file) cannot be read")
                disagreed += 1
                continue
            }
            let comparison = Comparison(workflow)
            for difference in comparison.disagreements { print("\(file): \(difference)") }
            disagreed += comparison.disagreements.isEmpty ? 0 : 1
            let days = comparison.answers.longest.map { "\(($0 + 86_399) / 86_400) days" } ?? "no bound"
            print("\(file): \(comparison.answers.situations) situations, \(days)")
        }
        let trial = OracleTrial(seeds: seed..<(seed + count))
        for found in trial.cases.prefix(5) {
            print(
                "\nseed \(found.seed)\n  " + found.differences.joined(separator: "\n  ") + "\n" + found.text)
        }
        print("\nseeds \(seed) to \(seed + count - 1)")
        print(trial.table)
        print(
            "\(trial.count) workflows, \(trial.situations) situations, \(trial.local) wrong in a state by itself, "
                + "\(trial.cut) too large, \(trial.cases.count) disagreements, "
                + "\(Int(Date().timeIntervalSince(start))) s")
        exit(trial.cases.isEmpty && trial.cut == 0 && disagreed == 0 ? 0 : 1)
    }

    private static func mutate(_ wanted: [String]) {
        let start = Date()
        var trial = MutationTrial()
        for file in Library.files where wanted.isEmpty || wanted.contains(file) {
            let before = (trial.count, trial.reported)
            trial.plant(in: file, Library.text(file) ?? "")
            print("\(file): \(trial.reported - before.1) of \(trial.count - before.0) reported")
        }
        for (file, fault) in trial.survivors { print("\(file):\(fault.line): \(fault.name)") }
        print("\n" + trial.table)
        print(
            "\(trial.count) faults, \(trial.reported) reported, \(trial.survivors.count) survived, "
                + "\(trial.unreadable) more left no procedure, \(Int(Date().timeIntervalSince(start))) s")
    }
}
