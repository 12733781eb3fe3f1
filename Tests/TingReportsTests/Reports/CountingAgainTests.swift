import Testing
import TingReports
import TingTally

@Suite("Counting a reported vote again") struct CountingAgainTests {
    @Test("the command of a bylaw change comes out as the report does, on both sides of two thirds")
    func bylawChange() throws {
        #expect(try outcomes(Story.bylawChange(yes: 39)) == [.failed])
        #expect(try outcomes(Story.bylawChange(yes: 40)) == [.passed])
        #expect(try outcomes(Story.bylawChange(yes: 41)) == [.passed])
    }

    @Test("a rule over classes has a command for everybody, and one for each class")
    func classes() throws {
        let recount = try Story.classFailure().report().recount
        #expect(
            recount.files.map(\.name) == ["P-12-vote.abif", "P-12-vote-workers.abif", "P-12-vote-users.abif"])
        #expect(try outcomes(Story.classFailure()) == [.passed, .failed, .passed])
    }

    @Test("a rule with alternatives has a command for each: Arch 2013 has neither half nor a quorum")
    func alternatives() throws {
        #expect(try outcomes(Story.archAddition()) == [.failed, .noQuorum])
    }

    @Test("the command of Debian 2008 elects the option that was declared")
    func debian() throws {
        let recount = try Story.debian2008().report().recount
        let step = try #require(recount.steps.first)
        let file = try ABIF.read(try #require(recount.files.first).text)
        var settings = CountingSettings(unranked: try #require(Unranked(rawValue: step.value("--unranked"))))
        settings.defaultOption = try file.index(ofOption: step.value("--default"))
        settings.quorum = Surd(try #require(Fraction(text: step.value("--quorum"))))
        for flag in step.values("--majority") {
            let ratio = try #require(OptionRatio(flag: flag))
            settings.ratios[try file.index(ofOption: ratio.option)] = ratio.ratio
            settings.ratioComparison = ratio.comparison
        }
        let tally = try DebianRule(settings).count(file.ballots)
        #expect(tally.winnerNames == ["Assume blobs comply with GPL unless proven otherwise"])
        #expect(tally.dropped.map(\.option) == [0, 1, 2, 3, 5])
        #expect(tally.ballots == 367)
    }

    @Test(
        "flags that mean the same are read alike",
        arguments: [
            ("2", ["yes=2"]), ("2", ["at least 2/3 of votes cast"]),
            ("2 counting yes,no,abstain", ["at least 2/3 of votes cast"]), ("2", ["yes=2:1"]),
        ])
    func flags(quorum: String, majorities: [String]) throws {
        let rule = try YesNoRule(quorum: quorum, majorities: majorities)
        for (yes, outcome) in [(3, VoteOutcome.failed), (4, .passed), (5, .passed)] {
            let counts = YesNoBallots(whole: try ChoiceCount(eligible: 10, yes: yes, no: 2))
            #expect(try rule.decide(counts).outcome == outcome)
        }
    }

    /// The constitution of Debian, A.5: an option must be preferred to the default one more than the reverse.
    @Test("one to one asks for more yes than no", arguments: [(1, false), (2, false), (3, true)])
    func oneToOne(yes: Int, passes: Bool) throws {
        let rule = try YesNoRule(quorum: nil, majorities: ["yes=1"])
        let counts = YesNoBallots(whole: try ChoiceCount(eligible: 10, yes: yes, no: 2))
        #expect((try rule.decide(counts).outcome == .passed) == passes)
    }

    @Test("a ratio below one to one is refused with what was perhaps meant") func ratioBelowOne() {
        let error = #expect(throws: TallyError.self) { try YesNoRule(quorum: nil, majorities: ["yes=2/3"]) }
        #expect(error?.statement.code == "yes-ratio-too-small")
    }

    @Test(
        "a flag that is neither number nor share is refused",
        arguments: ["", "many", "2/3", "yes=", "yes=0", "yes=2:", "yes=2:1:1", "yes=1:0", "at most 2"])
    func unreadable(text: String) {
        #expect(throws: TallyError.self) { try YesNoRule(quorum: nil, majorities: [text]) }
        #expect(throws: TallyError.self) {
            try YesNoRule(quorum: text == "2/3" ? "2/3 of all" : text, majorities: [])
        }
    }

    private func outcomes(_ story: Story) throws -> [VoteOutcome] {
        let recount = try story.report().recount
        return try recount.steps.map { step in
            #expect(step.words.starts(with: ["ting", "count"]))
            let file = try #require(recount.files.first { "reports/" + $0.name == step.words[2] })
            let rule = try YesNoRule(
                quorum: step.values("--quorum").first, majorities: step.values("--majority"))
            return try rule.decide(ABIF.read(file.text).yesNoBallots()).outcome
        }
    }
}

extension Recount.Step {
    fileprivate func values(_ flag: String) -> [String] {
        words.indices.filter { words[$0] == flag && $0 + 1 < words.count }.map { words[$0 + 1] }
    }

    fileprivate func value(_ flag: String) -> String { values(flag).first ?? "" }
}
