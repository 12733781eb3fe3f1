public import TingProceedings
import TingWorkflow

/// What the clerk hands out when a command has been written down.
public struct Receipt: Hashable, Sendable {
    /// The short code: the beginning of the hash of the ballot's entry, where a ballot
    /// was taken, else of the last entry written.
    public let code: String
    /// The card of the proposal afterwards; nil where none was touched.
    public let card: Card?
    /// The events written for the command itself, without those that were due before.
    public let events: [ProposalEvent]

    /// Makes a receipt.
    public init(code: String, card: Card?, events: [ProposalEvent]) {
        self.code = code
        self.card = card
        self.events = events
    }
}
