/// The text of a workflow made up by chance: a few states of any kind, led to one another.
///
/// Its temper decides how careful its author was, so that of every fault there are enough
/// files with it and enough without.
struct MadeUpWorkflow {
    /// What the author got wrong, in so many of a hundred places.
    struct Temper {
        /// How often a way leads back.
        let back: Int
        /// How often a state that is led back to has a limit.
        let limit: Int
        /// How often a way without a decision leads to an adoption.
        let rashness: Int
        /// How often a state is led to by nothing on purpose.
        let gaps: Int
        /// How often a state has a total.
        let totals: Int
        /// How often a clock has no end.
        let waiting: Int
        /// How often a state leads nowhere but to itself.
        let traps: Int

        init(_ dice: inout Dice) {
            back = dice.one(of: [0, 0, 10, 25]) ?? 0
            limit = dice.one(of: [30, 100, 100]) ?? 0
            rashness = dice.one(of: [0, 0, 4, 20]) ?? 0
            gaps = dice.one(of: [0, 0, 20]) ?? 0
            totals = dice.one(of: [0, 0, 15, 40]) ?? 0
            waiting = dice.one(of: [0, 0, 0, 8]) ?? 0
            traps = dice.one(of: [0, 0, 15]) ?? 0
        }
    }

    private var dice: Dice
    private let temper: Temper
    private let names: [String]
    private let kinds: [MadeUpState.Kind]
    private var totals = 0
    /// Whether every way out of the state at hand leads back to it.
    private var isTrap = false

    /// The text of a file; the same seed makes the same.
    static func text(seed: UInt64) -> String {
        var workflow = MadeUpWorkflow(seed: seed)
        return workflow.lines().joined(separator: "\n") + "\n"
    }

    private init(seed: UInt64) {
        var dice = Dice(seed: seed)
        temper = Temper(&dice)
        names = (1...(2 + dice.below(7))).map { "s\($0)" }
        var kinds: [MadeUpState.Kind] = []
        for place in names.indices {
            let isDraft = place == 0 && dice.happens(80)
            kinds.append(isDraft ? .draft : dice.one(of: MadeUpState.Kind.allCases) ?? .vote)
        }
        self.kinds = kinds
        self.dice = dice
    }

    private mutating func lines() -> [String] {
        var lines = Self.head
        for place in names.indices { lines += state(place) }
        // Most authors write down no end that nothing leads to.
        let used = lines.joined(separator: "\n")
        lines += Self.tail.filter { end in
            dice.happens(3) || used.contains(end.prefix { $0 != ":" }.drop { $0 == " " })
        }
        if let vote = kinds.firstIndex(of: .vote), dice.happens(60) {
            lines += ["promises:", "  adopted-only-after: [\(names[vote]) passed]"]
        }
        return lines
    }

    private mutating func state(_ place: Int) -> [String] {
        isTrap = place > 0 && dice.happens(temper.traps)
        let made = MadeUpState(kinds[place], waits: dice.happens(temper.waiting), &dice)
        var lines = ["  \(names[place]):", "    kind: \(kinds[place].word)"] + made.lines.map { "    " + $0 }
        if dice.happens(temper.limit) && dice.happens(60) || dice.happens(5) {
            let most = 1 + dice.below(3)
            // Where it leads on to lies ahead, so that limits never stand in a ring.
            lines.append("    visits: {at-most: \(most), then: \(ahead(of: place))}")
        }
        // With many totals there would be too many situations to visit them all.
        if made.canHaveTotal, totals < 2, dice.happens(temper.totals) {
            totals += 1
            let total =
                dice.one(
                    of: totals == 1
                        ? ["20 days", "6 weeks", "3 months", "90 days", "1 year"] : ["20 days", "6 weeks"])
                ?? "20 days"
            lines.append("    in-total-at-most: \(total)")
        }
        if dice.happens(20) {
            let minimum = made.hasMinimum && dice.happens(50) ? ", after-minimum: yes" : ""
            lines += ["    actions:", "      go: {by: any member, goto: \(target(place, nil))\(minimum)}"]
        }
        lines.append("    outcomes:")
        for outcome in made.outcomes {
            lines.append("      \(outcome.name): \(target(place, outcome))")
        }
        return lines
    }

    /// Where a way leads.
    private mutating func target(_ place: Int, _ outcome: MadeUpState.Outcome?) -> String {
        if isTrap { return names[place] }
        if dice.happens(temper.back) { return names[dice.below(place + 1)] }
        if outcome?.isInFavour ?? false, dice.happens(40) { return dice.happens(70) ? "adopted" : "enacted" }
        if dice.happens(temper.rashness) { return "adopted" }
        // Ways on in order lead through every state; now and then one is left out.
        let isFirst = outcome?.isFirst ?? false
        if isFirst, place + 1 < names.count {
            return names[min(names.count - 1, place + (dice.happens(temper.gaps) ? 2 : 1))]
        }
        return ahead(of: place)
    }

    /// A later state, or an end without adoption.
    private mutating func ahead(of place: Int) -> String {
        let later = names.count - place - 1
        if later > 0, dice.happens(50) { return names[place + 1 + dice.below(later)] }
        return dice.happens(50) ? "rejected" : "lapsed"
    }

    private static let head = """
        ting: 1
        workflow: made-up
        title: Made up
        basis: Chance
        needs:
          roles: [board, chair]
          document: none
        rules:
          plain:
            quorum: none
            majority: more than 1/2 of votes cast
          quorate:
            quorum:
              ballots: at least 1/10 of electorate
              counting: [yes, no, abstain]
            majority: more than 1/2 of votes cast
        first: s1
        states:
        """.split(separator: "\n").map(String.init)

    private static let tail = """
          adopted: {kind: final, result: adopted}
          enacted: {kind: final, result: adopted}
          rejected: {kind: final, result: rejected, cooldown: 6 months}
          lapsed: {kind: final, result: lapsed}
        """.split(separator: "\n").map(String.init)
}
