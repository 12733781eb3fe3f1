public import TingTally

/// What a state is: its keys, its outcomes, what people do in it, and how it ends.
///
/// A kind is one file in `Kinds/` and one line in ``Kinds/all``. It is a value
/// made from the file; it looks at a ``Visit`` and answers, and never changes
/// anything. Everything common to all kinds (clock, actions, visits) is not
/// its business.
public protocol StateKind: Sendable {
    /// The word after `kind:`.
    static var word: String { get }
    /// The keys of this kind besides those every state has.
    static var keys: [Key] { get }
    /// The clocks that make sense here; the reader refuses the others.
    static var clocks: [ClockForm] { get }

    /// Reads the kind's own keys; reports what is wrong and puts something harmless in its place.
    init(_ map: MapReader)

    /// Every outcome the kind can have with these settings: each must be mapped, and no other.
    var outcomes: [OutcomeForm] { get }
    /// What people may do here, besides the state's actions, comments and ballots.
    func deeds(in workflow: Workflow) -> [DeedForm]
    /// Why a deed that its form allows is refused all the same; nil when it is not.
    func objection(to deed: Deed, in visit: Visit, of workflow: Workflow, zone: Zone) -> Statement?
    /// The outcome that a deed has brought about, or nil when the state goes on.
    func outcome(after deed: Deed, in visit: Visit, of workflow: Workflow) throws -> String?
    /// The outcome when the time has run out.
    func outcomeWhenTimeIsUp(in visit: Visit, of workflow: Workflow) throws -> String
    /// What is wrong with the state as part of its workflow; the kind's own checks.
    func findings(for state: State, in workflow: Workflow) -> [Finding]
    /// The settings of the vote, where this is a vote.
    var vote: VoteKind? { get }
    /// The settings of the end, where this is a final state.
    var final: FinalKind? { get }
    /// Whether the state is a meeting: it begins on its date, and its end ends what lasts until then.
    var isMeeting: Bool { get }
    /// What may be written here: comments, amendments, new options.
    var writing: Writing { get }
    /// Who is asked when the state is entered, each by name; nil where nobody is.
    var asks: People? { get }
    /// Whether the state can end before its time although nobody ends it: when all have answered.
    var endsEarly: Bool { get }
    /// The numbers from which a deed about something numbered chooses, ascending.
    func numbers(for form: DeedForm, in visit: Visit) -> [Int]
    /// Whether a deed can be done as things stand; what nobody can do is offered to nobody.
    func isOpen(_ form: DeedForm, in visit: Visit) -> Bool
    /// When the state ends from now on, where a deed has moved its end; nil where it has not.
    ///
    /// - Parameter latest: The latest moment at which this visit may end.
    func newEnd(after deed: Deed, in visit: Visit, zone: Zone, latest: Instant?) -> Instant?
    /// How an outcome came about, for the record; nil where the outcome tells everything.
    func reckoning(of outcome: String, in visit: Visit, of workflow: Workflow) throws -> Reckoning?
}

/// How a state came to its outcome, other than by ballots.
public struct Reckoning: Hashable, Sendable {
    /// The counts, line by line.
    public let lines: [Statement]
    /// The numbers of the objections that stand, ascending.
    public let objections: [Int]

    /// Makes a reckoning.
    public init(lines: [Statement], objections: [Int] = []) {
        self.lines = lines
        self.objections = objections
    }
}

/// What may be written in a state.
public struct Writing: Hashable, Sendable {
    /// Who may comment; nil when nobody may.
    public var comments: People?
    /// Who may change the text; nil when nobody may.
    public var amendments: People?
    /// How many amendments a visit allows; nil for any number.
    public var amendmentsAtMost: Int?
    /// Whether an amendment starts the state's clock anew.
    public var amendmentsRestartClock: Bool
    /// Changes of the text that move no clock unless somebody objects; nil where there are none such.
    public var minorChanges: MinorChanges?
    /// Who may put a further option on the ballot, and how many must second it; nil when nobody may.
    public var options: OptionWriting?

    /// Changes of the text that move no clock unless somebody objects in time.
    public struct MinorChanges: Hashable, Sendable {
        /// Who may object.
        public let objectedBy: People
        /// How long after the change.
        public let within: Period
        /// The verb of the objection.
        public static let objectVerb = "object-to-change"
    }

