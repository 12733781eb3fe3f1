extension YesNoRule {
    /// The outcome that no ballot still to come can change; nil while it is open.
    ///
    /// The vote is looked at as it stands, and with all ballots still to come as
    /// yes, as no, as abstentions, as blank and as unreadable ones: it is decided
    /// when all of these end alike. What lies between them ends no other way,
    /// since more yes never hurts where yes counts to every quorum; where it does
    /// not, only a complete vote is decided. Ballots that can still be changed
    /// are not looked at: whoever asks sees to that.
    ///
    /// - Throws: As ``decide(_:)``.
    /// - Complexity: Six times ``decide(_:)``.
    public func decided(_ ballots: YesNoBallots) throws(TallyError) -> VoteOutcome? {
        let verdict = try decide(ballots)
        let now = verdict.outcome
        guard ballots.whole.notCast > 0 else { return now }
        guard quorums.allSatisfy({ $0.quorum.counting.contains(.yes) }) else { return nil }
        for choice in Choice.allCases {
            let then = try decide(ballots.completed(by: choice))
            guard then.outcome == now, then.name == verdict.name else { return nil }
        }
        guard try haveBandsOneOutcome(ballots) else { return nil }
        return now
    }

    /// Whether the motion can still pass, with every ballot still to come as its friends would cast it.
    ///
    /// - Throws: As ``decide(_:)``.
    public func canStillPass(_ ballots: YesNoBallots) throws(TallyError) -> Bool {
        if try decide(ballots).outcome == .passed { return true }
        for choice in Choice.allCases
        where try decide(ballots.completed(by: choice)).outcome == .passed { return true }
        return false
    }

    /// Whether the rule, an alternative or a body decides by bands.
    public var asksBands: Bool {
        bands != nil || either.contains(where: \.asksBands) || bodies.contains(where: \.rule.asksBands)
    }

    /// Whether every band between all yes and all no gives the same outcome.
    private func haveBandsOneOutcome(_ ballots: YesNoBallots) throws(TallyError) -> Bool {
        if (either + bodies.map(\.rule)).contains(where: \.asksBands) { return false }
        guard let bands else { return true }
        var unread = Transcript()
        let high = try ballots.completed(by: .yes)
        let low = try ballots.completed(by: .no)
        let first = try bands.place(of: high, high.whole, writing: &unread)
        let last = try bands.place(of: low, low.whole, writing: &unread)
        guard first <= last else { return false }
        return Set(bands.outcomes[first...last]).count == 1
            && Set((first...last).map { bands.name(at: $0) }).count == 1
    }
}

extension YesNoBallots {
    /// The counts with every ballot not cast as one choice, in the whole and in each class.
    fileprivate func completed(by choice: Choice) throws(TallyError) -> YesNoBallots {
        var all = self
        try all.whole.add(all.whole.notCast, to: choice)
        for place in all.classes.indices {
            try all.classes[place].count.add(all.classes[place].count.notCast, to: choice)
        }
        return all
    }
}
