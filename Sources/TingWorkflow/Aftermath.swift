/// What still follows when a proposal has ended, fixed at its end.
///
/// Nothing here is a deadline that fires: whether a decision is in force, or has expired, is a
/// question to these moments and the time at which it is asked.
public struct Aftermath: Hashable, Sendable {
    /// From when it is in force; nil when it is from its end on.
    public var inForce: Instant?
    /// By when it is to be reported; nil when nobody has to.
    public var reportDue: Instant?
    /// From when it is to be reviewed; nil when it is not.
    public var reviewDue: Instant?
    /// When it ends by itself; moved by a renewal; nil when it does not.
    public var expires: Instant?

    /// Makes an aftermath; without arguments, nothing follows.
    public init(
        inForce: Instant? = nil, reportDue: Instant? = nil, reviewDue: Instant? = nil,
        expires: Instant? = nil
    ) {
        self.inForce = inForce
        self.reportDue = reportDue
        self.reviewDue = reviewDue
        self.expires = expires
    }
}
