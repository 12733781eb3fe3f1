public import TingProceedings
public import TingWorkflow

/// The append-only record of an assembly, and the projections kept with it.
///
/// Everything written in one ``write(_:)`` becomes durable together or not at
/// all. One writer works at a time; readers never see half a transaction.
/// Whoever implements this passes the contract suite of the tests.
public protocol Minutes: Sendable {
    /// Reads, at one moment of the record.
    ///
    /// - Throws: ``MinutesError``, and whatever the body throws.
    func read<Result>(_ body: (any MinutesReading) throws -> Result) throws -> Result

    /// Writes; when the body throws, nothing has happened.
    ///
    /// - Throws: ``MinutesError``, and whatever the body throws.
    func write<Result>(_ body: (any MinutesWriting) throws -> Result) throws -> Result

    /// Does everything a write does, and then takes it back: for asking what would be.
    ///
    /// - Throws: ``MinutesError``, and whatever the body throws.
    func rehearse<Result>(_ body: (any MinutesWriting) throws -> Result) throws -> Result
}

/// What can be read from the minutes and from the projections beside them.
public protocol MinutesReading {
    /// How many entries there are.
    func length() throws -> Int
    /// The hash of the last entry; nil when there is none.
    func head() throws -> Digest?
    /// The latest effective time of any entry; nil when there is none.
    ///
    /// - Complexity: O(1), as are ``length()`` and ``head()``.
    func latest() throws -> Instant?
    /// How many entries a stream has.
    func version(of stream: Stream) throws -> Int
    /// The entries of a stream with a version above `version`, oldest first.
    func entries(of stream: Stream, after version: Int) throws -> [Entry]
    /// All entries with a sequence above `sequence`, oldest first, at most `limit`.
    func entries(after sequence: Int, limit: Int) throws -> [Entry]
    /// The bytes kept under a digest; nil when there are none.
    func document(_ digest: Digest) throws -> [UInt8]?
    /// The text behind a commitment; nil when there is none, or when it has been erased.
    func text(_ commitment: Digest) throws -> String?

    /// The roll.
    func roll() throws -> Roll
    /// What is known of a person beside the record; nil when nothing is.
    func person(_ member: String) throws -> Person?
    /// The person with this handle; nil when there is none.
    func person(handle: String) throws -> Person?
    /// Every person, by handle, ascending.
    func persons() throws -> [Person]

    /// The highest number of a proposal; 0 when there is none.
    func lastNumber() throws -> Int
    /// The card of a proposal; nil when there is none with this number.
    func card(_ number: Int) throws -> Card?
    /// The cards of running proposals, or of all, by number, ascending.
    func cards(running: Bool) throws -> [Card]
    /// The running proposal whose state ends first, not after a moment; the lower number first.
    func firstDue(notAfter instant: Instant) throws -> Int?
    /// Until when matters rest that were decided under a workflow, by the matter's key.
    func resting(under workflow: String) throws -> [String: Instant]

    /// The ballots in the box of a vote, by voter, ascending.
    func ballots(in vote: VoteKey) throws -> [Ballot]
    /// A voter's ballot in the box of a vote; nil when there is none.
    func ballot(in vote: VoteKey, by voter: String) throws -> Ballot?
    /// The votes among these in which a voter has a ballot.
    func voted(in votes: [VoteKey], by voter: String) throws -> Set<VoteKey>

    /// What is to be done outside once it is durable, oldest first; done things are left out.
    func errands() throws -> [Errand]
}

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
    /// Puts a ballot into a box, in place of the voter's earlier one.
    ///
    /// - Throws: ``MinutesError/damaged(at:)`` when there is no card of the proposal.
    func box(_ ballot: Ballot, in vote: VoteKey) throws
    /// Remembers something to be done outside.
    func order(_ errand: Errand.Order) throws
    /// Notes that an errand is done; for one that is done already, or unknown, nothing changes.
    func done(_ errand: Int) throws
}

/// A sequence of entries that belong together.
public struct Stream: Hashable, Sendable, CustomStringConvertible {
    /// The name, as the minutes keep it.
    public let description: String

    /// Makes a stream from the name that the minutes keep.
    public init(description: String) {
        self.description = description
    }

    /// The assembly itself: foundation, roll.
    public static let assembly = Stream(description: "assembly")

    /// A proposal.
    public static func proposal(_ number: Int) -> Stream { Stream(description: "P-\(number)") }

    /// The open ballots of a vote.
    public static func ballots(_ vote: VoteKey) -> Stream { Stream(description: vote.description) }
}

/// Which vote: a proposal may have several.
public struct VoteKey: Hashable, Sendable, CustomStringConvertible {
    /// The proposal's number.
    public let proposal: Int
    /// The state.
    public let state: String
    /// The visit of the state.
    public let visit: Int

    /// Makes a key.
    public init(proposal: Int, state: String, visit: Int) {
        self.proposal = proposal
        self.state = state
        self.visit = visit
    }

    /// The key in one line: `P-12/vote/1`.
    public var description: String { "P-\(proposal)/\(state)/\(visit)" }
}

/// One entry of the minutes.
public struct Entry: Hashable, Sendable {
    /// The place in the whole record, from 1.
    public let sequence: Int
    /// The stream.
    public let stream: Stream
    /// The place in the stream, from 1.
    public let version: Int
    /// The canonical bytes, as hashed.
    public let bytes: [UInt8]
    /// The hash: SHA-256 of a zero byte and the bytes.
    public let hash: Digest
    /// When it was written down; not part of the hash, since a deadline takes effect when it is due.
    public let recorded: Instant

    /// Makes an entry.
    public init(
        sequence: Int, stream: Stream, version: Int, bytes: [UInt8], hash: Digest, recorded: Instant
    ) {
        self.sequence = sequence
        self.stream = stream
        self.version = version
        self.bytes = bytes
        self.hash = hash
        self.recorded = recorded
    }
}
