import Testing
import TingTally

/// Votes that are worth parts of a vote: weighted ones, capped classes, weights of classes.
@Suite("Counting votes that have parts") struct CountingVotesWithPartsTests {
    private func share(_ comparison: Comparison, _ upper: Int, _ lower: Int, of base: Base) throws -> Share {
        Share(comparison, try Fraction(upper, lower), of: base)
    }

    private func codes(_ verdict: Verdict) -> [String] { verdict.transcript.statements.map(\.code) }

    @Test("halves, thirds and whole votes add up exactly: 5/6 of 3 is not more than 5/6 of 3") func weighted()
        throws
    {
        let half = try Fraction(1, 2)
        let third = try Fraction(1, 3)
        let counts = try ChoiceCount(
            weighted: [
                WeightedChoice(.yes, weight: half), WeightedChoice(.yes, weight: third),
                WeightedChoice(.no, weight: Fraction(1)),
            ], eligible: Fraction(3))
        #expect(try counts.unit == Fraction(1, 6))
        #expect([counts[.yes], counts[.no], counts.notCast] == [5, 6, 7])
        func outcome(_ comparison: Comparison, _ upper: Int) throws -> VoteOutcome {
            try YesNoRule(name: "r", majority: share(comparison, upper, 18, of: .electorate))
                .decide(YesNoBallots(whole: counts)).outcome
        }
        #expect(
            try [outcome(.moreThan, 4), outcome(.atLeast, 5), outcome(.moreThan, 5)] == [
                .passed, .passed, .failed,
            ])
        let verdict = try YesNoRule(name: "r", majority: share(.atLeast, 1, 2, of: .votesCast), minimumYes: 1)
            .decide(YesNoBallots(whole: counts))
        let line = try #require(verdict.transcript.statements.first { $0.code == "majority-missed" })
        #expect(line["reached"] == .fraction(try Fraction(5, 6)))
        #expect(line["base-count"] == .fraction(try Fraction(11, 6)))
        #expect(line["exact"] == .fraction(try Fraction(11, 12)))
        #expect(codes(verdict).contains("minimum-yes-missed"))
    }

    @Test("a file with weights in parts is counted in them: 1/2 and 1/3 yes, 1 no, of 3 votes") func file()
        throws
    {
        let text = """
            2 1
            1/2 1 0
            1/3 1 0
            1 2 0
            0
            "yes"
            "no"
            "Weighted"
            """
        let counts = try BallotFile.read(text).yesNoBallots(eligible: 3).whole
        #expect(try counts.unit == Fraction(1, 6))
        #expect([counts[.yes], counts[.no], counts.notCast] == [5, 6, 7])
        #expect(throws: BallotFileError.self) { try BallotFile.read(text).yesNoBallots(eligible: 1) }
    }

    @Test("a number of votes as quorum, in parts: 2 1/2, 3 and 3 1/2 of at least 3") func quorumInParts()
        throws
    {
        let quorum = Quorum(need: .number(.atLeast, Surd(3)), counting: [.yes])
        let progress = try [5, 6, 7].map {
            try quorum.progress(of: ChoiceCount(eligible: 20, yes: $0, unit: Fraction(1, 2)))
        }
        #expect(progress.map(\.isMet) == [false, true, true])
        #expect(progress.map(\.needed) == [6, 6, 6])
        #expect(progress[0].transcript.statements[0]["reached"]?.plain == "5/2")
    }

    @Test("weights that cannot be are refused with both numbers") func refusals() throws {
        let minus = try Fraction(-1, 2)
        #expect(throws: TallyError(Statement("weight-below-zero", [.fraction("weight", minus)]))) {
            try ChoiceCount(weighted: [WeightedChoice(.no, weight: minus)], eligible: Fraction(1))
        }
        let tooMuch = Statement(
            "more-ballots-than-eligible",
            [.fraction("received", try Fraction(3, 2)), .number("eligible", 1)])
        #expect(throws: TallyError(tooMuch)) {
            try ChoiceCount(
                weighted: [WeightedChoice(.no, weight: Fraction(3, 2))], eligible: Fraction(1))
        }
        #expect(throws: TallyError(Statement("unit-not-positive", [.fraction("unit", Fraction(0))]))) {
            try ChoiceCount(eligible: 1, unit: Fraction(0))
        }
    }

    /// SFS 2018:672, 6:3: above a third of the votes cast, half of all other votes cast.
    private func investors(_ yes: Int, _ no: Int, others: (yes: Int, no: Int)) throws -> (Verdict, YesNoRule)
    {
        var rule = YesNoRule(name: "statutes", majority: try share(.atLeast, 2, 3, of: .votesCast))
        rule.cap = try ClassCap(className: "investors", most: Fraction(1, 3), of: .votesCast)
        let ballots = try YesNoBallots(
            whole: ChoiceCount(eligible: 1000, yes: yes + others.yes, no: no + others.no),
            classes: [ClassCount(name: "investors", count: ChoiceCount(eligible: 300, yes: yes, no: no))])
        return (try rule.decide(ballots), rule)
    }

    @Test("investors with 49, 50 and 51 of the votes beside 100 others: scaled only above a third")
    func capBoundary() throws {
        let verdicts = try [49, 50, 51].map { try investors($0, 0, others: (100, 0)).0 }
        #expect(verdicts.map { codes($0).contains("cap-scaled") } == [false, false, true])
        let scaled = try #require(verdicts[2].transcript.statements.first { $0.code == "cap-scaled" })
        #expect(scaled["factor"] == .fraction(try Fraction(50, 51)))
        #expect(scaled["goal"] == .fraction(Fraction(50)))
        #expect(scaled["scaled-to"] == .fraction(try Fraction(1, 2)))
    }

    @Test("90 investors in favour weigh 30 beside 60 others: 59, 60 and 61 of 90 for two thirds")
    func capRecomputesThresholds() throws {
        // Others: y yes of 60; investors 90 yes, scaled to 30. Two thirds of 90 are 60.
        let verdicts = try [29, 30, 31].map { try investors(90, 0, others: ($0, 60 - $0)).0 }
        #expect(verdicts.map(\.outcome) == [.failed, .passed, .passed])
        let line = try #require(verdicts[0].transcript.statements.first { $0.code == "majority-missed" })
        #expect(
            [line["base-count"]?.plain, line["needed"]?.plain, line["reached"]?.plain] == ["90", "60", "59"])
        // Unscaled, 29 + 90 of 150 would have been more than two thirds.
        #expect(29 + 90 > 100)
    }

    @Test("scaled votes have exact parts: 70 yes and 30 no of investors beside 41 yes and 0 no")
    func capParts()
        throws
    {
        let verdict = try investors(70, 30, others: (41, 0)).0
        let scaled = try #require(verdict.transcript.statements.first { $0.code == "ballots-scaled" })
        // 20.5 votes for 100: each is worth 41/200. 41 + 14.35 yes, 6.15 no.
        #expect(scaled["yes"] == .fraction(try Fraction(1107, 20)))
        #expect(scaled["no"] == .fraction(try Fraction(123, 20)))
        #expect(scaled["eligible"] == .fraction(try Fraction(1523, 2)))
        #expect(verdict.outcome == .passed)
        let nobody = try investors(5, 0, others: (0, 0)).0
        #expect(nobody.outcome == .failed)
        #expect(codes(nobody).contains("majority-of-nothing"))
    }

    @Test("a class that is no part of the whole, or was not counted, is refused") func capRefusals() throws {
        let (_, rule) = try investors(1, 1, others: (1, 1))
        #expect(throws: TallyError(Statement("class-not-counted", [.text("class", "investors")]))) {
            try rule.decide(YesNoBallots(whole: ChoiceCount(eligible: 5)))
        }
        #expect(throws: TallyError(Statement("class-larger-than-whole", [.text("class", "investors")]))) {
            try rule.decide(
                YesNoBallots(
                    whole: ChoiceCount(eligible: 5, yes: 1),
                    classes: [ClassCount(name: "investors", count: ChoiceCount(eligible: 2, yes: 2))]))
        }
    }

    private func colleges(_ yes: [Int], _ no: [Int], _ carrying: ClassWeights.Carrying) throws -> Verdict {
        var rule = YesNoRule(name: "colleges", majority: try share(.moreThan, 1, 2, of: .votesCast))
        let names = ["workers", "users", "partners"]
        let weights = [try Fraction(1, 2), try Fraction(3, 10), try Fraction(1, 5)]
        rule.weights = ClassWeights(
            zip(names, weights).map { ClassWeights.Part(className: $0, weight: $1) }, carrying: carrying)
        let classes = try names.indices.map {
            ClassCount(name: names[$0], count: try ChoiceCount(eligible: 100, yes: yes[$0], no: no[$0]))
        }
        return try rule.decide(
            YesNoBallots(
                whole: ChoiceCount(eligible: 300, yes: yes.reduce(0, +), no: no.reduce(0, +)),
                classes: classes))
    }

    @Test("colleges of 1/2, 3/10 and 1/5: one yes below, at and above half of the weights") func weights()
        throws
    {
        // 1/2 x 4/10 + 3/10 x u/10 + 1/5 x 6/10 = 0.32 + 0.03 u: 6 makes 1/2.
        let verdicts = try [5, 6, 7].map { try colleges([4, $0, 6], [6, 10 - $0, 4], .inProportion) }
        #expect(verdicts.map(\.outcome) == [.failed, .failed, .passed])
        let sums = verdicts.map { verdict in
            verdict.transcript.statements.first { $0.code.hasPrefix("weighted-majority") }?["sum"]?.plain
        }
        #expect(sums == ["0.47", "0.5", "0.53"])
        let first = try #require(verdicts[0].transcript.statements.first { $0.code == "class-weighted" })
        #expect([first["carried"]?.plain, first["points"]?.plain] == ["2/5", "1/5"])
    }

    @Test("all or nothing: a college at exactly half gives nothing") func allOrNothing() throws {
        let verdicts = try [9, 10, 11].map { try colleges([$0, 10, 20], [20 - $0, 0, 0], .allOrNothing) }
        #expect(verdicts.map(\.outcome) == [.failed, .failed, .passed])
        let sums = verdicts.map { verdict in
            verdict.transcript.statements.first { $0.code.hasPrefix("weighted-majority") }?["sum"]?.plain
        }
        #expect(sums == ["0.5", "0.5", "1"])
    }

    @Test("a college in which nobody votes gives nothing, and its weight counts") func emptyCollege() throws {
        let verdict = try colleges([0, 10, 10], [0, 0, 0], .inProportion)
        #expect(verdict.outcome == .failed)
        #expect(codes(verdict).contains("class-weighted-nothing"))
    }

    @Test("many colleges of sizes without a common divisor do not overflow") func manyColleges() throws {
        let sizes = [9973, 9967, 9949, 9941, 9931, 9929, 9923, 9907, 9901, 9887]
        var rule = YesNoRule(name: "colleges", majority: try share(.moreThan, 1, 2, of: .votesCast))
        rule.weights = try ClassWeights(
            sizes.indices.map { ClassWeights.Part(className: "c\($0)", weight: try Fraction(1, 10)) },
            carrying: .inProportion)
        func outcome(_ more: Int) throws -> VoteOutcome {
            let classes = try sizes.indices.map { index in
                let yes = sizes[index] / 2 + (index % 2 == 0 ? 1 : 0) + (index == 9 ? more : 0)
                return ClassCount(
                    name: "c\(index)",
                    count: try ChoiceCount(eligible: sizes[index], yes: yes, no: sizes[index] - yes))
            }
            return try rule.decide(YesNoBallots(whole: ChoiceCount(eligible: 1), classes: classes)).outcome
        }
        // Halves of a vote above and below: 1/9973 + 1/9949 + ... - 1/9967 - ... is below zero here.
        #expect(try outcome(0) == .failed)
        #expect(try outcome(1) == .passed)
    }
}
