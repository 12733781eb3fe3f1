import TingProceedings
import TingTally
import TingWorkflow

extension RuleText {
    /// The rule of a vote on ballots over several options.
    ///
    /// - Parameters:
    ///   - settings: Every number of the count.
    ///   - quorum: How many ballots must be cast; nil where the rule asks for none.
    ///   - letters: The letters of the options, in the order of the ballot paper.
    init(
        _ demands: RuleDefinition.CountedDemands, _ settings: CountingSettings, quorum: Quorum?,
        _ vote: VoteKind, letters: [String]
    ) {
        self.init()
        let method = demands.asksOfEachOption ? DebianRule.name : demands.method
        let used = CountingMethods.named(method)?.settings ?? []
        if let quorum { add(quorum) }
        let isOfCredits = method == Quadratic.name && demands.variant != "snapshot"
        add(
            "rule-ballot-" + (isOfCredits ? "credits" : vote.ballot.code),
            vote.ballot.facts + [.term("method", method)])
        if let variant = demands.variant, !demands.asksOfEachOption {
            add("rule-variant", [.text("variant", variant)])
        }
        if let budget = settings.budget {
            add("rule-budget", [.fraction("budget", budget.limit)])
            if budget.leastSum > 1 { add("rule-least-sum", [.number("least", budget.leastSum)]) }
        } else if used.contains(.seats) {
            add("rule-winners", [.number("seats", settings.seats)])
        }
        if let cap = settings.groupCap { add("rule-group-cap", [.number("most", cap.most)]) }
        if used.contains(.unranked) { add("unranked-" + settings.unranked.rawValue) }
        if vote.ballot == .ranking { add(demands) }
        let place = settings.defaultOption ?? (vote.hasDefault ? letters.indices.last : nil)
        addDefault(place.map { Fact.text("default", letters[$0]) }, settings, letters, used)
    }

    private mutating func addDefault(
        _ name: Fact?, _ settings: CountingSettings, _ letters: [String], _ used: Set<Setting>
    ) {
        guard let name else { return add("rule-no-default") }
        if used.contains(.majority) { addEachOption(settings, letters, name) }
        add(settings.seats > 1 ? "rule-default-of-seats" : "rule-default", [name])
    }

    private mutating func add(_ quorum: Quorum) {
        add("rule-ballots", [Fact("demand", .statement(quorum.need.demand()))])
        if let least = quorum.neverFewerThan { add("rule-quorum-least", [.number("least", least)]) }
    }

    private mutating func add(_ demands: RuleDefinition.CountedDemands) {
        if demands.refusesEqualRanks { add("rule-no-equal-ranks") }
        if let overvotes = demands.overvotes { add("rule-overvotes-" + overvotes.rawValue) }
        if let skipped = demands.skippedRanks { add("rule-skipped-ranks", [.number("most", skipped)]) }
        if let ranks = demands.mostRanks { add("rule-most-ranks", [.number("most", ranks)]) }
        if demands.mustRankAll { add("rule-must-rank-all") }
        if let decimals = demands.decimals { add("rule-decimals", [.number("decimals", decimals)]) }
    }

    private mutating func addEachOption(_ settings: CountingSettings, _ letters: [String], _ name: Fact) {
        if let quorum = settings.quorum { add("rule-option-quorum", [name, .surd("quorum", quorum)]) }
        add("rule-option-above", [name])
        var ratios: [Fraction] = []
        for ratio in settings.ratios.values where ratio > Fraction(1) && !ratios.contains(ratio) {
            ratios.append(ratio)
        }
        for ratio in ratios.sorted() {
            let options = settings.ratios.keys.sorted().filter { settings.ratios[$0] == ratio }
            add(
                "rule-option-ratio",
                [
                    .list("options", options.map { letters[$0] }), .fraction("ratio", ratio), name,
                    .term("comparison", settings.ratioComparison.rawValue),
                ])
        }
    }
}

extension VoteKind.BallotForm {
    /// The form in a code of a sentence.
    fileprivate var code: String {
        switch self {
        case .yesNoAbstain: "yes-no"
        case .plusMinus: "plus-minus"
        case .ranking: "ranking"
        case .oneChoice: "one-choice"
        case .approval: "approval"
        case .score: "score"
        case .points: "points"
        }
    }

    /// The numbers of the form.
    fileprivate var facts: [Fact] {
        switch self {
        case .score(let lowest, let highest): [.number("lowest", lowest), .number("highest", highest)]
        case .points(let points): [.number("points", points)]
        case .yesNoAbstain, .plusMinus, .ranking, .oneChoice, .approval: []
        }
    }
}