    /// Further options for a ballot.
    public struct OptionWriting: Hashable, Sendable {
        /// Who may propose one.
        public let by: People
        /// How many seconders it needs, its author not counted; nil for none.
        public let seconders: Amount?
        /// What may be said of its cost; nil where options have none.
        public let cost: CostDemand?
        /// What must be said of its group; nil where options have none.
        public let group: GroupDemand?
        /// The fields that each must fill in, in file order.
        public let fields: [String]
        /// How many there may be; nil for any number.
        public let atMost: Int?

        /// Makes the rule for further options.
        public init(
            by: People, seconders: Amount?, cost: CostDemand? = nil, group: GroupDemand? = nil,
            fields: [String] = [], atMost: Int? = nil
        ) {
            self.by = by
            self.seconders = seconders
            self.cost = cost
            self.group = group
            self.fields = fields
            self.atMost = atMost
        }
    }

    /// What an option may cost, where every option must state it.
    public enum CostDemand: String, Hashable, Sendable, CaseIterable {
        /// No more than there is to spend.
        case atMostTheBudget = "at most the budget"
        /// Any amount above nothing.
        case anyAmount = "any amount"
    }

    /// Whether an option must say which group it belongs to.
    public enum GroupDemand: String, Hashable, Sendable, CaseIterable {
        /// It must.
        case required
        /// It may, and belongs to none otherwise.
        case optional
    }

    /// Nothing may be written.
    public static let none = Writing()

    /// Makes a rule for what may be written.
    public init(
        comments: People? = nil, amendments: People? = nil, amendmentsAtMost: Int? = nil,
        amendmentsRestartClock: Bool = false, options: OptionWriting? = nil
    ) {
        self.comments = comments
        self.amendments = amendments
        self.amendmentsAtMost = amendmentsAtMost
        self.amendmentsRestartClock = amendmentsRestartClock
        self.options = options
    }
}

/// An outcome of a kind.
public struct OutcomeForm: Hashable, Sendable {
    /// The word, as in the file.
    public let name: String
    /// Whether a decision was taken in favour: what must come before an adoption.
    public let decides: Bool
    /// Whether people bring it about before the time is up; else time or a count does.
    public let byPeople: Bool

    /// Makes an outcome.
    public init(_ name: String, decides: Bool = false, byPeople: Bool = false) {
        self.name = name
        self.decides = decides
        self.byPeople = byPeople
    }
}

/// The forms of clock, for saying which a kind accepts.
public enum ClockForm: Hashable, Sendable, CaseIterable {
    /// `7 days`.
    case exactly
    /// `{at-least, at-most, ended-by}`.
    case between
    /// `{ends-after, extendable-to}`.
    case extendable
    /// `waits`.
    case waits
    /// `until end of MEETING`.
    case untilEnd
    /// `{after-quorum, at-most}`.
    case afterQuorum
    /// No `lasts` at all.
    case none
}

extension StateKind {
    /// The word after `kind:`.
    public var word: String { Self.word }
    /// Most kinds let people do nothing of their own.
    public func deeds(in workflow: Workflow) -> [DeedForm] { [] }
    /// Most deeds need no more than their form.
    public func objection(to deed: Deed, in visit: Visit, of workflow: Workflow, zone: Zone) -> Statement? {
        nil
    }
    /// Most kinds end only by time or by an action.
    public func outcome(after deed: Deed, in visit: Visit, of workflow: Workflow) throws -> String? { nil }
    /// Most kinds have no checks of their own.
    public func findings(for state: State, in workflow: Workflow) -> [Finding] { [] }
    /// Most kinds are no vote.
    public var vote: VoteKind? { nil }
    /// Most kinds are not final.
    public var final: FinalKind? { nil }
    /// Most kinds are no meeting.
    public var isMeeting: Bool { false }
    /// Most kinds ask nobody by name.
    public var asks: People? { nil }
    /// Most kinds end by time or by people.
    public var endsEarly: Bool { false }
    /// Most kinds number nothing.
    public func numbers(for form: DeedForm, in visit: Visit) -> [Int] { [] }
    /// Most deeds can be done as long as the state lasts.
    public func isOpen(_ form: DeedForm, in visit: Visit) -> Bool { true }
    /// Most deeds move no end.
    public func newEnd(after deed: Deed, in visit: Visit, zone: Zone, latest: Instant?) -> Instant? { nil }
    /// Most outcomes tell everything.
    public func reckoning(of outcome: String, in visit: Visit, of workflow: Workflow) throws -> Reckoning? {
        nil
    }
    /// In most states nothing but comments by any member is written.
    public var writing: Writing { Writing(comments: .anyMember) }
}
