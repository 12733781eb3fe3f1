public import TingProceedings
public import TingWorkflow

/// What can be written.
public protocol MinutesWriting: MinutesReading {
    /// Appends events to a stream that has exactly `version` entries.
    ///
    /// - Throws: ``MinutesError/conflict`` when the stream has another version; nothing
    ///   was appended then. ``MinutesError/damaged(at:)`` for an event that is no map.
    func append(_ events: [JSON], to stream: Stream, after version: Int, recorded: Instant) throws
    /// Keeps bytes under their digest; keeping the same twice is not an error.
    func keep(_ document: Decision.Document) throws
    /// Keeps a text and its salt under their commitment; keeping the same twice is not an error.
    func keep(text: String, salt: [UInt8], under commitment: Digest) throws
    /// Keeps, or replaces, what is known of a person who is on the roll when the transaction ends.
    ///
    /// - Throws: ``MinutesError/conflict`` when somebody else has the handle.
    func keep(_ person: Person) throws
    /// Replaces a member's line of the roll.
    func keep(_ member: Member) throws
    /// Keeps, or replaces, the card of a proposal.
    ///
    /// - Throws: ``MinutesError/damaged(at:)`` for a card that contradicts itself.
    func keep(_ card: Card) throws
    /// Notes that a meeting of the calendar was held; noting the same twice is not an error.
    func keepHeld(_ calendar: String, at instant: Instant) throws
    /// Puts a ballot into a box, in place of the voter's earlier one.
    ///
    /// - Throws: ``MinutesError/damaged(at:)`` when there is no card of the proposal.
    func box(_ ballot: Ballot, in vote: VoteKey) throws
    /// Remembers something to be done outside.
    func order(_ errand: Errand.Order) throws
    /// Notes that an errand is done; for one that is done already, or unknown, nothing changes.
    func done(_ errand: Int) throws
}
