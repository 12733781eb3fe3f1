/// How many ballots are needed before a vote decides anything.
///
/// A rule always says which ballots count; there is no usual set of them.
public struct Quorum: Hashable, Sendable {
    /// What is asked of the ballots that count.
    public enum Need: Hashable, Sendable {
        /// A part of the electorate, of those present, of the seats or of the members of a class.
        case share(Share)
        /// A number: a whole one, or what a formula came to, never rounded.
        case number(Comparison, Surd)
        /// What the first size asks that is no smaller than the electorate; else something for all larger ones.
        indirect case bySize([Size], otherwise: Need)
    }

    /// What is asked of an electorate up to a size.
    public struct Size: Hashable, Sendable {
        /// The largest electorate it is asked of.
        public let upTo: Int
        /// What is asked.
        public let need: Need

        /// Makes a size.
        public init(upTo: Int, need: Need) {
            self.upTo = upTo
            self.need = need
        }
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

    /// The classes whose ballots it looks at by themselves.
    public var classNames: [String] { need.classNames }
}

extension Quorum.Need {
    /// The classes whose ballots are looked at by themselves.
    fileprivate var classNames: [String] {
        switch self {
        case .share(let share): share.className.map { [$0] } ?? []
        case .number: []
        case .bySize(let sizes, let otherwise): sizes.flatMap(\.need.classNames) + otherwise.classNames
        }
    }
}

/// How far a vote has come towards its quorum.
public struct QuorumProgress: Hashable, Sendable {
    /// The ballots that count to it, in units of the counts.
    public let reached: Int
    /// The least number of them that is enough, in the same units.
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
