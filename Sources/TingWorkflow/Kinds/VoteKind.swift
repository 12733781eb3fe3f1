/// A vote: ballots under a rule.
public struct VoteKind: Sendable {
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
    public var asks: Question
    /// What a ballot looks like.
    public var ballot: BallotForm
    /// Whether nobody can learn who voted how.
    public var secret: Bool
    /// Whether a ballot may be changed until the closing.
    public var changeable: Bool
    /// Who may vote.
    public var electorate: ElectorateForm
    /// The rule, by what the proposal touches.
    public var decides: BySubject<String>
    /// What becomes of a tie: the ways in which it is broken, in order. What they leave fails, unless the
    /// last says otherwise.
    public var ties: [Tie]
    /// When the vote may close early.
    public var closeEarly: EarlyClose
    /// An extension when the quorum is reached late; nil for none.
    public var extend: Extension?
    /// Further periods while one more vote could change the outcome; nil for none.
    public var repetition: Repetition?
    /// What is done where a fault has kept people from voting; nil for nothing.
    public var faults: Faults?
    /// Who may cast a ballot that is shown apart and never counted; nil for nobody.
    public var advisory: People?
    /// The state of the meeting at which the vote is held; nil when it is held at none.
    public var atMeeting: String?
    /// Whether a rule of the vote has a quorum that can be missed.
    public var hasQuorum: Bool
    /// The outcomes of their own that its rules give, each with whether the motion has then passed.
    public var ownOutcomes: [OutcomeForm]
    /// How many proxies one member may hold; nil for none.
    public var proxiesAtMost: Int?
    /// Where `decides` stands in the file: the source of the rule.
    public var decidesMark: Mark
    /// Where `lasts` stands in the file.
    public var lastsMark: Mark
    /// Where `electorate` stands in the file.
    public var electorateMark: Mark
    /// Where `ballot` stands in the file.
    public var ballotMark: Mark
    /// Where `tie` stands in the file.
    public var tieMark: Mark
    /// Where `close-early` stands in the file.
    public var closeEarlyMark: Mark
    /// Where `extend` stands in the file.
    public var extendMark: Mark
    /// Where `faults` stands in the file.
    public var faultsMark: Mark
    /// Where `advisory` stands in the file.
    public var advisoryMark: Mark
}
