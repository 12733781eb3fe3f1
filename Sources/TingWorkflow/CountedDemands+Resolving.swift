public import TingTally

extension RuleDefinition {
    /// What a count needs to know of one vote besides the rule.
    public struct Paper: Hashable, Sendable {
        /// What each option touches, in the order of the ballot paper.
        public var options: [[String]]
        /// The place of the default option; nil when there is none.
        public var defaultOption: Int?
        /// What a ballot looks like.
        public var ballot: VoteKind.BallotForm
        /// The size of the electorate: the value of `electorate` in formulas.
        public var members: Int
        /// How much there is to spend; nil where nothing is.
        public var budget: Fraction?
        /// What each option costs, in the order of the ballot paper; nil for one that has no cost.
        public var costs: [Fraction?]
        /// The least number of votes with which an option can be paid for; nil where the rule says it.
        public var leastSum: Int?
        /// The group of each option, in the order of the ballot paper; nil for one of no group.
        public var groups: [String?]

        /// Makes it; options have neither costs nor groups where none are given.
        public init(
            options: [[String]], defaultOption: Int?, ballot: VoteKind.BallotForm, members: Int,
            budget: Fraction? = nil, costs: [Fraction?]? = nil, groups: [String?]? = nil
        ) {
            self.options = options
            self.defaultOption = defaultOption
            self.ballot = ballot
            self.members = members
            self.budget = budget
            self.costs = costs ?? options.map { _ in nil }
            self.groups = groups ?? options.map { _ in nil }
        }
    }

    /// The settings of the count for one vote, with every number fixed.
    ///
    /// - Parameter ties: How ties are broken; left out for a method that breaks none.
    /// - Throws: ``TallyError`` `rule-of-other-ballots` when the rule counts yes and no, `budget-needed`,
    ///   `option-without-cost`; ``FormulaError`` when a formula has no exact value.
    public func countingSettings(
        for paper: Paper, ties: TieBreaking, in workflow: Workflow
    ) throws -> CountingSettings {
        guard let demands = counted else {
            throw TallyError(Statement("rule-of-other-ballots", [.text("rule", name)]))
        }
        let used = demands.type?.settings ?? []
        var settings = CountingSettings(
            seats: demands.seats, unranked: demands.unranked, variant: demands.variant,
            ballotRules: demands.ballotRules, decimals: demands.decimals)
        if used.contains(.ties) { settings.ties = ties }
        if used.contains(.defaultOption) { settings.defaultOption = paper.defaultOption }
        if used.contains(.points) { settings.points = paper.ballot.highest }
        if demands.spendsBudget { settings.budget = try budget(demands, for: paper) }
        if let most = demands.groupCap { settings.groupCap = GroupCap(groups: paper.groups, most: most) }
        guard demands.asksOfEachOption else { return settings }
        settings.defaultOption = paper.defaultOption
        settings.quorum = try demands.optionQuorum.map {
            try $0.bound(members: paper.members, formulas: workflow.formulas + formulas)
        }
        if let majority = demands.optionMajority {
            // A ratio of 1 asks for more than the default in any case; only those above it differ.
            settings.ratioComparison =
                majority.all.first { $0.toOne > Fraction(1) }?.comparison ?? .atLeast
            for (option, touched) in paper.options.enumerated() where option != paper.defaultOption {
                settings.ratios[option] = majority.value(touching: touched).toOne
            }
        }
        return settings
    }

    /// The budget of one vote, with the cost of every option.
    private func budget(_ demands: CountedDemands, for paper: Paper) throws(TallyError) -> Budget {
        guard let limit = paper.budget else {
            throw TallyError(Statement("budget-needed", [.term("method", demands.method)]))
        }
        var costs: [Fraction] = []
        for (option, cost) in paper.costs.enumerated() {
            guard let cost else {
                throw TallyError(Statement("option-without-cost", [.number("option", option)]))
            }
            costs.append(cost)
        }
        return Budget(limit: limit, costs: costs, leastSum: demands.leastSum ?? paper.leastSum ?? 0)
    }

    /// The method that counts one vote, with every number fixed.
    ///
    /// Where something is asked of each option against the default one, the
    /// Debian rule drops options before it compares the rest as Schulze does.
    ///
    /// - Throws: As ``countingSettings(for:ties:in:)``, and what the method refuses.
    public func method(
        for paper: Paper, ties: TieBreaking, in workflow: Workflow
    ) throws -> any CountingMethod {
        var settings = try countingSettings(for: paper, ties: ties, in: workflow)
        guard let demands = counted else {
            throw TallyError(Statement("rule-of-other-ballots", [.text("rule", name)]))
        }
        guard demands.asksOfEachOption else {
            return try CountingMethods.method(named: demands.method, settings: settings)
        }
        // The Debian rule leaves ties to a casting vote, and knows no other variant.
        (settings.ties, settings.variant) = (TieBreaking(), nil)
        return try DebianRule(settings)
    }
}
