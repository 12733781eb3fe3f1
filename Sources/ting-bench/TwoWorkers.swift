import Foundation
import TingTally

/// How the benchmarks use more than one core.
enum Cores {
    /// Two workers.
    static let two = Workers(count: 2) { DispatchQueue.concurrentPerform(iterations: $0, execute: $1) }
}

/// The memory of this process, as the system tells it.
enum PeakMemory {
    /// Forgets the peak so far.
    static func reset() {
        try? "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .utf8)
    }

    /// The most memory held since the last reset, in MiB.
    static func mebibytes() -> Double { field("VmHWM") }

    /// The memory held now, in MiB.
    static func now() -> Double { field("VmRSS") }

    private static func field(_ name: String) -> Double {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix(name) }
        return (line?.split(whereSeparator: { !$0.isNumber }).first.flatMap { Double($0) } ?? 0) / 1_024
    }
}
