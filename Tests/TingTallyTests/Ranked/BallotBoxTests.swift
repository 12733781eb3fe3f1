import Testing
import TingTally

@Suite("Collecting ranked ballots") struct CollectingRankedBallotsTests {
    @Test("the ordinary course: a ranking comes back as it was put in") func ordinary() throws {
        var box = try RankedBallots(options: ["A", "B", "C"])
        try box.append(ranking: [[2], [0, 1]], weight: 3)
        try box.append(ranking: [])
        try box.append(ranking: [[], [1]])
        #expect(box.total == 5)
        #expect((0..<3).map(box.ranking(ofRow:)) == [[[2], [0, 1]], [], [[], [1]]])
        #expect(box.pairwise(unranked: .last).rows == [[0, 0, 0], [1, 0, 1], [3, 3, 0]])
        #expect(box.pairwise(unranked: .noOpinion).rows == [[0, 0, 0], [0, 0, 0], [3, 3, 0]])
    }

    @Test("a refused ballot leaves nothing behind") func refusals() throws {
        var box = try RankedBallots(options: ["A", "B"])
        try box.append(ranking: [[0]], weight: Int.max - 1)
        let before = box
        for (ranking, weight, code) in [
            ([[0]], 0, "weight-not-positive"), ([[0]], -1, "weight-not-positive"),
            ([[2]], 1, "option-not-on-paper"),
            ([[-1]], 1, "option-not-on-paper"), ([[0], [0]], 1, "option-ranked-twice"),
            ([[0]], 2, "count-overflow"),
            ([[0, 1, 0]], 1, "option-ranked-twice"),
            (Array(repeating: [1], count: 300), 1, "option-ranked-twice"),
        ] {
            do {
                try box.append(ranking: ranking, weight: weight)
                Issue.record("\(code) was expected")
            } catch { #expect(error.statement.code == code) }
            #expect(box == before)
        }
        try box.append(ranking: [[1]], weight: 1)
        #expect(box.total == Int.max)
    }

    @Test("199 and 200 options are taken, 201 and none are not") func limits() throws {
        func names(_ count: Int) -> [String] { (0..<count).map { "O\($0)" } }
        #expect(try RankedBallots(options: names(199)).options.count == 199)
        do {
            let count = 200
            var box = try RankedBallots(options: names(count))
            try box.append(ranking: (0..<count).reversed().map { [$0] })
            let tally = try Schulze(unranked: .last).count(box)
            #expect(tally.ranking == (0..<count).reversed().map { [$0] })
            #expect(try DebianRule(defaultOption: 0).count(box).winners == [count - 1])
        }
        #expect(throws: TallyError.self) { try RankedBallots(options: names(201)) }
        #expect(throws: TallyError.self) { try RankedBallots(options: []) }
        #expect(throws: TallyError.self) { try RankedBallots(options: ["A", "A"]) }
    }

    @Test("without any ballot every option ties, and the default option wins alone") func empty() throws {
        let box = try RankedBallots(options: ["A", "B"])
        #expect(try Schulze(unranked: .last).count(box).ranking == [[0, 1]])
        let tally = try DebianRule(defaultOption: 1).count(box)
        #expect(tally.winners == [1])
        #expect(tally.outcome == .failed)
        #expect(try DebianRule(defaultOption: 1, quorum: Surd(1)).count(box).outcome == .noQuorum)
    }

    @Test("a method refuses settings that are not its own or are missing") func settings() throws {
        #expect(CountingMethods.all.map { $0.name }.contains("schulze"))
        #expect(CountingMethods.named("shulze") == nil)
        #expect(throws: TallyError.self) {
            try CountingMethods.method(named: "schulze", settings: CountingSettings(quorum: Surd(3)))
        }
        #expect(throws: TallyError.self) { try DebianRule(CountingSettings()) }
        let box = try RankedBallots(options: ["A", "B"])
        for rule in [
            DebianRule(defaultOption: 2), DebianRule(defaultOption: 1, ratios: [1: Fraction(3)]),
            DebianRule(defaultOption: 1, ratios: [0: Fraction(0)]),
            DebianRule(defaultOption: 1, ratios: [7: Fraction(1)]),
        ] {
            #expect(throws: TallyError.self) { try rule.count(box) }
        }
    }

    @Test(
        "the nearest word is one near word",
        arguments: [
            ("shulze", "schulze"), ("debain", "debian"), ("Debian", "debian"), ("debian rule", nil),
            ("x", nil), ("", nil),
            ("schulzee", "schulze"),
        ] as [(String, String?)])
    func nearest(word: String, expected: String?) {
        #expect(didYouMean(word, among: ["schulze", "debian", "yes-no"]) == expected)
    }
}
