/// The end of a proposal, with a result, and what follows from it.
///
/// What follows is fixed when the proposal ends (``Aftermath``): when an adoption comes into force,
/// until when it holds, when it is to be reviewed, by when it is to be reported.
public struct FinalKind: Sendable {
    /// The results a proposal can end with.
    public enum Result: String, Hashable, Sendable, CaseIterable {
        /// Carried: it is now a resolution.
        case adopted
        /// Decided against.
        case rejected
        /// Put off without a decision on the matter itself.
        case postponed
        /// Settled without a decision on the matter itself: answered, overtaken, called off.
        case closed
        /// Not decided in time, or for want of support.
        case lapsed
        /// Taken back.
        case withdrawn
    }

    /// What follows from an adoption.
    public enum Effect: Hashable, Sendable {
        /// The proposal's sections replace those of the governed document.
        case adoptText(into: String)
    }

    /// The result.
    public var result: Result
    /// What follows.
    public var effects: [Effect]
    /// When it comes into force; nil when it does at once.
    public var inForce: InForce?
    /// The decision is looked at again; nil when it is not.
    public var review: Review?
    /// The decision ends by itself; nil when it does not.
    public var sunset: Sunset?
    /// The same matter rests; nil when it may be proposed again at once.
    public var cooldown: Cooldown?
    /// Who is told of the end; nil when the file does not say.
    public var report: Report?
    /// Where the state is named in the file.
    let mark: Mark
    /// Where `cooldown` stands in the file.
    let cooldownMark: Mark
    /// Where `in-force` stands in the file.
    let inForceMark: Mark

    /// When an adoption comes into force.
    public enum InForce: Hashable, Sendable {
        /// So long after the end.
        case after(Period)
        /// On the date that the proposal names in this field; at once, when that has passed.
        case date(field: String)
    }

    /// A decision is looked at again.
    public struct Review: Hashable, Sendable {
        /// How long after the end.
        public let after: Period
        /// Who looks at it.
        public let by: People

        /// Makes a review.
        public init(after: Period, by: People) {
            self.after = after
            self.by = by
        }
    }

    /// A decision ends by itself.
    public struct Sunset: Hashable, Sendable {
        /// How long after it came into force, and how much longer with each renewal.
        public let after: Period
        /// Who may renew it; nil when only a new proposal can.
        public let renewedBy: People?
        /// Who is reminded before it ends.
        public let reminders: [State.Reminder]

        /// Makes a sunset.
        public init(after: Period, renewedBy: People?, reminders: [State.Reminder]) {
            self.after = after
            self.renewedBy = renewedBy
            self.reminders = reminders
        }
    }

    /// The same matter rests.
    public struct Cooldown: Hashable, Sendable {
        /// How long, by subject; nil when only a meeting ends the rest.
        public let period: BySubject<Period>?
        /// The meeting of the assembly's calendar that must have been held, too; nil for none.
        public let untilNext: String?
        /// How many sponsors let it be proposed before; nil when nothing does.
        public let unlessSponsors: Int?

        /// Makes a cooldown.
        public init(period: BySubject<Period>?, untilNext: String?, unlessSponsors: Int?) {
            self.period = period
            self.untilNext = untilNext
            self.unlessSponsors = unlessSponsors
        }
    }

    /// Who is told of the end, and how soon.
    public struct Report: Hashable, Sendable {
        /// Who reports; the author, where the file does not say.
        public let by: People
        /// Who is told.
        public let to: People
        /// How soon; nil for at once, by the program itself.
        public let within: Period?

        /// Makes a report.
        public init(by: People = .author, to: People, within: Period?) {
            self.by = by
            self.to = to
            self.within = within
        }
    }
}
