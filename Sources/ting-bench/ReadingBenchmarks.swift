import TingTally

/// Reading files of 1,000,000 ballots over 10 options, one ballot a line.
enum ReadingBenchmarks {
    /// What is promised for ABIF and PrefLib, in millions of bytes a second.
    static let least = 150.0

    static func run(_ report: BenchReport) throws {
        let files = ReadingFiles(ballots: 1_000_000)
        for (name, format, bytes) in [
            ("ABIF", BallotFile.Format.abif, files.abif), ("PrefLib", .prefLib, files.prefLib),
            ("BLT", .blt, files.blt), ("CSV", .csv, files.csv),
        ] {
            let milliseconds = try Stopwatch.best(of: 3) {
                _ = try BallotFile.read(bytes: bytes, format: format)
            }
            let promised = format == .abif || format == .prefLib
            report.time(
                "reading \(name), 1,000,000 ballots, \(bytes.count / 1_000_000) MB", milliseconds,
                limit: promised ? Double(bytes.count) / least / 1_000 : nil)
            report.rate("the same", Double(bytes.count) / milliseconds * 1_000, of: "bytes")
        }
    }
}

/// The same rankings in four formats, one ballot a line.
private struct ReadingFiles {
    private(set) var abif: [UInt8] = []
    private(set) var prefLib: [UInt8] = []
    private(set) var blt: [UInt8] = []
    private(set) var csv: [UInt8] = []

    init(ballots: Int) {
        let letters = Array("ABCDEFGHIJ".utf8)
        let rankings = MallowsRankings(ballots, options: 10, factor: 0.8)
        prefLib += "# NUMBER ALTERNATIVES: 10\n# NUMBER VOTERS: \(ballots)\n".utf8
        for option in 1...10 { prefLib += "# ALTERNATIVE NAME \(option): Option \(option)\n".utf8 }
        blt += "10 5\n".utf8
        csv += ((1...10).map { "rank \($0)" }.joined(separator: ",") + "\n").utf8
        let numbers = (1...10).map { Array(String($0).utf8) }
        var order = Array(0..<10)
        for row in 0..<ballots {
            let ranks = rankings.ranks[(10 * row)..<(10 * row + 10)]
            for (option, rank) in ranks.enumerated() where rank < 10 { order[Int(rank)] = option }
            let length = ranks.count { $0 < 10 }
            abif += "1:".utf8
            prefLib += "1: ".utf8
            blt += "1 ".utf8
            for (place, option) in order.prefix(length).enumerated() {
                if place > 0 {
                    abif += ">".utf8
                    prefLib += ",".utf8
                    csv += ",".utf8
                }
                abif.append(letters[option])
                csv.append(letters[option])
                prefLib += numbers[option]
                blt += numbers[option] + " ".utf8
            }
            abif += "\n".utf8
            prefLib += "\n".utf8
            csv += "\n".utf8
            blt += "0\n".utf8
        }
        blt += "0\n".utf8
        for option in 1...10 { blt += "\"Option \(option)\"\n".utf8 }
    }
}
