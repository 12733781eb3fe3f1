/// A state of a workflow: a paragraph of the procedure.
///
/// It never changes after it was read.
public final class State: Sendable {
    /// The name, unique in the workflow.
    public let name: String
    /// Words for people; the name when the file gives none.
    public let title: Wording
    /// The clause this paragraph rests on; nil when the file gives none.
    public let basis: String?
    /// What the state is.
    public let kind: any StateKind
    /// How long it lasts.
    public let clock: Clock
    /// The longest that all visits together may last; nil for no cap.
    public let inTotalAtMost: Period?
    /// How often it may be entered; nil for any number.
    public let visits: VisitLimit?
    /// Extra moves by people, in file order; names unique in the state.
    public let actions: [Action]
    /// Where each outcome leads, in file order.
    public let outcomes: [Exit]
    /// Who is told when the state is entered.
    public let notify: [People]
    /// Who is reminded, and how long before the end.
    public let reminders: [Reminder]
    /// How many sponsors must stand by the proposal here, and what follows when fewer do; nil when none must.
    public let support: Support?
    /// Where the state's name stands in the file.
    public let mark: Mark
    /// Where `lasts` stands in the file; the state's mark when there is none.
    public let clockMark: Mark

    /// Makes a state.
    public init(
        name: String, title: Wording, basis: String?, kind: any StateKind, clock: Clock,
        inTotalAtMost: Period?, visits: VisitLimit?, actions: [Action], outcomes: [Exit],
        notify: [People], reminders: [Reminder], support: Support? = nil, mark: Mark, clockMark: Mark
    ) {
        self.name = name
        self.title = title
        self.basis = basis
        self.kind = kind
        self.clock = clock
        self.inTotalAtMost = inTotalAtMost
        self.visits = visits
        self.actions = actions
        self.outcomes = outcomes
        self.notify = notify
        self.reminders = reminders
        self.support = support
        self.mark = mark
        self.clockMark = clockMark
    }

    /// Where an outcome leads; nil when it is not mapped.
    public func exit(_ outcome: String) -> Exit? { outcomes.first { $0.name == outcome } }

    /// Sponsors may withdraw here; when too few are left, the proposal goes elsewhere.
    public struct Support: Hashable, Sendable {
        /// How many must be left.
        public let sponsors: Amount
        /// The state entered when fewer are.
        public let otherwise: String
        /// Where it stands in the file.
        public let mark: Mark
    }

    /// How often a state may be entered, and where the entry after that leads.
    public struct VisitLimit: Hashable, Sendable {
        /// The number of visits allowed.
        public let atMost: Int
        /// The state entered instead.
        public let then: String
        /// Where the rule stands in the file.
        public let mark: Mark

        /// Makes a limit.
        public init(atMost: Int, then: String, mark: Mark) {
            self.atMost = atMost
            self.then = then
            self.mark = mark
        }
    }

    /// A move that people may make.
    public struct Action: Hashable, Sendable {
        /// The verb.
        public let name: String
        /// Who may.
        public let by: People
        /// Where it leads.
        public let goto: String
        /// Whether a reason must be given.
        public let needsReason: Bool
        /// Whether it is open only when the minimum time has passed.
        public let afterMinimum: Bool
        /// How long nobody must have written or done anything before it; nil where that is nothing.
        public let afterSilence: Period?
        /// Where the action stands in the file.
        public let mark: Mark

        /// Makes an action.
        public init(
            name: String, by: People, goto: String, needsReason: Bool, afterMinimum: Bool,
            afterSilence: Period? = nil, mark: Mark
        ) {
            self.name = name
            self.by = by
            self.goto = goto
            self.needsReason = needsReason
            self.afterMinimum = afterMinimum
            self.afterSilence = afterSilence
            self.mark = mark
        }
    }

    /// Where an outcome leads.
    public struct Exit: Hashable, Sendable {
        /// The outcome.
        public let name: String
        /// The next state.
        public let goto: String
        /// Where the outcome stands in the file.
        public let mark: Mark

        /// Makes an exit.
        public init(name: String, goto: String, mark: Mark) {
            self.name = name
            self.goto = goto
            self.mark = mark
        }
    }

    /// A reminder before the end of a state.
    public struct Reminder: Hashable, Sendable {
        /// Who is reminded.
        public let to: People
        /// How long before the end.
        public let before: Period

        /// Makes a reminder.
        public init(to: People, before: Period) {
            self.to = to
            self.before = before
        }
    }
}
