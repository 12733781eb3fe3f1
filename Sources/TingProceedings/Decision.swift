public import TingWorkflow

/// What the rules decided: what is to be written, and what is to be told.
///
/// A decision is a value; whoever receives it writes all of it in one
/// transaction or nothing.
public struct Decision: Hashable, Sendable {
    /// The events of the proposal, in order.
    public var events: [ProposalEvent]
    /// The ballot to put into the box; nil for most decisions.
    public var ballot: Ballot?
    /// The values the events refer to by digest.
    public var documents: [Document]
    /// The seeds that the events commit to, to be kept beside the record.
    public var seeds: [LotSeed] = []
    /// The electorate that the last vote opened here froze, which is one of the documents; nil when none was.
    public var electorate: Electorate?
    /// Who is to be told what, once the decision is durable.
    public var notices: [Notice]

    /// Makes a decision.
    public init(
        events: [ProposalEvent] = [], ballot: Ballot? = nil, documents: [Document] = [],
        notices: [Notice] = []
    ) {
        self.events = events
        self.ballot = ballot
        self.documents = documents
        self.notices = notices
    }

    /// A value the minutes keep beside the events, under its digest.
    public struct Document: Hashable, Sendable {
        /// The digest of the bytes.
        public let digest: Digest
        /// The canonical bytes.
        public let bytes: [UInt8]

        /// Makes a document.
        public init(digest: Digest, bytes: [UInt8]) {
            self.digest = digest
            self.bytes = bytes
        }
    }

    /// Somebody is to be told something.
    public struct Notice: Hashable, Sendable {
        /// What about: the code of a template in `Templates/notices`.
        public let code: String
        /// The proposal's number.
        public let proposal: Int
        /// The members told, by id, ascending.
        public let to: [String]
        /// When it became due.
        public let at: Instant

        /// Makes a notice.
        public init(code: String, proposal: Int, to: [String], at: Instant) {
            self.code = code
            self.proposal = proposal
            self.to = to
            self.at = at
        }
    }
}
