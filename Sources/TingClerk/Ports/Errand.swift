public import TingProceedings
public import TingWorkflow

/// Something to be done outside the record once a decision is durable.
///
/// Errands are done by `ting run`, each at least once: doing one twice gives
/// the same file.
public struct Errand: Hashable, Sendable {
    /// The number, ascending in the order they were given.
    public let number: Int
    /// What is to be done.
    public let order: Order

    /// Makes an errand.
    public init(number: Int, order: Order) {
        self.number = number
        self.order = order
    }

    /// What is to be done.
    public enum Order: Hashable, Sendable {
        /// Write the tally report of a vote.
        case report(VoteKey)
        /// Tell members something: the code of a template, the proposal, their ids, since when.
        case notice(code: String, proposal: Int, to: [String], at: Instant)
        /// Put the text that was decided, by its commitment, into the governed document.
        case adoptText(proposal: Int, text: Digest, document: String, at: Instant)
        /// Note in the governed document until when the sections hold that this text brought into it.
        case noteTerm(proposal: Int, text: Digest, document: String, at: Instant)
    }
}
