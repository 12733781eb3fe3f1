/// A way to count ballots.
///
/// A new method is one file in `Methods` and one line in ``CountingMethods/all``.
public protocol CountingMethod: Sendable {
    /// The name on the command line and in workflow files.
    static var name: String { get }
    /// The form of ballots it counts.
    static var form: Ballots.Form { get }
    /// The settings it uses; any other that is given is refused.
    static var settings: Set<Setting> { get }
    /// Its named variants, the usual one first; empty when there is only one way.
    static var variants: [String] { get }

    /// The method with these settings.
    ///
    /// ``CountingMethods/method(named:settings:)`` has refused settings and variants that the method does
    /// not know before it comes here.
    ///
    /// - Throws: ``TallyError`` when a setting is missing or has a value the method cannot use.
    init(_ settings: CountingSettings) throws(TallyError)

    /// Counts; ties that neither the method nor the given ways of breaking them decide are reported as ties.
    ///
    /// - Throws: ``TallyError`` when the settings do not fit the ballots or a sum is too large.
    func count(_ ballots: Ballots, with workers: Workers) throws(TallyError) -> Tally
}

extension CountingMethod {
    /// Most methods have no variants.
    public static var variants: [String] { [] }

    /// Counts on one core.
    public func count(_ ballots: Ballots) throws(TallyError) -> Tally {
        try count(ballots, with: .alone)
    }
}

/// A method that counts rankings.
public protocol RankedMethod: CountingMethod {
    /// Counts rankings.
    ///
    /// - Throws: As ``CountingMethod/count(_:with:)``.
    func count(_ ballots: RankedBallots, with workers: Workers) throws(TallyError) -> Tally
}

extension RankedMethod {
    /// Rankings.
    public static var form: Ballots.Form { .ranking }

    /// Counts rankings, and scores as the rankings they are.
    public func count(_ ballots: Ballots, with workers: Workers) throws(TallyError) -> Tally {
        try count(ballots.ranked(), with: workers)
    }

    /// Counts on one core.
    public func count(_ ballots: RankedBallots) throws(TallyError) -> Tally {
        try count(ballots, with: .alone)
    }
}

/// A method that counts scores.
public protocol ScoredMethod: CountingMethod {
    /// Counts scores.
    ///
    /// - Throws: As ``CountingMethod/count(_:with:)``.
    func count(_ ballots: ScoredBallots, with workers: Workers) throws(TallyError) -> Tally
}

extension ScoredMethod {
    /// Scores.
    public static var form: Ballots.Form { .scores }

    /// Counts scores, and ballots that name options without order as approvals.
    public func count(_ ballots: Ballots, with workers: Workers) throws(TallyError) -> Tally {
        try count(ballots.scored(), with: workers)
    }

    /// Counts on one core.
    public func count(_ ballots: ScoredBallots) throws(TallyError) -> Tally {
        try count(ballots, with: .alone)
    }
}

/// The methods there are.
public enum CountingMethods {
    /// Every method, in the order they are listed for people.
    public static let all: [any CountingMethod.Type] = [
        Plurality.self,
        Approval.self,
        Score.self,
        Star.self,
        Borda.self,
        InstantRunoff.self,
        Schulze.self,
        RankedPairs.self,
        CondorcetIRV.self,
        Minimax.self,
        DebianRule.self,
        ScottishSTV.self,
        MeekSTV.self,
        Quadratic.self,
        GreedyBudget.self,
        EqualShares.self,
    ]

    /// The most seats that can be filled: more than any ballot paper has options.
    public static let mostSeats = 1_000

    /// The method with this name; nil when there is none.
    public static func named(_ name: String) -> (any CountingMethod.Type)? {
        all.first { $0.name == name }
    }

    /// The method with this name and these settings.
    ///
    /// - Throws: ``TallyError`` `method-unknown`, `setting-not-used`, `variant-unknown`,
    ///   `seats-not-positive`, `too-many-seats`, `tie-break-unreachable`, and what the method itself refuses.
    public static func method(
        named name: String, settings: CountingSettings
    ) throws(TallyError) -> any CountingMethod {
        guard let type = named(name) else {
            throw TallyError(
                Statement("method-unknown", [.text("method", name), .list("methods", all.map { $0.name })]))
        }
        for setting in Setting.allCases where settings.given.contains(setting) {
            guard type.settings.contains(setting) else {
                throw TallyError(
                    Statement(
                        "setting-not-used",
                        [.term("method", name), .term("setting", "setting-" + setting.rawValue)]))
            }
        }
        if let variant = settings.variant, !type.variants.contains(variant) {
            throw TallyError(
                Statement(
                    "variant-unknown",
                    [.term("method", name), .text("variant", variant), .list("variants", type.variants)]))
        }
        guard settings.seats >= 1 else {
            throw TallyError(Statement("seats-not-positive", [.number("seats", settings.seats)]))
        }
        guard settings.seats <= mostSeats else {
            throw TallyError(
                Statement("too-many-seats", [.number("seats", settings.seats), .number("most", mostSeats)]))
        }
        try settings.ties.checkReach()
        return try type.init(settings)
    }
}
