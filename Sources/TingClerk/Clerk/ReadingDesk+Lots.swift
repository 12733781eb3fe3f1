import TingProceedings
import TingWorkflow

extension ReadingDesk {
    /// The seed of the lot of the vote that is open, which is kept beside the minutes; nil when it has none.
    ///
    /// - Throws: ``MinutesError/damaged(at:)`` when it is gone, or is not the one the opening committed to.
    func seed(of proposal: Proposal) throws -> String? {
        guard let commitment = proposal.openVote?.lot else { return nil }
        guard let seed = try reading.text(commitment), Hashing.commitment(to: seed, salt: []) == commitment
        else { throw MinutesError.damaged(at: commitment.short) }
        return seed
    }

    /// How a new seed is drawn: 32 random bytes in digits, and the commitment to them.
    ///
    /// The seed needs no salt, since nobody can guess it.
    func newSeed() throws -> @Sendable () -> LotSeed {
        let (chance, place) = (clerk.chance, try reading.length())
        return {
            let seed = Hashing.digest(chance.bytes(32, for: "lot", at: place)).hex
            return LotSeed(seed: seed, commitment: Hashing.commitment(to: seed, salt: []))
        }
    }
}
