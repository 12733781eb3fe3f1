/// How long a state lasts: the forms of the key `lasts`.
public enum Clock: Hashable, Sendable {
    /// Exactly this long.
    case exactly(BySubject<Period>)
    /// Within bounds: may be ended in between by the people named, ends at the
    /// latest by itself. Without a minimum it may be ended at once.
    case between(atLeast: Period?, atMost: BySubject<Period>?, endedBy: People?)
    /// Ends after a while, and the end may be moved as far as stated.
    case extendable(Extendable)
    /// Has no end by time; says for people what it waits for.
    case waits(for: Wording)
    /// Ends so long after the quorum was first reached, and at the latest so long after the entry.
    case afterQuorum(Period, atMost: Period)
    /// Ends when the meeting of this state ends.
    case untilEnd(ofMeeting: String)
    /// Final states have no clock.
    case none

    /// The bounds of a clock whose end may move.
    public struct Extendable: Hashable, Sendable {
        /// When it ends if nothing moves the end, from the entry.
        public let endsAfter: Period
        /// The latest end, from the entry.
        public let extendableTo: Period
        /// How much must be left after each amendment or new option; nil when those move nothing.
        public let leftAfterAmendment: Period?
        /// Who may move the end, and by how much in all; nil when nobody may.
        public let adjustment: Adjustment?

        /// Makes the bounds.
        public init(
            endsAfter: Period, extendableTo: Period, leftAfterAmendment: Period?, adjustment: Adjustment?
        ) {
            self.endsAfter = endsAfter
            self.extendableTo = extendableTo
            self.leftAfterAmendment = leftAfterAmendment
            self.adjustment = adjustment
        }
    }

    /// Who may move an end, and by how much.
    public struct Adjustment: Hashable, Sendable {
        /// Who.
        public let by: People
        /// By how much at most, in all, either way.
        public let atMost: Period

        /// Makes an adjustment.
        public init(by: People, atMost: Period) {
            self.by = by
            self.atMost = atMost
        }
    }
}
