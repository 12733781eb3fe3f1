/// What can be set for a count; each method refuses what it does not use.
public struct CountingSettings: Hashable, Sendable {
    /// How many options can win.
    public var seats: Int
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
    /// How ties are broken.
    public var ties: TieBreaking
    /// The named variant of the method; nil for its usual one.
    public var variant: String?
    /// What becomes of ballots that do not rank options one by one.
    public var ballotRules: BallotRules
    /// How many decimals votes are kept with in counts that transfer parts of votes; nil for the method's own.
    public var decimals: Int?
    /// The highest score, or the credits of each ballot; nil where the method needs none.
    public var points: Int?
    /// What the options cost, and how much there is to spend.
    public var budget: Budget?
    /// How many of one group of options may win.
    public var groupCap: GroupCap?

    /// Makes settings; what is left out is as usual.
    public init(
        seats: Int = 1, unranked: Unranked = .last, defaultOption: Int? = nil, quorum: Surd? = nil,
        ratios: [Int: Fraction] = [:], ratioComparison: Comparison = .atLeast,
        ties: TieBreaking = TieBreaking(), variant: String? = nil, ballotRules: BallotRules = BallotRules(),
        decimals: Int? = nil, points: Int? = nil, budget: Budget? = nil, groupCap: GroupCap? = nil
    ) {
        self.seats = seats
        self.unranked = unranked
        self.defaultOption = defaultOption
        self.quorum = quorum
        self.ratios = ratios
        self.ratioComparison = ratioComparison
        self.ties = ties
        self.variant = variant
        self.ballotRules = ballotRules
        self.decimals = decimals
        self.points = points
        self.budget = budget
        self.groupCap = groupCap
    }

    /// The settings that differ from the usual ones.
    public var given: Set<Setting> {
        var given: Set<Setting> = []
        if seats != 1 { given.insert(.seats) }
        if unranked != .last { given.insert(.unranked) }
        if defaultOption != nil { given.insert(.defaultOption) }
        if quorum != nil { given.insert(.quorum) }
        if !ratios.isEmpty { given.insert(.majority) }
        if !ties.ways.isEmpty { given.insert(.ties) }
        if variant != nil { given.insert(.variant) }
        if ballotRules != BallotRules() { given.insert(.ballotRules) }
        if decimals != nil { given.insert(.decimals) }
        if points != nil { given.insert(.points) }
        if budget != nil { given.insert(.budget) }
        if groupCap != nil { given.insert(.groupCap) }
        return given
    }
}

/// The name of a setting, as refusals and help pages call it.
public enum Setting: String, CaseIterable, Hashable, Sendable {
    case seats
    case unranked
    case defaultOption = "default"
    case quorum
    case majority
    case ties = "tie-break"
    case variant
    case ballotRules = "ballot-rules"
    case decimals
    case points
    case budget
    case groupCap = "group-cap"
}

/// What projects cost and how much there is to spend, in the same unit of money.
public struct Budget: Hashable, Sendable {
    /// How much there is to spend.
    public let limit: Fraction
    /// The cost of each option, in the order of the ballot paper.
    public let costs: [Fraction]
    /// The lowest sum of votes or points with which an option can be paid for; a sum of 0 is never enough.
    public let leastSum: Int

    /// Makes a budget.
    public init(limit: Fraction, costs: [Fraction], leastSum: Int = 0) {
        self.limit = limit
        self.costs = costs
        self.leastSum = leastSum
    }
}

/// How many of one group may win: at most two from one employer.
public struct GroupCap: Hashable, Sendable {
    /// The group of each option, in the order of the ballot paper; nil for an option of no group.
    public let groups: [String?]
    /// At most so many of one group.
    public let most: Int

    /// Makes a cap.
    public init(groups: [String?], most: Int) {
        self.groups = groups
        self.most = most
    }
}
