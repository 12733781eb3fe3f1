import Testing
import TingTally

@Suite("Counting published votes") struct CountingPublishedVotesTests {
    /// The entries counted by this method that a program can be held to.
    private func entries(_ method: String) throws -> [IndexEntry] {
        try Published.index().filter { $0.expected.method == method && $0.expected.count_check }
    }

    private func file(_ entry: IndexEntry) throws -> BallotFile {
        try ABIF.read(Published.text(try #require(entry.normalised?["abif"])))
    }

    /// The rule for one published Debian vote.
    private func rule(_ entry: IndexEntry, _ file: BallotFile, _ comparison: Comparison) throws -> DebianRule
    {
        var ratios: [Int: Fraction] = [:]
        for (option, ratio) in entry.expected.majority ?? [:] {
            let index = try file.index(ofOption: option)
            ratios[index] = Fraction(text: ratio)
            #expect(ratios[index] != nil)
        }
        return DebianRule(
            defaultOption: try file.index(ofOption: entry.expected.default ?? ""),
            quorum: try entry.expected.quorum_R.map { Surd(try #require(Fraction(text: $0))) },
            ratios: ratios, ratioComparison: comparison)
    }

    @Test(
        "every Debian vote ends as declared, with the beat matrix that was printed",
        .enabled(if: Published.folder != nil, Comment(rawValue: Published.missing)),
        arguments: Comparison.allCases)
    func debian(comparison: Comparison) throws {
        let entries = try entries("debian")
        #expect(entries.count == 29)
        for entry in entries {
            let file = try file(entry)
            let read = try file.ballots.ranked()
            // No vote here depends on whether exactly the ratio is enough, so both must agree.
            let tally = try rule(entry, file, comparison).count(read)
            #expect(tally.winnerNames == entry.expected.winners, "\(entry.id)")
            #expect(tally.ballots == entry.ballots_counted, "\(entry.id)")
            if let ranking = entry.expected.ranking { #expect(tally.rankingNames == ranking, "\(entry.id)") }
            if let matrix = entry.official?.beat_matrix {
                #expect(read.pairwise(unranked: .last).rows == matrix, "\(entry.id)")
            }
            if let set = entry.official?.schwartz_set {
                #expect(tally.winners.map { $0 + 1 } == set, "\(entry.id)")
            }
            if let lacking = entry.official?.dropped_for_quorum {
                #expect(
                    tally.dropped.filter { $0.lack == .quorum }.map { $0.option + 1 } == lacking,
                    "\(entry.id)")
            }
        }
    }

    @Test(
        "every vote counted by Schulze's method has the published winners",
        .enabled(if: Published.folder != nil, Comment(rawValue: Published.missing)))
    func schulze() throws {
        let entries = try entries("schulze")
        #expect(!entries.isEmpty)
        for entry in entries {
            let file = try file(entry)
            let read = try file.ballots.ranked()
            let unranked = try #require(Unranked(rawValue: entry.unranked ?? "last"))
            let tally = try Schulze(unranked: unranked).count(read)
            let winners = try #require(entry.expected.winners)
            // Several seats are filled from the top of the ranking.
            let top = tally.ranking.joined().prefix(winners.count).map { tally.options[$0] }
            #expect(Set(top) == Set(winners), "\(entry.id)")
            for (found, expected) in zip(tally.rankingNames, entry.expected.ranking ?? []) {
                #expect(found.sorted() == expected.sorted(), "\(entry.id)")
            }
        }
    }

    @Test(
        "every published file of rankings and scores is read whole, from either format",
        .enabled(if: Published.folder != nil, Comment(rawValue: Published.missing)))
    func reads() throws {
        var count = 0
        for entry in try Published.index() {
            for (format, path) in (entry.normalised ?? [:]).sorted(by: { $0.key < $1.key }) {
                let text = try Published.text(path)
                do {
                    let file = try BallotFile.read(text)
                    count += 1
                    if let ballots = entry.ballots_counted {
                        #expect(file.ballots.total == ballots, "\(path)")
                    }
                    #expect((file.seats != nil) == (format == "blt"), "\(path)")
                } catch {
                    Issue.record(
                        "\(path), line \(error.line): \(error.statement.code) \(error.statement.facts)")
                }
            }
        }
        #expect(count > 180)
    }
}
