/// One stay of a proposal in one state: what a kind may look at to find the outcome.
public struct Visit: Hashable, Sendable {
    /// The state's name.
    public let state: String
    /// The how-manieth visit of the state, from 1.
    public let number: Int
    /// When the state was entered.
    public let entered: Instant
    /// When the state may first be ended by people; nil when it may at once, or never.
    public var earliestEnd: Instant?
    /// When the state ends by itself; nil when it does not.
    public var ends: Instant?
    /// How many members the roll had on entry: the base of formulas such as K.
    public let members: Int
    /// What the proposal touches.
    public var subjects: [String]
    /// Who was asked on entry, by id, ascending; empty where the state asks nobody.
    public var asked: [String]
    /// What people contributed to the proposal so far, by number.
    public var contributions: [Contribution]
    /// How many options were offered so far besides the proposal itself.
    public var options: Int
    /// Who raised the concerns that are open, by the numbers of the concerns.
    public var openConcerns: [Int: String]
    /// How many different persons a deed takes, by its verb, where that depends on how many they are now.
    public var needed: [String: Int]
    /// When somebody last wrote or did something here; the entry, where nobody has.
    public var lastActivity: Instant
    /// When the text was last changed, where that was a minor change nobody has objected to; nil otherwise.
    public var minorChange: Instant?
    /// What was done, oldest first.
    public var deeds: [Deed]
    /// How many amendments were made in this visit.
    public var amendments: Int
    /// The dates set for meetings, by the name of the meeting's state.
    public var meetings: [String: Meeting]
    /// What still follows, where the state is the end of the proposal.
    public var aftermath = Aftermath()
    /// The different classes of those who sponsor in this visit, ascending.
    public var sponsoringClasses: [String] = []
    /// How many persons the group has whose roll is called here; 0 elsewhere.
    public var groupSize = 0
    /// When meetings were held, by the name of the calendar, ascending.
    public var held: [String: [Instant]] = [:]
    /// How many sponsors the proposal needs at least, whatever the state asks; nil for no such number.
    public var leastSponsors: Int?

    /// A meeting, as far as one proposal knows it.
    public struct Meeting: Hashable, Sendable {
        /// When it begins.
        public var date: Instant
        /// When notice of it was given; nil before.
        public var noticeGiven: Instant?
        /// When it was opened; nil before.
        public var opened: Instant?
        /// When it ended; nil before.
        public var ended: Instant?

        /// Makes a meeting that has only a date.
        public init(date: Instant) {
            self.date = date
        }
    }

    /// Makes a visit that has just begun.
    public init(
        state: String, number: Int, entered: Instant, earliestEnd: Instant?, ends: Instant?, members: Int,
        subjects: [String], meetings: [String: Meeting]
    ) {
        self.state = state
        self.number = number
        self.entered = entered
        self.earliestEnd = earliestEnd
        self.ends = ends
        self.members = members
        self.subjects = subjects
        self.meetings = meetings
        asked = []
        contributions = []
        options = 0
        openConcerns = [:]
        needed = [:]
        lastActivity = entered
        minorChange = nil
        deeds = []
        amendments = 0
    }

    /// The different persons who did a deed, in the order of their first; a later
    /// deed with the undoing verb takes a person out again.
    public func persons(who verb: String, unless undoing: String? = nil) -> [String] {
        var persons: [String] = []
        for deed in deeds {
            if deed.verb == verb, !persons.contains(deed.by) { persons.append(deed.by) }
            if deed.verb == undoing { persons.removeAll { $0 == deed.by } }
        }
        return persons
    }

    /// The different persons whose last deed of a family stands, in the order of those deeds.
    ///
    /// - Parameter family: The forms of the family's deeds, with those that take one back.
    public func standing(of family: [DeedForm]) -> [String] {
        var persons: [String] = []
        for deed in deeds {
            guard let form = family.first(where: { $0.verb == deed.verb }) else { continue }
            persons.removeAll { $0 == deed.by }
            if !form.takesBack { persons.append(deed.by) }
        }
        return persons
    }

    /// The last deed with this verb.
    public func last(_ verb: String) -> Deed? { deeds.last { $0.verb == verb } }
}
