public import TingClerk
import TingProceedings
import TingWorkflow

/// Everything that can be read from minutes, for comparing before and after, or one kind with another.
public struct MinutesSnapshot: Equatable {
    let length: Int
    let head: Digest?
    let latest: Instant?
    let entries: [Entry]
    let streams: [[Entry]]
    let versions: [Int]
    let documents: [[UInt8]?]
    let texts: [String?]
    let roll: Roll
    let persons: [Person]
    let found: [Person?]
    let lastNumber: Int
    let cards: [Card]
    let running: [Card]
    let single: [Card?]
    let due: [Int?]
    let duties: [Card]
    let resting: [Set<RestingMatter>]
    let held: [[Instant]]
    let boxes: [[Ballot]]
    let voted: [Set<VoteKey>]
    let errands: [Errand]

    /// Reads everything there is about what the samples of the courses use.
    public init(_ minutes: any Minutes) throws {
        self = try minutes.read { try MinutesSnapshot($0) }
    }

    /// Reads everything within a transaction.
    public init(_ reading: any MinutesReading) throws {
        length = try reading.length()
        head = try reading.head()
        latest = try reading.latest()
        entries = try reading.entries(after: 0, limit: .max)
        let names = MinutesCourse.streams
        streams = try names.map { try reading.entries(of: $0, after: 0) }
        versions = try names.map { try reading.version(of: $0) }
        documents = try MinutesCourse.texts.map { try reading.document(Sample.document($0).digest) }
        texts = try MinutesCourse.texts.map { try reading.text(Sample.document($0).digest) }
        roll = try reading.roll()
        persons = try reading.persons()
        found = try MinutesCourse.handles.map { try reading.person(handle: $0) }
        lastNumber = try reading.lastNumber()
        cards = try reading.cards(running: false)
        running = try reading.cards(running: true)
        single = try MinutesCourse.numbers.map { try reading.card($0) }
        due = try (0...6).map { try reading.firstDue(notAfter: Sample.hour($0)) }
        duties = try reading.cardsWithDuties()
        resting = try MinutesCourse.workflows.map { Set(try reading.resting(under: $0, at: Sample.hour(0))) }
        held = try ["general-meeting", "board"].map { try reading.held($0) }
        boxes = try MinutesCourse.votes.map { try reading.ballots(in: $0) }
        voted = try MinutesCourse.members.map { try reading.voted(in: MinutesCourse.votes, by: $0) }
        errands = try reading.errands()
    }
}
