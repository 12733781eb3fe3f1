import Foundation

/// Prints figures, each beside its limit.
final class BenchReport {
    private var missed = 0

    init() {
        print("what".padding(toLength: 64, withPad: " ", startingAt: 0) + "     figure      limit")
    }

    /// Notes a time in milliseconds and its limit; nil where there is none.
    func time(_ what: String, _ milliseconds: Double, limit: Double? = nil) {
        line(what, String(format: "%8.2f ms", milliseconds), limit.map { String(format: "%7.0f ms", $0) })
        if let limit, milliseconds > limit { missed += 1 }
    }

    /// Notes a rate.
    func rate(_ what: String, _ perSecond: Double, of things: String) {
        line(what, String(format: "%8.2f M", perSecond / 1_000_000) + " \(things)/s", nil)
    }

    /// Notes a size of memory in MiB.
    func memory(_ what: String, _ mebibytes: Double) {
        line(what, String(format: "%8.0f MiB", mebibytes), nil)
    }

    /// Begins a group of figures.
    func title(_ text: String) { print("\n" + text) }

    /// Says how many limits were missed.
    func end() {
        print(missed == 0 ? "every limit is kept" : "\(missed) limits are missed")
    }

    private func line(_ what: String, _ figure: String, _ limit: String?) {
        print(what.padding(toLength: 64, withPad: " ", startingAt: 0) + figure + (limit ?? ""))
    }
}

/// The clock of the benchmarks.
enum Stopwatch {
    /// How long something takes, in milliseconds.
    static func time(_ body: () throws -> Void) rethrows -> Double {
        let start = DispatchTime.now().uptimeNanoseconds
        try body()
        return Double(DispatchTime.now().uptimeNanoseconds - start) / 1_000_000
    }

    /// The shortest of several runs, in milliseconds.
    static func best(of runs: Int, _ body: () throws -> Void) rethrows -> Double {
        try (0..<runs).map { _ in try time(body) }.min() ?? 0
    }
}
