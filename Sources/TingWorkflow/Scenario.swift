/// A story in a workflow file that must come true when it is played.
public struct Scenario: Hashable, Sendable {
    /// How many members there are, in one class or in several.
    public struct Population: Hashable, Sendable {
        /// The class; nil for members without a class.
        public let memberClass: String?
        /// How many.
        public let count: Int

        /// Makes a population.
        public init(memberClass: String?, count: Int) {
            self.memberClass = memberClass
            self.count = count
        }
    }

    /// A line of the story.
    public struct Step: Hashable, Sendable {
        /// What the line says.
        public let line: Line
        /// Where it stands in the file.
        public let mark: Mark
        /// The line as written.
        public let text: String

        /// Makes a step.
        public init(line: Line, mark: Mark, text: String) {
            self.line = line
            self.mark = mark
            self.text = text
        }
    }

    /// What a line can say; the fixed grammar of steps.
    public enum Line: Hashable, Sendable {
        /// `author submits`, `5 members sponsor`, `board gives recommends`, `member 3 contributes "A map"`: so
        /// many of these people do a deed, with what they choose and the text they bring.
        case act(who: Actor, verb: String, choice: String?, text: String? = nil)
        /// `14 days pass`.
        case pass(Period)
        /// `board sets general-meeting in 6 weeks`.
        case setDate(who: Actor, meeting: String, after: Period)
        /// `on general-meeting`: the clock moves to the meeting's date.
        case onMeeting(String)
        /// `on 2026-03-02`: the clock moves to the beginning of that day.
        case onDate(CivilDate)
        /// `members vote yes 40, no 20, abstain 7`.
        case vote(group: People.Who, choices: [Count])
        /// `members rank 9 A>B, 3 B=C`, `members approve 9 A B`, `members score 9 A=5 B=3`, `members choose 9 A`.
        case cast(group: People.Who, ballots: [Count])
        /// `general-meeting ends`.
        case meetingEnds(String)
        /// `another general-meeting is held`: one of the calendar that this proposal is not about.
        case otherMeeting(calendar: String)
        /// `author amends`, `author makes a minor change`.
        case amend(who: Actor, isMinor: Bool = false)
        /// `proposal 2 ends adopted`: another proposal of the assembly comes to its end.
        case otherEnds(Int, result: String)
        /// `member 3 offers "Title" costing 1200 in group "Name" touching SUBJECT`: a further option.
        case offer(who: Actor, Offer)
        /// `5 members second B`.
        case second(who: Actor, option: String)
        /// `project-leader extends vote by 1 week`; shortened when the period points back.
        case moveEnd(who: Actor, by: Period)
        /// An `expect` between the steps.
        case expect(Expectation)
    }

    /// Who acts in a step.
    public struct Actor: Hashable, Sendable {
        /// The people.
        public let who: People.Who
        /// How many different ones.
        public let count: Int
        /// Which one, counted from 1, where the line says `member 3`; nil where any will do.
        public let number: Int?

        /// Makes an actor.
        public init(_ who: People.Who, count: Int = 1, number: Int? = nil) {
            self.who = who
            self.count = count
            self.number = number
        }
    }

    /// An option that somebody offers.
    public struct Offer: Hashable, Sendable {
        /// The title.
        public let title: String
        /// What it costs, as written; nil where the line says nothing of it.
        public var cost: String?
        /// The group it belongs to; nil where the line names none.
        public var group: String?
        /// What it touches.
        public var touching: [String]
        /// The fields that are not filled in.
        public var without: [String] = []

        /// Makes an offer.
        public init(title: String, cost: String? = nil, group: String? = nil, touching: [String] = []) {
            self.title = title
            self.cost = cost
            self.group = group
            self.touching = touching
        }
    }

    /// So many ballots of one kind.
    public struct Count: Hashable, Sendable {
        /// What the ballots say, as a member writes it: `yes`, `A>B=C`, `A,B`, `A=5,B=3`.
        public let ballot: String
        /// How many.
        public let count: Int

        /// Makes a count.
        public init(ballot: String, count: Int) {
            self.ballot = ballot
            self.count = count
        }
    }

    /// What must hold.
    public struct Expectation: Hashable, Sendable {
        /// The state the proposal must be in; nil when not asked.
        public var state: String?
        /// The outcome of the last vote; nil when not asked.
        public var outcome: String?
        /// The options that must have won, by title or letter; nil when not asked.
        public var winners: [String]?
        /// What the last count must say, in parts after semicolons: all words of a part stand in one of its
        /// lines, as said, in its code or among its values; nil when not asked.
        public var because: String?
        /// That the last step must be refused, by a reason with this code; nil when not asked.
        public var refused: String?
        /// The result with which the proposal must have ended; nil when not asked.
        public var result: FinalKind.Result?
        /// Who must have been told something by the last line, these and nobody else; empty when not asked.
        public var told: [People] = []
        /// The document into which the text must have been adopted; nil when not asked.
        public var adopts: String?
        /// The days of what follows after the end, by the keys of ``followingKeys``, in file order.
        public var following: [Following] = []
        /// Where it stands in the file.
        public var mark: Mark
        /// Where its keys stand in the file.
        public var marks: [String: Mark]

        /// Makes an expectation.
        public init(
            state: String? = nil, outcome: String? = nil, winners: [String]? = nil, because: String? = nil,
            refused: String? = nil, mark: Mark, marks: [String: Mark] = [:]
        ) {
            self.state = state
            self.outcome = outcome
            self.winners = winners
            self.because = because
            self.refused = refused
            self.mark = mark
            self.marks = marks
        }

        /// A day on which something follows after the end.
        public struct Following: Hashable, Sendable {
            /// What: `in-force`, `expires`, `report`, `review`, `rests-until`.
            public let key: String
            /// The day, in the zone of the workflow.
            public let date: CivilDate
        }

        /// The words for what follows after an end.
        public static let followingKeys = ["in-force", "expires", "report", "review", "rests-until"]

        /// Where a key stands in the file; where the expectation does when it has no such key.
        public func mark(of key: String) -> Mark { marks[key] ?? mark }
    }

    /// What the story is called.
    public let title: String
    /// Who the members are.
    public let members: [Population]
    /// What the proposal touches.
    public let touches: [String]
    /// How many hold a role, by role; the others are held by as many as the story needs.
    public var holders: [String: Int] = [:]
    /// The dates that the proposal names, by field; other fields of that form name a day a year later.
    public var dates: [String: CivilDate] = [:]
    /// Whether it is about a member, who is then the person concerned.
    public let isAboutMember: Bool
    /// The amounts in the proposal's fields, as written, by the field's name.
    public let amounts: [String: String]
    /// The moment the story begins; nil for a fixed day of our own.
    public let begins: CivilDate?
    /// The lines of the story.
    public let steps: [Step]
    /// What must hold at the end.
    public let expect: Expectation
    /// Where the story begins in the file.
    public let mark: Mark

    /// Makes a scenario.
    public init(
        title: String, members: [Population], touches: [String], isAboutMember: Bool = false,
        amounts: [String: String] = [:], begins: CivilDate?, steps: [Step], expect: Expectation, mark: Mark
    ) {
        self.title = title
        self.members = members
        self.touches = touches
        self.isAboutMember = isAboutMember
        self.amounts = amounts
        self.begins = begins
        self.steps = steps
        self.expect = expect
        self.mark = mark
    }
}
