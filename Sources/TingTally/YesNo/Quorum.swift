/// How many ballots are needed before a vote decides anything.
///
/// A rule always says which ballots count; there is no usual set of them.
public struct Quorum: Hashable, Sendable {
    /// What is asked of the ballots that count.
    public enum Need: Hashable, Sendable {
        /// A part of the electorate, of those present or of the seats.
        case share(Share)
        /// A number: a whole one, or what a formula came to, never rounded.
        case number(Comparison, Surd)
    }

    /// What is asked.
    public let need: Need
    /// Which ballots count to it.
    public let counting: [Choice]
    /// However small the need, never fewer ballots than this.
    public let neverFewerThan: Int?

    /// Makes a quorum.
    public init(need: Need, counting: [Choice], neverFewerThan: Int? = nil) {
        self.need = need
        self.counting = counting
        self.neverFewerThan = neverFewerThan
    }

    /// Whether the progress towards the quorum tells no more than how many took part.
    ///
    /// Where yes, no and abstain do not count alike, the progress gives away
    /// choices: it must not be shown before a secret vote closes.
    public var tellsOnlyTurnout: Bool {
        [Choice.yes, .no, .abstain].allSatisfy(counting.contains)
    }

    /// How far the ballots have come; may be asked while the vote runs.
    ///
    /// A share of an empty electorate is never reached.
    ///
    /// - Throws: ``TallyError`` `base-not-known`, `arithmetic-overflow`.
    public func progress(of counts: ChoiceCount) throws(TallyError) -> QuorumProgress {
        let reached = counts.sum(of: counting)
        let ballots = Fact("counting", .list(counting.map { .term($0.rawValue) }))
        var transcript = Transcript()
        var isMet: Bool
        var needed: Int
        switch need {
        case .share(let share):
            let asked = try share.asked(of: counts)
            (isMet, needed) = (asked.isMet(by: reached), asked.needed)
            let code =
                asked.baseCount == 0 ? "quorum-of-nothing" : isMet ? "quorum-met" : "quorum-missed"
            transcript.add(Statement(code, asked.facts(reached: reached) + [ballots]))
        case .number(let comparison, let bound):
            isMet = comparison.isMet(by: Surd(reached), asking: bound)
            do { needed = try comparison.least(beyond: bound) } catch { throw TallyError(error) }
            transcript.add(
                Statement(
                    isMet ? "quorum-number-met" : "quorum-number-missed",
                    [
                        .term("comparison", comparison.rawValue), .surd("exact", bound),
                        .number("needed", needed), .number("reached", reached), ballots,
                    ]))
        }
        if let least = neverFewerThan {
            let isEnough = reached >= least
            transcript.add(
                Statement(
                    isEnough ? "quorum-least-met" : "quorum-least-missed",
                    [.number("least", least), .number("reached", reached)]))
            isMet = isMet && isEnough
            needed = max(needed, least)
        }
        return QuorumProgress(reached: reached, needed: needed, isMet: isMet, transcript: transcript)
    }
}

/// How far a vote has come towards its quorum.
public struct QuorumProgress: Hashable, Sendable {
    /// The ballots that count to it.
    public let reached: Int
    /// The least number of them that is enough.
    public let needed: Int
    /// Whether it is enough.
    public let isMet: Bool
    /// The numbers and comparisons.
    public let transcript: Transcript

    /// Makes the progress.
    public init(reached: Int, needed: Int, isMet: Bool, transcript: Transcript) {
        self.reached = reached
        self.needed = needed
        self.isMet = isMet
        self.transcript = transcript
    }
}
