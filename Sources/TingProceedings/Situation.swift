import TingTally
public import TingWorkflow

/// What the rules may look at besides the proposal: all of it handed in.
public struct Situation: Sendable {
    /// The workflow the proposal is pinned to.
    public let workflow: Workflow
    /// The time zone of its deadlines.
    public let zone: Zone
    /// The roll as it is at the moment of the decision.
    public let roll: Roll
    /// SHA-256, handed in so that no rule needs a cryptographic library.
    public let digest: @Sendable ([UInt8]) -> Digest
    /// The assembly's language, for words that a decision freezes: the title of a default option.
    public let language: String
    /// The electorate of the vote that is open; nil when none is.
    public internal(set) var electorate: Electorate?
    /// The ballots of the vote that is open, where the decision may close it.
    public internal(set) var sheet: BallotSheet

    /// The seed of the lot of the vote that is open; nil when none is, or when it has none.
    public internal(set) var seed: String?
    /// A new seed, where a vote may be opened whose ties a lot breaks.
    public let newSeed: (@Sendable () -> LotSeed)?

    /// When meetings of the assembly were held, by the name of the calendar, ascending; only calendars are
    /// there that the workflow asks about.
    public var held: [String: [Instant]] = [:]

    /// Makes a situation.
    public init(
        workflow: Workflow, zone: Zone, roll: Roll, digest: @escaping @Sendable ([UInt8]) -> Digest,
        language: String = "", electorate: Electorate? = nil, sheet: BallotSheet = BallotSheet([]),
        seed: String? = nil, newSeed: (@Sendable () -> LotSeed)? = nil
    ) {
        self.workflow = workflow
        self.zone = zone
        self.roll = roll
        self.digest = digest
        self.language = language
        self.electorate = electorate
        self.sheet = sheet
        self.seed = seed
        self.newSeed = newSeed
    }
}
