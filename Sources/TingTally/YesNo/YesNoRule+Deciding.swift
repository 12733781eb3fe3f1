extension YesNoRule {
    /// Decides a vote that is over.
    ///
    /// The vote passes when every part holds and, where there are alternatives,
    /// one of them passes. Else it fails where ``rejectedWhen`` holds. Else it
    /// ends without a quorum where the rule's own quorum is missing or, with
    /// nothing else of its own missing, where no alternative passes and one
    /// ends without its quorum: below its quorum an alternative has decided
    /// nothing, whatever its majority would have been. Else it is tied where
    /// ``tie`` says so and a tie is all that is missing. Else it fails.
    ///
    /// A share of an empty base never holds. A rule that asks nothing at all passes.
    ///
    /// - Throws: ``TallyError`` when a number that the rule asks for is not known
    ///   (`base-not-known`, `class-not-counted`) or a sum is too large.
    public func decide(_ ballots: YesNoBallots) throws(TallyError) -> Verdict {
        var transcript = Transcript()
        transcript.add(ballots.whole.statement)
        let (outcome, passedBy) = try decide(ballots, writing: &transcript)
        return Verdict(outcome: outcome, passedBy: passedBy, transcript: transcript)
    }

    /// Decides, and writes every comparison down.
    private func decide(
        _ ballots: YesNoBallots, writing transcript: inout Transcript
    ) throws(TallyError) -> (VoteOutcome, passedBy: String?) {
        var hasQuorum = true
        if let quorum {
            let progress = try quorum.progress(of: ballots.whole)
            transcript.add(progress.transcript)
            hasQuorum = progress.isMet
        } else {
            transcript.add(Statement("quorum-none"))
        }
        let (holds, isTie) = try decideParts(ballots, writing: &transcript)
        var alternatives: [(name: String, outcome: VoteOutcome)] = []
        for rule in either {
            var inner = Transcript()
            let (outcome, _) = try rule.decide(ballots, writing: &inner)
            transcript.add(Statement("alternative-begins", [.text("rule", rule.name)]))
            transcript.add(inner, indentedBy: 1)
            alternatives.append((rule.name, outcome))
        }
        let passing = alternatives.first { $0.outcome == .passed }
        var isRejected = false
        if let condition = rejectedWhen {
            isRejected = try decide(condition, ballots.whole, writing: &transcript)
        }
        let outcome: VoteOutcome =
            if hasQuorum, holds, either.isEmpty || passing != nil {
                .passed
            } else if isRejected {
                .failed
            } else if !hasQuorum {
                .noQuorum
            } else if !holds {
                isTie && tie == .tied && (either.isEmpty || passing != nil) ? .tied : .failed
            } else if alternatives.contains(where: { $0.outcome == .noQuorum }) {
                .noQuorum
            } else if alternatives.contains(where: { $0.outcome == .tied }) {
                .tied
            } else {
                .failed
            }
        transcript.add(Statement("verdict-\(outcome.rawValue)", [.text("rule", name)]))
        return (outcome, outcome == .passed ? passing?.name : nil)
    }

    /// Asks the majority, the minimum and the classes; says whether all hold, and
    /// whether nothing but a tie is missing.
    private func decideParts(
        _ ballots: YesNoBallots, writing transcript: inout Transcript
    ) throws(TallyError) -> (holds: Bool, isTie: Bool) {
        let yes = ballots.whole[.yes]
        var majorityHolds = true
        var isTie = false
        if let majority {
            let asked = try majority.asked(of: ballots.whole)
            majorityHolds = asked.isMet(by: yes)
            transcript.add(asked.statement("majority", reached: yes))
            isTie =
                majority.comparison == .moreThan && majority.base == .votesCast
                && majority.fraction.isOneHalf && yes > 0 && yes == ballots.whole[.no]
        }
        var othersHold = true
        if let least = minimumYes {
            othersHold = yes >= least
            transcript.add(
                Statement(
                    othersHold ? "minimum-yes-met" : "minimum-yes-missed",
                    [.number("least", least), .number("reached", yes)]))
        }
        for part in eachClass {
            guard let counts = ballots[className: part.className] else {
                throw TallyError(Statement("class-not-counted", [.text("class", part.className)]))
            }
            let asked = try part.share.asked(of: counts)
            let reached = counts[.yes]
            transcript.add(asked.statement("class", reached: reached, [.text("class", part.className)]))
            othersHold = othersHold && asked.isMet(by: reached)
        }
        if isTie { transcript.add(Statement("as-many-yes-as-no", [.number("count", yes)])) }
        return (majorityHolds && othersHold, isTie && othersHold)
    }

    /// Asks what makes the motion fail.
    private func decide(
        _ condition: Condition, _ counts: ChoiceCount, writing transcript: inout Transcript
    ) throws(TallyError) -> Bool {
        let asked = try condition.share.asked(of: counts)
        let reached = counts[condition.choice]
        let choice = Fact.term("choice", condition.choice.rawValue)
        transcript.add(asked.statement("rejection", reached: reached, [choice]))
        return asked.isMet(by: reached)
    }
}

extension Fraction {
    /// Whether this is 1/2.
    var isOneHalf: Bool { numerator == 1 && denominator == 2 }
}

extension AskedShare {
    /// The sentence about one share: `SUBJECT-met`, `SUBJECT-missed` or `SUBJECT-of-nothing`.
    func statement(_ subject: String, reached: Int, _ more: [Fact] = []) -> Statement {
        let result = baseCount == 0 ? "of-nothing" : isMet(by: reached) ? "met" : "missed"
        return Statement("\(subject)-\(result)", facts(reached: reached) + more)
    }
}

extension ChoiceCount {
    /// The line with every count.
    var statement: Statement {
        Statement(
            "ballots-counted",
            Choice.allCases.map { .number($0.rawValue, self[$0]) } + [
                .number("not-cast", notCast), .number("eligible", eligible),
            ])
    }
}
