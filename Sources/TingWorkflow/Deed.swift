/// Something a person did in a state, other than casting a ballot.
///
/// Sponsoring, ending a discussion, giving a notice, reporting a task: all
/// are deeds. Kinds draw their outcomes from the deeds of a visit; the minutes
/// keep each deed as one event.
public struct Deed: Hashable, Sendable {
    /// What was done: a verb of the kind, or the name of an action of the state.
    public let verb: String
    /// Who did it: the member's id.
    public let by: String
    /// When.
    public let at: Instant
    /// What was chosen, where the deed is a choice; the number of an option, where it is about one.
    public let choice: String?
    /// Why, where a reason is asked for: the commitment to the text, not the text.
    public let reason: String?
    /// The moment a deed sets: a meeting's date, a new end; or when a duty after the end was done with it.
    public let date: Instant?
    /// The number of what the deed brought up, such as an objection, or of what it is about.
    public let number: Int?
    /// A name that the deed gives, such as a cluster's.
    public let title: String?
    /// What was written: the commitment to the text, not the text.
    public let text: String?

    /// Makes a deed.
    public init(
        verb: String, by: String, at: Instant, choice: String? = nil, reason: String? = nil,
        date: Instant? = nil, number: Int? = nil, title: String? = nil, text: String? = nil
    ) {
        self.verb = verb
        self.by = by
        self.at = at
        self.choice = choice
        self.reason = reason
        self.date = date
        self.number = number
        self.title = title
        self.text = text
    }
}

/// What a kind lets people do: a verb, who may, and what it carries.
public struct DeedForm: Hashable, Sendable {
    /// When a deed may be done.
    public enum Timing: Hashable, Sendable {
        /// As long as the state lasts.
        case always
        /// Only when the state's minimum time has passed.
        case afterMinimum
    }

    /// What a deed carries besides its verb.
    public enum Carries: Hashable, Sendable {
        /// A choice from a closed list.
        case choice([String])
        /// A choice from what the visit offers: the number of an option on the ballot.
        case option
        /// A title and a text of its own: a new option.
        case text
        /// The number of something brought up by deeds with the named verb: an objection, a contribution.
        case number(of: String)
        /// A member.
        case member
        /// Another proposal of the same assembly.
        case proposal
        /// A text.
        case words
        /// A short name.
        case name
        /// A whole number, as its choice.
        case count
        /// A reason.
        case reason
        /// A moment: the date of the meeting of the named state.
        case meetingDate(of: String)
        /// A moment: the new end of the state.
        case newEnd
    }

    /// How often one person may do it.
    public enum Times: Hashable, Sendable {
        /// Once in a visit.
        case once
        /// As often as they like.
        case often
    }

    /// The verb, an imperative: `sponsor`, `end`, `report`.
    public let verb: String
    /// Who may.
    public let by: People
    /// Who of them may not; nil when nobody is left out.
    public let except: People?
    /// When.
    public let timing: Timing
    /// What must come with it.
    public let carries: [Carries]
    /// How often.
    public let times: Times
    /// What the deed gives a number to, under its own verb, in the order of the deeds: objections, contributions.
    public let isNumbered: Bool
    /// The deeds of which only a person's last one stands, by a common word; nil where each stands.
    public let family: String?
    /// Whether it takes back what the person did before.
    public let takesBack: Bool
    /// How long nobody must have written or done anything in the state before it; nil where that is nothing.
    public let afterSilence: Period?
    /// Where the rule stands in the file.
    public let mark: Mark

    /// Whether it is about something numbered.
    public var carriesNumber: Bool {
        carries.contains { if case .number = $0 { true } else { false } }
    }

    /// Makes a form.
    public init(
        _ verb: String, by: People, except: People? = nil, timing: Timing = .always,
        carries: [Carries] = [], times: Times = .once, isNumbered: Bool = false, family: String? = nil,
        takesBack: Bool = false, afterSilence: Period? = nil, mark: Mark
    ) {
        self.verb = verb
        self.by = by
        self.except = except
        self.timing = timing
        self.carries = carries
        self.times = times
        self.isNumbered = isNumbered
        self.family = family
        self.takesBack = takesBack
        self.afterSilence = afterSilence
        self.mark = mark
    }
}
