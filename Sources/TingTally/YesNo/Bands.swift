/// Bands of a result, each with its outcome: the highest band that is reached decides.
///
/// Bands are of the sum, in which a yes is +1, a no is -1 and an abstention is
/// 0, or of the share of yes. A vote by +1, 0 and -1 is a vote by yes, abstain
/// and no. Sums: Apache's votes; shares: Wikipedia's range left to discretion.
public struct Bands: Hashable, Sendable {
    /// Where a band begins.
    public enum Floor: Hashable, Sendable {
        /// The sum of +1 and -1, in votes.
        case sum(Comparison, Int)
        /// The share of yes.
        case share(Share)
    }

    /// One band.
    public struct Band: Hashable, Sendable {
        /// Where it begins.
        public let floor: Floor
        /// What the vote ends as within it.
        public let outcome: VoteOutcome
        /// A name of its own for that end; the vote is then left to others under this name.
        public let name: String?

        /// Makes a band.
        public init(_ floor: Floor, _ outcome: VoteOutcome) {
            self.floor = floor
            self.outcome = outcome
            name = nil
        }

        /// Makes a band that leaves the matter to others, under a name of its own.
        public init(_ floor: Floor, as name: String) {
            self.floor = floor
            outcome = .tied
            self.name = name
        }
    }

    /// The bands, the highest first.
    public let bands: [Band]
    /// What the vote ends as below all of them.
    public let otherwise: VoteOutcome

    /// Makes bands; they are asked in the order given.
    public init(_ bands: [Band], otherwise: VoteOutcome) {
        self.bands = bands
        self.otherwise = otherwise
    }

    /// Every outcome that a band gives.
    public var outcomes: [VoteOutcome] { bands.map(\.outcome) + [otherwise] }

    /// Whether a band ends the vote as tied, under no name of its own.
    public var leavesTies: Bool {
        otherwise == .tied || bands.contains { $0.outcome == .tied && $0.name == nil }
    }

    /// The name of the end at a place; nil where it has none of its own.
    func name(at place: Int) -> String? { place < bands.count ? bands[place].name : nil }
}

extension Bands {
    /// The place of the band that these counts reach; the number of bands when it is none of them.
    func place(of ballots: YesNoBallots, _ counts: ChoiceCount, writing transcript: inout Transcript)
        throws(TallyError) -> Int
    {
        let (difference, overflow) = counts[.yes].subtractingReportingOverflow(counts[.no])
        guard !overflow else { throw TallyError(.overflow) }
        let sum = try counts.exactVotes(difference)
        if bands.contains(where: \.floor.isSum) {
            transcript.add(
                Statement(
                    "score-sum",
                    [
                        Fact("yes", try counts.votes(counts[.yes])),
                        Fact("no", try counts.votes(counts[.no])), .fraction("sum", sum),
                    ]))
        }
        for (place, band) in bands.enumerated() {
            let outcome = band.outcomeFact
            let isReached: Bool
            switch band.floor {
            case .sum(let comparison, let bound):
                isReached = comparison.isMet(by: sum, asking: Fraction(bound))
                transcript.add(
                    Statement(
                        isReached ? "sum-band-met" : "sum-band-missed",
                        [
                            .term("comparison", comparison.rawValue), .number("bound", bound),
                            .fraction("sum", sum), outcome,
                        ]))
            case .share(let share):
                let asked = try share.asked(of: share.className == nil ? counts : ballots.counts(for: share))
                isReached = asked.isMet(by: asked.counts[.yes])
                transcript.add(try asked.statement("band", reached: asked.counts[.yes], [outcome]))
            }
            if isReached { return place }
        }
        transcript.add(Statement("band-otherwise", [.term("outcome", otherwise.rawValue)]))
        return bands.count
    }
}

extension Bands.Band {
    /// The end, for a sentence: its own name where it has one.
    public var outcomeFact: Fact {
        name.map { .text("outcome", $0) } ?? .term("outcome", outcome.rawValue)
    }
}

extension Bands.Floor {
    /// Whether the band is one of the sum.
    fileprivate var isSum: Bool {
        if case .sum = self { true } else { false }
    }
}
