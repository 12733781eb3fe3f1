public import TingTally

/// The roll is called at a meeting: who is there, and whether that is enough to go on.
///
/// People say that they are there, and whoever calls the roll closes it; or
/// they count heads and write the number down. The number is the base of
/// shares of those present in the votes that follow at the meeting.
public struct RollCallKind: StateKind {
    /// The word after `kind:`.
    public static let word = "roll-call"
    /// Who calls the roll, and how many of whom must be there.
    public static let keys = [
        Key("by", .phrase(.people), required: true), Key("present", .phrase(.attendance), required: true),
    ]
    /// A roll is called at a meeting.
    public static let clocks: [ClockForm] = [.untilEnd]
    /// The deed by which somebody says that they are there.
    public static let attendVerb = "attend"
    /// The deed by which the roll is closed; what was found is recorded with it.
    public static let closeVerb = "close-roll"
    /// The deed by which heads are counted, and the roll is closed with their number.
    public static let countVerb = "count-present"

    /// Who calls the roll.
    public let by: People
    /// How many of whom must be there; nil only where the file is wrong.
    public let attendance: Attendance?
    let meeting: String
    let mark: Mark

    /// How many of a group must be there.
    public struct Attendance: Hashable, Sendable {
        /// `at least` or `more than`.
        public let comparison: Comparison
        /// The part of the group, where it is below 1 or `1/1`; else a number of persons.
        public let amount: Fraction
        /// Whether the amount is a part of the group.
        public let isShare: Bool
        /// The group.
        public let of: People.Who

        /// How many persons are enough, of a group of so many.
        public func needed(of size: Int) throws -> Int {
            let bound = isShare ? try amount * Fraction(size) : amount
            let ceiling = bound.ceiling
            return comparison == .moreThan && Fraction(ceiling) == bound ? ceiling + 1 : ceiling
        }
    }

    /// What a roll call found, as it is recorded with its closing: `31 of 60 at general-meeting`.
    public struct Found: Hashable, Sendable {
        /// How many were there.
        public let present: Int
        /// How many the group has.
        public let size: Int
        /// The meeting.
        public let meeting: String?

        /// Makes what was found.
        public init(present: Int, size: Int, meeting: String?) {
            self.present = present
            self.size = size
            self.meeting = meeting
        }

        /// Reads what was found; nil for anything else.
        public init?(_ text: String?) {
            let words = text?.split(separator: " ").map(String.init) ?? []
            guard words.count == 5, words[1] == "of", words[3] == "at", let present = Int(words[0]),
                let size = Int(words[2])
            else { return nil }
            self.init(present: present, size: size, meeting: words[4])
        }

        /// As it is recorded.
        public var text: String { "\(present) of \(size) at \(meeting ?? "")" }
    }

    /// Reads the kind; reports what is wrong and puts something harmless in its place.
    public init(_ map: MapReader) {
        by = map.actors("by") ?? .anyMember
        attendance = map["present"].flatMap(map.reading.attendance)
        if case .untilEnd(let name) = map.clock { meeting = name } else { meeting = "" }
        mark = map.mark
    }

    /// Enough, too few, or nobody called the roll.
    public var outcomes: [OutcomeForm] {
        [
            OutcomeForm("quorate", byPeople: true), OutcomeForm("not-quorate", byPeople: true),
            OutcomeForm("not-called"),
        ]
    }

    /// Closing the roll, counting heads, and saying that one is there.
    public func deeds(in workflow: Workflow) -> [DeedForm] {
        let group = attendance.map { People([$0.of]) } ?? .anyMember
        return [
            DeedForm(Self.closeVerb, by: by, mark: mark),
            DeedForm(Self.countVerb, by: by, carries: [.count], mark: mark),
            DeedForm(Self.attendVerb, by: group, mark: mark),
        ]
    }

    /// No more can be counted than there are, and no fewer than have said that they are there.
    public func objection(to deed: Deed, in visit: Visit, of workflow: Workflow, zone: Zone) -> Statement? {
        guard deed.verb == Self.countVerb, let number = deed.choice.flatMap({ Int($0) }) else { return nil }
        let attending = visit.persons(who: Self.attendVerb).count
        guard number < attending || number > visit.groupSize else { return nil }
        return Statement(
            "present-out-of-bounds",
            [.number("number", number), .number("attending", attending), .number("size", visit.groupSize)])
    }

    /// What a roll call finds when it is closed with this number, or with those who said that they are there.
    public func found(in visit: Visit, counted: Int?) -> Found {
        Found(
            present: counted ?? visit.persons(who: Self.attendVerb).count, size: visit.groupSize,
            meeting: meeting)
    }

    /// The deed that closes the roll, with what is found by it; the same deed where it closes nothing.
    public func closing(_ deed: Deed, in visit: Visit) -> Deed {
        guard [Self.closeVerb, Self.countVerb].contains(deed.verb) else { return deed }
        let counted = deed.verb == Self.countVerb ? deed.choice.flatMap { Int($0) } : nil
        return Deed(
            verb: Self.closeVerb, by: deed.by, at: deed.at, choice: found(in: visit, counted: counted).text,
            reason: deed.reason)
    }

    /// Whether enough were there, as soon as the roll is closed.
    public func outcome(after deed: Deed, in visit: Visit, of workflow: Workflow) throws -> String? {
        guard deed.verb == Self.closeVerb, let found = Found(deed.choice), let attendance else { return nil }
        return found.present >= (try attendance.needed(of: found.size)) ? "quorate" : "not-quorate"
    }

    /// Nobody called the roll before the meeting ended.
    public func outcomeWhenTimeIsUp(in visit: Visit, of workflow: Workflow) -> String { "not-called" }

    /// Nothing but comments by those there.
    public var writing: Writing { Writing(comments: .anyMember) }
}

extension Reading {
    /// Reads `at least 1/2 of board`, `more than 1/3 of members`, `at least 5 of board`.
    fileprivate func attendance(_ node: Node) -> RollCallKind.Attendance? {
        guard var phrase = PhraseReader(node, .attendance, key: "present", reading: self),
            let comparison = phrase.comparison()
        else { return nil }
        let start = phrase.position
        let isShare = phrase.peek?.contains("/") ?? false
        guard let amount = phrase.fraction() else { return nil }
        let isPossible =
            amount > Fraction(0)
            && (!isShare || amount < Fraction(1) || (amount == Fraction(1) && comparison == .atLeast))
        guard isPossible else {
            phrase.report(
                Statement("share-size", [.text("text", "\(comparison.rawValue) \(amount)")]), word: start)
            return nil
        }
        guard phrase.take("of") else {
            phrase.unexpected()
            return nil
        }
        guard let who = phrase.who(), phrase.finish() else { return nil }
        return RollCallKind.Attendance(comparison: comparison, amount: amount, isShare: isShare, of: who)
    }
}
