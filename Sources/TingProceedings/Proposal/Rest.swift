import TingTally
public import TingWorkflow

/// A matter that was decided before and rests: until when, and what lets it through before.
public struct Rest: Hashable, Sendable {
    /// Until this moment; nil for no such time.
    public var until: Instant?
    /// Until the next meeting of the calendar with this name, which has not been held yet; nil for none.
    public var untilNext: String?
    /// How many sponsors let it be proposed before; nil when nothing does.
    public var sponsors: Int?

    /// Makes a rest.
    public init(until: Instant?, untilNext: String? = nil, sponsors: Int? = nil) {
        self.until = until
        self.untilNext = untilNext
        self.sponsors = sponsors
    }

    /// Whether the matter rests at a moment.
    public func holds(at instant: Instant) -> Bool {
        untilNext != nil || until.map { instant < $0 } ?? false
    }

    /// Both rests of one matter together: the later end, and the stricter way through.
    public func and(_ other: Rest) -> Rest {
        let moments = [until, other.until].compactMap { $0 }
        return Rest(
            until: moments.max(), untilNext: untilNext ?? other.untilNext,
            sponsors: sponsors.flatMap { mine in other.sponsors.map { max(mine, $0) } })
    }

    /// Why the matter may not be proposed now; empty when it does not rest.
    func reasons(against title: String, at instant: Instant) -> [Statement] {
        let facts: [Fact] = [.text("title", title), .instant("now", instant.seconds)]
        var statements: [Statement] = []
        if let until, instant < until {
            statements.append(Statement("cooling-down", facts + [.instant("until", until.seconds)]))
        }
        if let untilNext {
            statements.append(Statement("cooling-down-until-next", facts + [.text("meeting", untilNext)]))
        }
        return statements
    }
}
