/// What decided a run of equal shares, so that another start can be told to decide the same.
///
/// While the same projects are paid for in the same order, no purse falls and
/// no price rises as the start grows: with more in every purse a price is lower,
/// and whoever paid it has more left. So a price at the lesser start below
/// another at the greater start is below it everywhere between the two.
///
/// While in each round the same also pay all they have and the others one price,
/// every purse and every price is a straight line over the start. What holds
/// between two straight lines at both ends of a stretch holds everywhere on it.
struct SharesCourse {
    /// A round in which a project was paid for.
    struct Round {
        let paid: SharesOffer
        /// All that were cheapest, that one among them.
        let cheapest: [SharesOffer]
        /// The last offer of each project that could be paid for, by project; looked at in that round or before.
        let offers: [SharesOffer?]
    }

    /// How many bits of the fixed-point numbers stand for parts of a whole.
    let bits: Int
    private(set) var rounds: [Round] = []

    init(bits: Int) { self.bits = bits }

    /// Adds a round.
    mutating func add(_ round: Round) { rounds.append(round) }

    /// Whether every start from this run's to that of another with a greater start certainly pays for the same,
    /// and meets the same ties.
    ///
    /// - Complexity: O(rounds × projects).
    func isCertainlySame(upTo other: SharesCourse) -> Bool {
        guard bits == other.bits, rounds.count == other.rounds.count else { return false }
        var areLines = true
        for (round, later) in zip(rounds, other.rounds) {
            guard round.paid.project == later.paid.project else { return false }
            areLines = areLines && round.paid.hasSamePayers(as: later.paid)
            guard round.isCertainlySame(upTo: later, areLines: areLines) else { return false }
        }
        return true
    }
}

extension SharesCourse.Round {
    /// Whether the same is cheapest in this round, once those before were the same.
    ///
    /// - Parameter areLines: Whether prices are straight lines where the same pay all they have.
    fileprivate func isCertainlySame(upTo later: SharesCourse.Round, areLines: Bool) -> Bool {
        guard cheapest.count == later.cheapest.count else { return false }
        let tied = cheapest.count > 1 ? cheapest : []
        for offer in tied {
            // Two lines that meet at both ends are one.
            guard areLines, let after = later.cheapest.first(where: { $0.project == offer.project }),
                offer.hasSamePayers(as: after)
            else { return false }
        }
        return later.offers.allSatisfy { offer in
            guard let offer, offer.project != paid.project else { return true }
            if paid.isCertainlyBelow(offer) { return true }
            if tied.contains(where: { $0.project == offer.project }) { return true }
            return areLines && offers[offer.project].map(offer.hasSamePayers) ?? false
        }
    }
}
