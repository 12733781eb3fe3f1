import TingProceedings
import TingTally

/// The grouped ballots of a real vote, from a case file of the program's own.
struct DemoBallots {
    /// The file.
    let file: BallotFile
    /// The rankings, one a ballot, each as groups of places on the ballot paper.
    let rankings: [[[Int]]]

    /// Reads `Templates/demo/NAME`.
    init(_ name: String) throws {
        guard let home = Program.home else {
            throw BadFile("demo-case-missing", [.text("file", name)])
        }
        let path = home + "/Templates/demo/" + name
        let text = String(decoding: try Disk.read(path), as: UTF8.self)
        do {
            file = try BallotFile.read(text)
        } catch {
            throw BadFile(
                "ballot-file-refused",
                [
                    .text("file", path), .number("line", error.line),
                    Fact("mistake", .statement(error.statement)),
                ])
        }
        var rankings: [[[Int]]] = []
        let ballots = try file.ballots.ranked()
        for row in 0..<ballots.rowCount {
            rankings += Array(repeating: ballots.ranking(ofRow: row), count: ballots.weight(ofRow: row))
        }
        self.rankings = rankings
    }

    /// A ranking as a member writes it: `B>A=C`.
    static func text(_ ranking: [[Int]]) -> String {
        ranking.map { $0.map(BallotLetters.letter).joined(separator: "=") }.joined(separator: ">")
    }

    /// Each option with its number of ballots, where a ballot names one option.
    var counts: [(option: String, count: Int)] {
        file.ballots.options.enumerated().map { place, option in
            (option: option, count: rankings.count { $0 == [[place]] })
        }
    }
}
