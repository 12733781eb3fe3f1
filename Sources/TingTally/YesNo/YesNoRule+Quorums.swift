extension YesNoRule {
    /// Whether the quorums are met: those of the rule itself; else those of one alternative that has
    /// some, and of every body. True where none is asked.
    ///
    /// - Throws: As ``decide(_:)``.
    public func hasQuorum(_ given: YesNoBallots) throws(TallyError) -> Bool {
        var ballots = given
        if let seats { ballots.whole = try ballots.whole.inBody(ofSeats: seats) }
        for quorum in ownQuorums {
            guard try quorum.progress(of: ballots).isMet else { return false }
        }
        for body in bodies {
            var unread = Transcript()
            let own = try body.ballots(of: given, writing: &unread)
            guard try body.rule.hasQuorum(own) else { return false }
        }
        guard ownQuorums.isEmpty else { return true }
        let asking = either.filter { !$0.quorums.isEmpty }
        for rule in asking where try rule.hasQuorum(given) { return true }
        return asking.isEmpty
    }
}

extension Body {
    /// The ballots of the body: everybody's, those of a class, or the votes of the districts.
    func ballots(of all: YesNoBallots, writing transcript: inout Transcript) throws(TallyError)
        -> YesNoBallots
    {
        var own = all
        switch votes {
        case .everybody: break
        case .ofClass(let name):
            own.whole = try all.counts(ofClass: name)
            transcript.add(try own.whole.statement("ballots-counted"))
        case .districts(let districts):
            own.whole = try districts.count(all, writing: &transcript)
        }
        return own
    }
}
