public import TingProceedings
public import TingWorkflow

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
    /// The cards of proposals that have ended and of which something is left to do, by number, ascending.
    func cardsWithDuties() throws -> [Card]
    /// The matters that were decided under a workflow and may rest still, in no order; one matter may
    /// come several times.
    func resting(under workflow: String, at instant: Instant) throws -> [RestingMatter]
    /// When meetings of the calendar with this name were held, ascending, each moment once.
    func held(_ calendar: String) throws -> [Instant]

    /// The ballots in the box of a vote, by voter, ascending.
    func ballots(in vote: VoteKey) throws -> [Ballot]
    /// A voter's ballot in the box of a vote; nil when there is none.
    func ballot(in vote: VoteKey, by voter: String) throws -> Ballot?
    /// The votes among these in which a voter has a ballot.
    func voted(in votes: [VoteKey], by voter: String) throws -> Set<VoteKey>

    /// What is to be done outside once it is durable, oldest first; done things are left out.
    func errands() throws -> [Errand]
}
