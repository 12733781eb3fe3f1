import Foundation
import TingWorkflow
import TingYAML

/// `ting-trial`: long trials of the checker, for whoever changes it.
///
///     swift run -c release ting-trial oracle 10000 1
///     swift run -c release ting-trial mutate feature-request.yaml
///     swift run -c release ting-trial fuzz 10000000 1
@main
enum TingTrial {
    static func main() throws {
        let words = Array(CommandLine.arguments.dropFirst())
        let numbers = words.dropFirst().compactMap { UInt64($0) }
        switch words.first {
        case "oracle": oracle(count: numbers.first ?? 10_000, seed: numbers.dropFirst().first ?? 1)
        case "mutate": mutate(Array(words.dropFirst()))
        case "fuzz": fuzz(count: Int(numbers.first ?? 1_000_000), seed: numbers.dropFirst().first ?? 1)
        default:
            say(
                "ting-trial oracle [COUNT] [SEED]\nting-trial mutate [FILE ...]\nting-trial fuzz [COUNT] [SEED]"
            )
            exit(64)
        }
    }

    private static func oracle(count: UInt64, seed: UInt64) {
        let start = Date()
        var disagreed = 0
        for file in Library.files {
            guard let text = Library.text(file), let workflow = try? Workflow.read(YAML.read(text)) else {
                say("\(file) cannot be read")
                disagreed += 1
                continue
            }
            let comparison = Comparison(workflow)
            for difference in comparison.disagreements { say("\(file): \(difference)") }
            disagreed += comparison.disagreements.isEmpty ? 0 : 1
            let days = comparison.answers.longest.map { "\(($0 + 86_399) / 86_400) days" } ?? "no bound"
            say("\(file): \(comparison.answers.situations) situations, \(days)")
        }
        let trial = OracleTrial(seeds: seed..<(seed + count))
        for found in trial.cases.prefix(5) {
            say(
                "\nseed \(found.seed)\n  " + found.differences.joined(separator: "\n  ") + "\n" + found.text)
        }
        say("\nseeds \(seed) to \(seed + count - 1)")
        say(trial.table)
        say(
            "\(trial.count) workflows, \(trial.situations) situations, \(trial.local) wrong in a state by itself, "
                + "\(trial.cut) too large, \(trial.cases.count) disagreements, "
                + "\(Int(Date().timeIntervalSince(start))) s")
        exit(trial.cases.isEmpty && trial.cut == 0 && disagreed == 0 ? 0 : 1)
    }

    /// A trial takes minutes: each line is seen when it is known, in a file or a pipe too.
    private static func say(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }

    private static func mutate(_ wanted: [String]) {
        let start = Date()
        for name in wanted where !Library.files.contains(name) {
            say("\(name) is not in \(Library.home.path)/Workflows")
            exit(64)
        }
        var trial = MutationTrial()
        for file in Library.files where wanted.isEmpty || wanted.contains(file) {
            let before = (trial.count, trial.reported)
            trial.plant(in: file, Library.text(file) ?? "")
            say("\(file): \(trial.reported - before.1) of \(trial.count - before.0) reported")
        }
        for (file, fault) in trial.survivors { say("\(file):\(fault.line): \(fault.name)") }
        say("\n" + trial.table)
        say(
            "\(trial.count) faults, \(trial.reported) reported, \(trial.survivors.count) survived, "
                + "\(trial.unreadable) more left no procedure, \(Int(Date().timeIntervalSince(start))) s")
    }

    /// The corpus is made of the library and of the kept inputs; what ends in a way of its own is kept beside it.
    private static func fuzz(count: Int, seed: UInt64) {
        let start = Date()
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ting-trial-fuzz-\(seed)")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let current = folder.appendingPathComponent("under-trial")
        try? Data().write(to: current)
        var trial = FuzzTrial(
            corpus: Library.corpus, seed: seed, scratch: FileHandle(forWritingAtPath: current.path))
        say("\(trial.runs) inputs in the corpus; the bytes under trial lie in \(current.path)")
        while trial.runs < count {
            trial.run(min(100_000, count - trial.runs))
            say(
                "\(trial.runs) tried, \(trial.sound) sound, \(trial.found.count) new ends, "
                    + "slowest \(Int(trial.slowest.milliseconds)) ms, \(Int(Date().timeIntervalSince(start))) s"
            )
        }
        for (number, bytes) in trial.found.enumerated() {
            try? Data(bytes).write(to: folder.appendingPathComponent("found-\(number + 1).yaml"))
        }
        try? Data(trial.slowest.bytes).write(to: folder.appendingPathComponent("slowest.yaml"))
        exit(trial.slowest.milliseconds < 2_000 ? 0 : 1)
    }
}
