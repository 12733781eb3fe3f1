extension Quorum {
    /// How far the ballots of everybody have come; may be asked while the vote runs.
    ///
    /// A share of an empty electorate is never reached.
    ///
    /// - Throws: ``TallyError`` `base-not-known`, `arithmetic-overflow`; `class-not-counted` where
    ///   the quorum is one of a class.
    public func progress(of counts: ChoiceCount) throws(TallyError) -> QuorumProgress {
        try progress(of: YesNoBallots(whole: counts))
    }

    /// How far the ballots have come, those of a class where the quorum is one of a class.
    ///
    /// - Throws: ``TallyError`` `base-not-known`, `arithmetic-overflow`, `class-not-counted`.
    public func progress(of ballots: YesNoBallots) throws(TallyError) -> QuorumProgress {
        var transcript = Transcript()
        var need = need
        while case .bySize(let sizes, let otherwise) = need {
            let members = try ballots.whole.exactVotes(ballots.whole.eligible)
            let size = sizes.first { members <= Fraction($0.upTo) }
            let largest = size?.upTo ?? sizes.last?.upTo ?? 0
            transcript.add(
                Statement(
                    size == nil ? "quorum-size-above" : "quorum-size-up-to",
                    [.fraction("members", members), .number("size", largest)]))
            need = size?.need ?? otherwise
        }
        var counts = ballots.whole
        if case .share(let share) = need { counts = try ballots.counts(for: share) }
        let reached = counts.sum(of: counting)
        var (isMet, needed) = try ask(need, of: counts, reached: reached, writing: &transcript)
        if let least = neverFewerThan {
            let isEnough = try counts.exactVotes(reached) >= Fraction(least)
            transcript.add(
                Statement(
                    isEnough ? "quorum-least-met" : "quorum-least-missed",
                    [.number("least", least), Fact("reached", try counts.votes(reached))]))
            isMet = isMet && isEnough
            needed = max(needed, try counts.least(.atLeast, Surd(least)))
        }
        return QuorumProgress(reached: reached, needed: needed, isMet: isMet, transcript: transcript)
    }

    /// Compares with a share or a number, and writes it down.
    private func ask(
        _ need: Need, of counts: ChoiceCount, reached: Int, writing transcript: inout Transcript
    ) throws(TallyError) -> (isMet: Bool, needed: Int) {
        let ballots = Fact("counting", .list(counting.map { .term($0.rawValue) }))
        switch need {
        case .share(let share):
            let asked = try share.asked(of: counts)
            transcript.add(try asked.statement("quorum", reached: reached, [ballots]))
            return (asked.isMet(by: reached), asked.needed)
        case .number(let comparison, let bound):
            let isMet = comparison.isMet(by: Surd(try counts.exactVotes(reached)), asking: bound)
            let needed = try counts.least(comparison, bound)
            transcript.add(
                Statement(
                    isMet ? "quorum-number-met" : "quorum-number-missed",
                    [
                        .term("comparison", comparison.rawValue), .surd("exact", bound),
                        Fact("needed", try counts.votes(needed)), Fact("reached", try counts.votes(reached)),
                        ballots,
                    ]))
            return (isMet, needed)
        case .bySize(_, let otherwise):
            return try ask(otherwise, of: counts, reached: reached, writing: &transcript)
        }
    }
}

extension ChoiceCount {
    /// The least number of units that is enough votes.
    fileprivate func least(_ comparison: Comparison, _ bound: Surd) throws(TallyError) -> Int {
        do {
            guard unit != Fraction(1) else { return try comparison.least(beyond: bound) }
            return try comparison.least(beyond: bound * Surd(Fraction(1) / unit))
        } catch {
            throw TallyError(error)
        }
    }
}
