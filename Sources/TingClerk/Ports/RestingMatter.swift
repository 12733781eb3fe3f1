public import TingWorkflow

/// A matter that was decided and is not to be proposed again at once, as its card tells.
public struct RestingMatter: Hashable, Sendable {
    /// The key by which the matter is known again.
    public var matter: String
    /// When it was decided.
    public var ended: Instant
    /// Until when it rests; nil for no such time.
    public var until: Instant?
    /// The meeting of the calendar that must be held first, too; nil for none.
    public var untilNext: String?
    /// How many sponsors let it through before; nil when nothing does.
    public var unlessSponsors: Int?

    /// Makes a matter that rests.
    public init(
        matter: String, ended: Instant, until: Instant?, untilNext: String? = nil, unlessSponsors: Int? = nil
    ) {
        self.matter = matter
        self.ended = ended
        self.until = until
        self.untilNext = untilNext
        self.unlessSponsors = unlessSponsors
    }
}

extension Card {
    /// The matter of the card, where it rests by time still, or by a meeting; nil where it does not.
    ///
    /// Whether the meeting has been held since is another question.
    public func restingMatter(at instant: Instant) -> RestingMatter? {
        guard let ended, restsUntilNext != nil || restsUntil.map({ instant < $0 }) ?? false else {
            return nil
        }
        return RestingMatter(
            matter: matter, ended: ended, until: restsUntil, untilNext: restsUntilNext,
            unlessSponsors: unlessSponsors)
    }
}
