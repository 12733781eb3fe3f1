import Testing
import TingTally

@Suite("Counting the examples of the literature") struct CountingExamplesTests {
    /// What follows a heading in the comments of a case file: `# WINNERS: B D`.
    private func heading(_ name: String, in text: String) -> [String] {
        text.split(separator: "\n").filter { $0.hasPrefix("# \(name): ") }.map {
            String($0.dropFirst(name.count + 4))
        }
    }

    private func winners(in text: String) throws -> [String] {
        try #require(heading("WINNERS", in: text).first).split(separator: " ").map(String.init)
    }

    @Test(
        "Schulze's own examples, and the oldest cycle",
        arguments: try Published.caseNames(in: "schulze-examples"))
    func schulze(name: String) throws {
        let text = try Published.caseText("schulze-examples/" + name)
        let tally = try Schulze(unranked: .last).count(ABIF.read(text).ballots)
        #expect(tally.winnerNames == (try winners(in: text)))
        #expect(tally.ranking.joined().sorted() == Array(tally.options.indices))
    }

    @Test("drops by the default option", arguments: try Published.caseNames(in: "debian-vectors"))
    func debian(name: String) throws {
        let text = try Published.caseText("debian-vectors/" + name)
        let file = try ABIF.read(text)
        let read = try file.ballots.ranked()
        var settings = CountingSettings()
        let option = try #require(heading("DEFAULT", in: text).first)
        settings.defaultOption = try file.index(ofOption: option)
        let quorum = try #require(heading("QUORUM", in: text).first)
        settings.quorum = Surd(try #require(Fraction(text: quorum)))
        for line in heading("RATIO", in: text) {
            let words = line.split(separator: " ").map(String.init)
            settings.ratios[try file.index(ofOption: words[0])] = Fraction(text: words[1])
        }
        let tally = try DebianRule(settings).count(read)
        #expect(tally.winnerNames == (try winners(in: text)))
    }

    /// The numbers are those of the printed result.
    @Test("Debian 2008/003: the option that beats every other is dropped for missing 3:1") func debian2008()
        throws
    {
        let file = try ABIF.read(Published.caseText("debian-2008-003/ballots.abif"))
        let read = try file.ballots.ranked()
        let ratios = Dictionary(uniqueKeysWithValues: [1, 2, 3, 5].map { ($0, Fraction(3)) })
        let quorum = try Surd(coefficient: Fraction(3, 2), radicand: 1018)
        for version in DebianRule.Constitution.allCases {
            let tally = try DebianRule(
                defaultOption: 6, quorum: quorum, ratios: ratios, ratioComparison: version.ratioComparison
            ).count(read)
            #expect(tally.winnerNames == ["Assume blobs comply with GPL unless proven otherwise"])
            #expect(tally.outcome == .passed)
            #expect(tally.dropped.map(\.option) == [0, 1, 2, 3, 5])
            #expect(tally.dropped.allSatisfy { $0.lack == .majority })
            let statements = tally.transcript.statements
            let best = statements.first { $0.code == "beats-every-other" }
            #expect(best?["option"]?.plain == "Allow Lenny to release with proprietary firmware (3:1)")
            let missed = statements.first {
                $0.code == "option-majority-missed" && $0["option"] == best?["option"]
            }
            #expect(missed?["votes"]?.plain == "224")
            #expect(missed?["against"]?.plain == "129")
            #expect(missed?["needed"]?.plain == "387")
        }
        let matrix = read.pairwise(unranked: .last)
        #expect(
            matrix.rows == [
                [0, 46, 60, 72, 73, 89, 117], [281, 0, 160, 160, 171, 177, 224],
                [255, 61, 0, 125, 137, 151, 204],
                [253, 121, 146, 0, 160, 166, 194], [234, 105, 128, 135, 0, 136, 191],
                [220, 118, 134, 125, 134, 0, 180], [226, 129, 145, 153, 160, 169, 0],
            ])
    }

    @Test("exactly three times the reverse: enough since version 1.6 of the constitution, not before")
    func strictness() throws {
        func outcome(_ votes: Int, _ version: DebianRule.Constitution) throws -> VoteOutcome? {
            var ballots = try RankedBallots(options: ["A", "D"])
            try ballots.append(ranking: [[0], [1]], weight: votes)
            try ballots.append(ranking: [[1], [0]], weight: 10)
            let rule = DebianRule(
                defaultOption: 1, ratios: [0: Fraction(3)], ratioComparison: version.ratioComparison)
            return try rule.count(ballots).outcome
        }
        #expect(try [29, 30, 31].map { try outcome($0, .v1_5) } == [.failed, .failed, .passed])
        #expect(try [29, 30, 31].map { try outcome($0, .v1_6) } == [.failed, .passed, .passed])
    }

    @Test("a ratio below one still asks for more than the reverse") func smallRatio() throws {
        var ballots = try RankedBallots(options: ["A", "D"])
        try ballots.append(ranking: [[0], [1]], weight: 9)
        try ballots.append(ranking: [[1], [0]], weight: 10)
        let tally = try DebianRule(defaultOption: 1, ratios: [0: Fraction(1, 2)]).count(ballots)
        #expect(tally.winners == [1])
        #expect(tally.transcript.statements.contains { $0.code == "option-not-above-default" })
    }

    @Test("several options left to the casting vote are all winners") func castingVote() throws {
        var ballots = try RankedBallots(options: ["A", "B", "D"])
        try ballots.append(ranking: [[0, 1], [2]], weight: 5)
        let tally = try DebianRule(defaultOption: 2).count(ballots)
        #expect(tally.winners == [0, 1])
        #expect(tally.outcome == .tied)
        #expect(tally.ranking == [[0, 1], [2]])
    }

    @Test("unranked last or without an opinion can elect another option") func unranked() throws {
        var ballots = try RankedBallots(options: ["A", "B"])
        try ballots.append(ranking: [[0]], weight: 3)
        try ballots.append(ranking: [[1], [0]], weight: 2)
        #expect(try Schulze(unranked: .last).count(ballots).winners == [0])
        #expect(try Schulze(unranked: .noOpinion).count(ballots).winners == [1])
    }
}
