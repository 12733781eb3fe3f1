public import TingWorkflow

/// What status and lists show of a proposal, without reading its events.
///
/// A card is a projection: it is made anew from the proposal whenever
/// something happened to it, in the same transaction.
public struct Card: Hashable, Sendable {
    /// The number: 12 for P-12.
    public var number: Int
    /// The workflow's id.
    public var workflow: String
    /// The title.
    public var title: String
    /// The author's member id.
    public var author: String
    /// The state.
    public var state: String
    /// The state's kind.
    public var kind: String
    /// When the state was entered.
    public var entered: Instant
    /// When the state ends by itself; nil when it does not.
    public var due: Instant?
    /// The result; nil while the proposal runs.
    public var result: String?
    /// When it ended; nil while it runs.
    public var ended: Instant?
    /// The key by which the same matter is known again.
    public var matter: String
    /// Until when the matter rests; nil when it does not.
    public var restsUntil: Instant?
    /// The meeting of the calendar until whose next sitting the matter rests, too; nil for none.
    public var restsUntilNext: String?
    /// How many sponsors let the matter through while it rests; nil when nothing does.
    public var unlessSponsors: Int?
    /// From when the decision is in force; nil when it is from the end on.
    public var inForce: Instant?
    /// When the decision ends by itself; nil when it does not.
    public var expires: Instant?
    /// The vote that is open; nil when none is.
    public var vote: VoteKey?
    /// The digest of the electorate of the open vote.
    public var electorate: String?
    /// What can be done now, and by whom.
    public var waits: [Wait]
    /// How many entries the proposal's stream has.
    public var version: Int

    /// Something a person can do now.
    public struct Wait: Hashable, Sendable {
        /// The verb.
        public var verb: String
        /// The choices, where the verb asks for one: what stands on the ballot paper, or in the list.
        public var choices: [String]
        /// Whom it waits for, each as `members`, `role:NAME`, `class:NAME`, `member:ID` or
        /// `electorate`; and after them who of these is left out, as `not:ID`.
        public var whom: [String]
        /// Who has done it already, by id.
        public var done: [String]
        /// How many more it takes; nil when it takes no number.
        public var missing: Int?
        /// From when it can be done; nil when at once.
        public var from: Instant?
        /// By when it is to be done; nil when the end of the state says so, or nothing.
        public var due: Instant?

        /// Makes a wait.
        public init(
            verb: String, choices: [String] = [], whom: [String], done: [String] = [], missing: Int? = nil,
            from: Instant? = nil, due: Instant? = nil
        ) {
            self.verb = verb
            self.choices = choices
            self.whom = whom
            self.done = done
            self.missing = missing
            self.from = from
            self.due = due
        }
    }

    /// What is left to do after the end and is to be done now, or is late; nil when nothing is.
    public func dueWait(at instant: Instant) -> Wait? {
        guard result != nil else { return nil }
        return waits.first { wait in
            if let from = wait.from { return from <= instant && (wait.due.map { instant < $0 } ?? true) }
            return true
        }
    }

    /// Makes a card.
    public init(
        number: Int, workflow: String, title: String, author: String, state: String, kind: String,
        entered: Instant, due: Instant?, result: String?, ended: Instant?, matter: String,
        restsUntil: Instant?, vote: VoteKey?, electorate: String?, waits: [Wait], version: Int
    ) {
        self.number = number
        self.workflow = workflow
        self.title = title
        self.author = author
        self.state = state
        self.kind = kind
        self.entered = entered
        self.due = due
        self.result = result
        self.ended = ended
        self.matter = matter
        self.restsUntil = restsUntil
        self.vote = vote
        self.electorate = electorate
        self.waits = waits
        self.version = version
    }
}
