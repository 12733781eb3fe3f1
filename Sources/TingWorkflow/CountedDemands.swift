public import TingTally

extension RuleDefinition {
    /// What is demanded of ballots over several options: how they are counted, and what must hold besides.
    public struct CountedDemands: Hashable, Sendable {
        /// The counting method, by its name in ``CountingMethods``.
        public var method: String
        /// The named variant of the method; nil for its usual one.
        public var variant: String?
        /// What a ballot says of the options it leaves out.
        public var unranked: Unranked
        /// How many options can win.
        public var seats: Int
        /// Whether several options may stand at one rank; nil where the file says nothing of it.
        public var equalRanks: Bool?
        /// What becomes of several options at one rank; nil for what the method makes of them.
        public var overvotes: BallotRules.Overvotes?
        /// How many ranks in a row may be left empty; nil for any number.
        public var skippedRanks: Int?
        /// How many ranks a ballot may have; nil for any number.
        public var mostRanks: Int?
        /// Whether every option must be ranked.
        public var mustRankAll: Bool
        /// How many decimals votes are kept with; nil for the method's own.
        public var decimals: Int?
        /// How many ballots must be cast, by what the proposal touches; nil where the file says nothing of it.
        public var quorum: BySubject<QuorumDemand?>?
        /// How many ballots must place an option above the default; nil for none.
        public var optionQuorum: Amount?
        /// The ratio over the default that an option needs, by what the option touches.
        public var optionMajority: BySubject<Ratio>?
        /// How much there is to spend; nil where the file says nothing of it.
        public var budget: BudgetDemand?
        /// The lowest sum with which an option can be paid for; nil where the file says nothing of it.
        public var leastSum: Int?
        /// How many of one group may win; nil for any number.
        public var groupCap: Int?

        /// Makes the demands; what is left out is as usual.
        public init(
            method: String, variant: String? = nil, unranked: Unranked = .last, seats: Int = 1,
            equalRanks: Bool? = nil, overvotes: BallotRules.Overvotes? = nil, skippedRanks: Int? = nil,
            mostRanks: Int? = nil,
            mustRankAll: Bool = false, decimals: Int? = nil, quorum: BySubject<QuorumDemand?>? = nil,
            optionQuorum: Amount? = nil, optionMajority: BySubject<Ratio>? = nil
        ) {
            self.method = method
            self.variant = variant
            self.unranked = unranked
            self.seats = seats
            self.equalRanks = equalRanks
            self.overvotes = overvotes
            self.skippedRanks = skippedRanks
            self.mostRanks = mostRanks
            self.mustRankAll = mustRankAll
            self.decimals = decimals
            self.quorum = quorum
            self.optionQuorum = optionQuorum
            self.optionMajority = optionMajority
        }

        /// Whether something is asked of each option against the default option.
        public var asksOfEachOption: Bool { optionQuorum != nil || optionMajority != nil }

        /// The method's type; nil when there is none by this name.
        public var type: (any CountingMethod.Type)? { CountingMethods.named(method) }

        /// Whether options are paid for from a budget.
        public var spendsBudget: Bool { type?.settings.contains(.budget) ?? false && seats == 1 }

        /// Whether the method compares an option with the default option before it counts.
        public var needsDefault: Bool {
            asksOfEachOption || type?.settings.contains(.defaultOption) ?? false
        }

        /// Whether a ballot with several options at one rank is refused: where the file says so, and where a
        /// count in rounds could not use it and the file does not say what becomes of it.
        public var refusesEqualRanks: Bool {
            if let equalRanks { return !equalRanks }
            return overvotes == nil && type?.settings.contains(.ballotRules) ?? false
        }

        /// What becomes of ballots that do not rank options one by one.
        public var ballotRules: BallotRules {
            BallotRules(
                overvotes: overvotes, mostSkippedRanks: skippedRanks,
                mostRanks: mostRanks, mustRankAll: mustRankAll)
        }
    }

    /// What is demanded of ballots over several options; nil where the rule counts yes and no.
    public var counted: CountedDemands? {
        if case .counted(let demands) = form { demands } else { nil }
    }
}
