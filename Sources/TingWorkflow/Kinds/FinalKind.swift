/// The end of a proposal, with a result.
public struct FinalKind: Sendable {
    /// The results a proposal can end with.
    public enum Result: String, Hashable, Sendable, CaseIterable {
        /// Carried: it is now a resolution.
        case adopted
        /// Decided against.
        case rejected
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
    /// How long the same matter may not be proposed again, by subject; nil for not at all.
    public var cooldown: BySubject<Period>?
    /// How long after the end the decision is to be reviewed; nil for never.
    public var reviewAfter: Period?
    /// Who is told of the end; nil when the file does not say.
    public var report: Report?

    /// Who is told of the end, and how soon.
    public struct Report: Hashable, Sendable {
        /// Who is told.
        public let to: People
        /// How soon; nil for at once.
        public let within: Period?

        /// Makes a report.
        public init(to: People, within: Period?) {
            self.to = to
            self.within = within
        }
    }
}
