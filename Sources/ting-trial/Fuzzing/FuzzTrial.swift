import Foundation
import TingTally
import TingWorkflow
import TingYAML

/// Bytes that nobody would write as a workflow, each read and checked as the program does.
///
/// Whatever the bytes are, they must end in a message or in a checked workflow. The bytes under trial
/// lie in a file that outlives the process, so that a crash leaves what caused it. A kind of end that
/// was not seen before, such as another message in another part of the file, is what makes an input
/// worth keeping: it joins the inputs from which further ones are made.
struct FuzzTrial {
    /// What came out.
    private(set) var runs = 0
    private(set) var sound = 0
    /// The longest that one input took, in milliseconds, and that input.
    private(set) var slowest: (milliseconds: Double, bytes: [UInt8]) = (0, [])
    /// The inputs that ended in a way of their own, in the order in which they were found.
    private(set) var found: [[UInt8]] = []
    private var inputs: [[UInt8]]
    private var seen: Set<[String]> = []
    private var garbling: Garbling
    private let scratch: FileHandle?

    /// Begins with a corpus, whose order matters; every input of it is run once.
    ///
    /// - Parameter scratch: Where the bytes under trial are kept while they are tried; nil for nowhere.
    init(corpus: [[UInt8]], seed: UInt64, scratch: FileHandle? = nil) {
        inputs = corpus
        garbling = Garbling(dice: Dice(seed: seed))
        self.scratch = scratch
        for input in corpus { _ = end(of: input) }
    }

    /// Tries so many further inputs.
    mutating func run(_ count: Int) {
        for _ in 0..<count {
            let input = garbling.input(from: inputs)
            guard end(of: input) else { continue }
            found.append(input)
            // A corpus of small inputs is tried faster, and tells the same.
            if input.count < 4_096 { inputs.append(input) }
        }
    }

    /// Tries one input, and says whether it ended in a way that was not seen before.
    private mutating func end(of bytes: [UInt8]) -> Bool {
        keep(bytes)
        let start = ContinuousClock.now
        var findings: [Finding]
        do {
            let inspection = Check.inspect(try YAML.read(bytes))
            findings = inspection.findings
            if inspection.workflow != nil { sound += 1 }
        } catch {
            findings = error.findings
        }
        let took = (ContinuousClock.now - start) / .milliseconds(1)
        if took > slowest.milliseconds { slowest = (took, bytes) }
        runs += 1
        // The first messages tell an end well enough; all of them would make nearly every input its own.
        return seen.insert(findings.prefix(3).map(\.statement.code)).inserted
    }

    private func keep(_ bytes: [UInt8]) {
        guard let scratch else { return }
        do {
            try scratch.seek(toOffset: 0)
            try scratch.write(contentsOf: bytes)
            try scratch.truncate(atOffset: UInt64(bytes.count))
        } catch {
            // Without the file a crash would leave nothing to look at, but the trial holds all the same.
            return
        }
    }
}
