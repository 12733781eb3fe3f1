/// A vote: ballots under a rule; it never changes after it was read.
public final class VoteKind: Sendable {
    /// What is voted on.
    public enum Question: Hashable, Sendable {
        /// The proposal, as it stands.
        case proposal
        /// The options written in a state, with a default option where there is one; beside the proposal
        /// itself, unless only they are asked about.
        case options(from: String, defaultOption: Wording?, only: Bool = false)
    }

    /// Who may vote.
    public struct ElectorateForm: Hashable, Sendable {
        /// The group: members, a class, a role.
        public var who: People.Who
        /// When the electorate is frozen: at the opening, or when the named meeting begins.
        public var asOf: FrozenAt
        /// How long one must have been a member by then; nil for no such condition.
        public var memberFor: Period?
        /// Who is left out.
        public var without: [People.Relation]
        /// Who may do nothing but abstain, and stays in the base.
        public var mustAbstain: [People.Relation] = []

        /// Makes an electorate's form.
        public init(
            who: People.Who, asOf: FrozenAt, memberFor: Period?, without: [People.Relation]
        ) {
            self.who = who
            self.asOf = asOf
            self.memberFor = memberFor
            self.without = without
        }
    }

    /// When an electorate is frozen.
    public enum FrozenAt: Hashable, Sendable {
        /// When the vote opens.
        case opening
        /// When the meeting of the named state begins.
        case meeting(String)
    }

    /// An extension when the quorum is reached late; once only.
    public struct Extension: Hashable, Sendable {
        /// In the last so long.
        public let ifQuorumInLast: Period
        /// By so much.
        public let by: Period
        /// Whether it runs from the moment of the quorum, so that so much is left then; else from the old end.
        public let fromQuorum: Bool

        /// Makes an extension.
        public init(ifQuorumInLast: Period, by: Period, fromQuorum: Bool = false) {
            self.ifQuorumInLast = ifQuorumInLast
            self.by = by
            self.fromQuorum = fromQuorum
        }
    }

    /// What is voted on.
    public let asks: Question
    /// What a ballot looks like.
    public let ballot: BallotForm
    /// Whether nobody can learn who voted how.
    public let secret: Bool
    /// Whether a ballot may be changed until the closing.
    public let changeable: Bool
    /// Who may vote.
    public let electorate: ElectorateForm
    /// The rule, by what the proposal touches.
    public let decides: BySubject<String>
    /// What becomes of a tie: the ways in which it is broken, in order. What they leave fails, unless the
    /// last says otherwise.
    public let ties: [Tie]
    /// When the vote may close early.
    public let closeEarly: EarlyClose
    /// An extension when the quorum is reached late; nil for none.
    public let extend: Extension?
    /// Further periods while one more vote could change the outcome; nil for none.
    public let repetition: Repetition?
    /// What is done where a fault has kept people from voting; nil for nothing.
    public let faults: Faults?
    /// Who may cast a ballot that is shown apart and never counted; nil for nobody.
    public let advisory: People?
    /// The state of the meeting at which the vote is held; nil when it is held at none.
    public let atMeeting: String?
    /// Whether a rule of the vote has a quorum that can be missed.
    public let hasQuorum: Bool
    /// The outcomes of their own that its rules give, each with whether the motion has then passed.
    public let ownOutcomes: [OutcomeForm]
    /// How many proxies one member may hold; nil for none.
    public let proxiesAtMost: Int?
    /// Where `decides` stands in the file: the source of the rule.
    public let decidesMark: Mark
    /// Where `lasts` stands in the file.
    public let lastsMark: Mark
    /// Where `electorate` stands in the file.
    public let electorateMark: Mark
    /// Where `ballot` stands in the file.
    public let ballotMark: Mark
    /// Where `tie` stands in the file.
    public let tieMark: Mark
    /// Where `close-early` stands in the file.
    public let closeEarlyMark: Mark
    /// Where `extend` stands in the file.
    public let extendMark: Mark
    /// Where `faults` stands in the file.
    public let faultsMark: Mark
    /// Where `advisory` stands in the file.
    public let advisoryMark: Mark

    /// Reads the kind; reports what is wrong and puts something harmless in its place.
    public init(_ map: MapReader) {
        asks = map["asks"].flatMap(map.reading.question) ?? .proposal
        ballot = map["ballot"].flatMap(map.reading.ballotForm) ?? .yesNoAbstain
        secret = map.flag("secret") ?? false
        changeable = map.one(of: ["until closing", "never"], "change-ballot") == "until closing"
        electorate = map.electorate()
        decides = map.rule() ?? BySubject("")
        ties = map["tie"].flatMap(map.reading.ties) ?? [.fails]
        closeEarly = map.earlyClose()
        extend = map.extensionOfVote()
        repetition = map.repetitionOfVote()
        faults = map.faultsOfVote()
        advisory = map.advisory()
        if case .untilEnd(let meeting) = map.clock { atMeeting = meeting } else { atMeeting = nil }
        decidesMark = map["decides"]?.mark ?? map.mark
        lastsMark = map["lasts"]?.mark ?? map.mark
        electorateMark = map.mark(of: "electorate")
        ballotMark = map.mark(of: "ballot")
        tieMark = map.mark(of: "tie")
        closeEarlyMark = map.mark(of: "close-early")
        extendMark = map.mark(of: "extend")
        faultsMark = map.mark(of: "faults")
        advisoryMark = map.mark(of: "advisory")
        hasQuorum = map.reading.haveQuorum(decides.all)
        ownOutcomes = RuleDefinition.ownOutcomes(of: decides.all, among: map.reading.rules).map {
            OutcomeForm($0.name, decides: $0.passes)
        }
        if secret, let node = map["secret"] { map.reading.error("secret-not-kept", at: node) }
        proxiesAtMost = map.proxies()
    }
}
