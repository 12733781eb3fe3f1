extension YesNoRule {
    /// Decides a vote that is over.
    ///
    /// The vote passes when every part holds and, where there are alternatives,
    /// one of them passes and, where there are bodies, all of them pass. Else it
    /// fails where ``rejectedWhen`` holds. Else it ends without a quorum where
    /// one of the rule's own quorums is missing. Else bands decide, where there
    /// are any. Else, with nothing else of its own missing, it ends without a
    /// quorum where no alternative passes and one ends without its quorum, or
    /// where no body fails and one lacks its quorum: below its quorum nothing
    /// is decided, whatever the majority would have been. Else it is tied where
    /// ``tie`` says so and a tie is all that is missing. Else it fails.
    ///
    /// Quorums look at the ballots as cast; vacant seats are counted and classes
    /// capped after them. A share of an empty base never holds. A rule that asks
    /// nothing at all passes.
    ///
    /// - Throws: ``TallyError`` when a number that the rule asks for is not known
    ///   (`base-not-known`, `class-not-counted`, `vacant-not-known`) or a sum is too large.
    public func decide(_ ballots: YesNoBallots) throws(TallyError) -> Verdict {
        var transcript = Transcript()
        transcript.add(try ballots.whole.statement("ballots-counted"))
        let end = try decide(ballots, writing: &transcript)
        return Verdict(
            outcome: end.outcome, passedBy: end.passedBy, name: end.name, transcript: transcript)
    }

    /// How a rule ends a vote, before it is told.
    struct End {
        /// The outcome.
        let outcome: VoteOutcome
        /// The alternative that passed first.
        var passedBy: String?
        /// A name of its own for the end.
        var name: String?
    }

    /// Decides, and writes every comparison down.
    func decide(
        _ given: YesNoBallots, writing transcript: inout Transcript
    ) throws(TallyError) -> End {
        var ballots = given
        if let seats { ballots.whole = try ballots.whole.inBody(ofSeats: seats) }
        let hasQuorum = try askQuorums(ballots, writing: &transcript)
        if let vacant { ballots.whole = try ballots.whole.filling(vacant, writing: &transcript) }
        if let cap { ballots.whole = try cap.apply(to: ballots.whole, of: ballots, writing: &transcript) }
        let (holds, isTie) = try decideParts(ballots, writing: &transcript)
        var banded: VoteOutcome?
        var bandName: String?
        if let bands {
            let place = try bands.place(of: ballots, ballots.whole, writing: &transcript)
            banded = bands.outcomes[place]
            bandName = bands.name(at: place)
        }
        var alternatives: [(rule: YesNoRule, end: End)] = []
        for rule in either {
            var inner = Transcript()
            let end = try rule.decide(given, writing: &inner)
            transcript.add(Statement("alternative-begins", [.text("rule", rule.name)]))
            transcript.add(inner, indentedBy: 1)
            alternatives.append((rule, end))
        }
        let agreement = try decideBodies(given, writing: &transcript)
        let passing = alternatives.first { $0.end.outcome == .passed }
        var isRejected = false
        if let condition = rejectedWhen {
            isRejected = try decide(condition, ballots, writing: &transcript)
        }
        let isSettled = either.isEmpty || passing != nil
        let outcome: VoteOutcome =
            if hasQuorum, holds, isSettled, agreement == .passed, banded ?? .passed == .passed {
                .passed
            } else if isRejected {
                .failed
            } else if !hasQuorum {
                .noQuorum
            } else if !holds {
                isTie && tie == .tied && isSettled && agreement == .passed ? .tied : .failed
            } else if let banded, banded != .passed {
                banded
            } else if agreement != .passed {
                agreement
            } else if alternatives.contains(where: { $0.end.outcome == .noQuorum }) {
                .noQuorum
            } else if alternatives.contains(where: { $0.end.outcome == .tied }) {
                .tied
            } else {
                .failed
            }
        transcript.add(Statement("verdict-\(outcome.rawValue)", [.text("rule", name)]))
        switch outcome {
        case .passed:
            let name = passing.flatMap { $0.rule.outcomeName ?? $0.end.name }
            return End(outcome: outcome, passedBy: passing?.rule.name, name: name)
        case .tied:
            let left = alternatives.first { $0.end.outcome == .tied }?.end.name
            return End(outcome: outcome, name: holds && hasQuorum ? bandName ?? left : nil)
        case .failed, .noQuorum: return End(outcome: outcome)
        }
    }

    /// Asks every quorum of the rule itself.
    private func askQuorums(
        _ ballots: YesNoBallots, writing transcript: inout Transcript
    ) throws(TallyError) -> Bool {
        var areMet = true
        for quorum in ownQuorums {
            let progress = try quorum.progress(of: ballots)
            transcript.add(progress.transcript)
            areMet = areMet && progress.isMet
        }
        if ownQuorums.isEmpty { transcript.add(Statement("quorum-none")) }
        return areMet
    }

    /// Asks the majority, the minimum and the classes; says whether all hold, and
    /// whether nothing but a tie is missing.
    private func decideParts(
        _ ballots: YesNoBallots, writing transcript: inout Transcript
    ) throws(TallyError) -> (holds: Bool, isTie: Bool) {
        let yes = ballots.whole[.yes]
        let (majorityHolds, isTie) = try decideMajority(ballots, writing: &transcript)
        var othersHold = true
        if let least = minimumYes {
            othersHold = try ballots.whole.exactVotes(yes) >= Fraction(least)
            transcript.add(
                Statement(
                    othersHold ? "minimum-yes-met" : "minimum-yes-missed",
                    [.number("least", least), Fact("reached", try ballots.whole.votes(yes))]))
        }
        for part in eachClass {
            let counts = try ballots.counts(ofClass: part.className)
            let asked = try part.share.asked(of: counts)
            let reached = counts[.yes]
            transcript.add(
                try asked.statement("class", reached: reached, [.text("class", part.className)]))
            othersHold = othersHold && asked.isMet(by: reached)
        }
        if isTie {
            let code = weights == nil ? "as-many-yes-as-no" : "half-of-the-weights"
            transcript.add(Statement(code, [Fact("count", try ballots.whole.votes(yes))]))
        }
        return (majorityHolds && othersHold, isTie && othersHold)
    }

    /// Asks the majority, by weights of classes where there are any.
    private func decideMajority(
        _ ballots: YesNoBallots, writing transcript: inout Transcript
    ) throws(TallyError) -> (holds: Bool, isTie: Bool) {
        guard let majority else { return (true, false) }
        let isHalf =
            majority.comparison == .moreThan && majority.base == .votesCast && majority.fraction.isOneHalf
        if let weights {
            let result = try weights.ask(majority, ballots, writing: &transcript)
            return (result.isMet, isHalf && result.isExact)
        }
        let counts = try ballots.counts(for: majority)
        let yes = counts[.yes]
        let asked = try majority.asked(of: counts)
        transcript.add(try asked.statement("majority", reached: yes))
        return (asked.isMet(by: yes), isHalf && yes > 0 && yes == counts[.no])
    }

    /// Asks every body: failed where one fails, else without quorum or tied where one is, else passed.
    private func decideBodies(
        _ ballots: YesNoBallots, writing transcript: inout Transcript
    ) throws(TallyError) -> VoteOutcome {
        var outcomes: [VoteOutcome] = []
        for body in bodies {
            var inner = Transcript()
            let own = try body.ballots(of: ballots, writing: &inner)
            outcomes.append(try body.rule.decide(own, writing: &inner).outcome)
            transcript.add(Statement("body-begins", [.text("body", body.name)]))
            transcript.add(inner, indentedBy: 1)
        }
        return [.failed, .noQuorum, .tied].first(where: outcomes.contains) ?? .passed
    }

    /// Asks what makes the motion fail.
    private func decide(
        _ condition: Condition, _ ballots: YesNoBallots, writing transcript: inout Transcript
    ) throws(TallyError) -> Bool {
        let counts = try ballots.counts(for: condition.share)
        let asked = try condition.share.asked(of: counts)
        let reached = counts[condition.choice]
        let choice = Fact.term("choice", condition.choice.rawValue)
        transcript.add(try asked.statement("rejection", reached: reached, [choice]))
        return asked.isMet(by: reached)
    }
}

extension Fraction {
    /// Whether this is 1/2.
    var isOneHalf: Bool { numerator == 1 && denominator == 2 }
}

extension ChoiceCount {
    /// A line with every count, in votes.
    func statement(_ code: String) throws(TallyError) -> Statement {
        var facts: [Fact] = []
        for choice in Choice.allCases { facts.append(Fact(choice.rawValue, try votes(self[choice]))) }
        facts.append(Fact("not-cast", try votes(notCast)))
        facts.append(Fact("eligible", try votes(eligible)))
        return Statement(code, facts)
    }
}
