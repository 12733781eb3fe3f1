import TingTally

/// Counting yes, no and abstain.
enum ChoiceBenchmarks {
    static func run(_ report: BenchReport) throws {
        report.title("1,000,000 ballots of yes, no or abstain (55, 35 and 10 in 100)")
        var random = SplitMix(seed: 20_261_123)
        var (column, bytes) = (ChoiceColumn(), [UInt8]())
        column.reserve(1_000_000)
        for _ in 0..<1_000_000 {
            let number = random.below(100)
            column.append(number < 55 ? .yes : number < 90 ? .no : .abstain)
            bytes.append(number < 55 ? 0 : number < 90 ? 1 : 2)
        }
        var counted: ChoiceCount?
        let time = try Stopwatch.best(of: 9) { counted = try column.counted(eligible: 1_000_000) }
        report.time("counted from memory", time, limit: 2)
        report.rate("the same", 1_000_000 / time * 1_000, of: "ballots")
        var histogram = [Int](repeating: 0, count: 256)
        let plain = Stopwatch.best(of: 9) {
            histogram = Array(repeating: 0, count: 256)
            histogram.withUnsafeMutableBufferPointer { histogram in
                bytes.withUnsafeBufferPointer { for byte in $0 { histogram[Int(byte)] &+= 1 } }
            }
        }
        report.time("the plain loop of C over the same bytes", plain)
        guard let counted, counted[.yes] == histogram[0], counted[.no] == histogram[1] else {
            throw WrongCount(what: "choices")
        }
    }
}

/// Two counts of the same ballots differ.
struct WrongCount: Error, CustomStringConvertible {
    let what: String
    var description: String { "two counts of the same \(what) differ" }
}
