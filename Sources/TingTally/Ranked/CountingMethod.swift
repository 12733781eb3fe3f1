/// A way to count ranked ballots.
///
/// A new method is one file in `Methods` and one line in ``CountingMethods/all``.
public protocol CountingMethod: Sendable {
    /// The name on the command line and in workflow files.
    static var name: String { get }

    /// The method with these settings.
    ///
    /// - Throws: ``TallyError`` when a setting is missing, or is not one of this method's.
    init(_ settings: CountingSettings) throws(TallyError)

    /// Counts; ties that the method leaves are reported as ties, never broken.
    func count(_ ballots: RankedBallots) throws(TallyError) -> Tally
}

/// What can be set for a count; each method refuses what it does not use.
public struct CountingSettings: Hashable, Sendable {
    /// What a ballot says of the options it leaves out.
    public var unranked: Unranked
    /// The option that says none of these, by its place on the ballot paper.
    public var defaultOption: Int?
    /// How many ballots must prefer an option to the default option.
    public var quorum: Surd?
    /// The ratio an option must reach over the default option, by the option's place; 1 where not listed.
    public var ratios: [Int: Fraction]
    /// Whether exactly the ratio is enough.
    public var ratioComparison: Comparison

    /// Makes settings.
    public init(
        unranked: Unranked = .last, defaultOption: Int? = nil, quorum: Surd? = nil,
        ratios: [Int: Fraction] = [:], ratioComparison: Comparison = .atLeast
    ) {
        self.unranked = unranked
        self.defaultOption = defaultOption
        self.quorum = quorum
        self.ratios = ratios
        self.ratioComparison = ratioComparison
    }
}

/// The methods there are.
public enum CountingMethods {
    /// Every method, in the order they are listed for people.
    public static let all: [any CountingMethod.Type] = [
        Schulze.self,
        DebianRule.self,
    ]

    /// The method with this name; nil when there is none.
    public static func named(_ name: String) -> (any CountingMethod.Type)? {
        all.first { $0.name == name }
    }
}
