import TingTally

/// A rule tried out with made-up ballots, as a vote of an assembly of some size would be.
///
/// Members are spread evenly over the classes that the rule asks for, and each choice over
/// the classes in turn, so that a rule with classes is tried with all of them agreeing.
struct RuleTrial {
    /// The rule with every number fixed, for proposals that touch one subject or none.
    let rule: YesNoRule
    /// How many may vote.
    let members: Int
    private let classes: [String]

    /// Fixes the numbers of a rule; nil where it has no exact numbers for so many members, or counts options.
    init?(_ definition: RuleDefinition, touching subjects: [String], members: Int, in workflow: Workflow) {
        guard
            let rule = try? definition.yesNoRule(touching: subjects, members: members, in: workflow)
        else { return nil }
        self.rule = rule
        self.members = members
        // A class is capped against members of none.
        classes = rule.classNames + (rule.capsClasses ? [""] : [])
    }

    /// Whether such a vote passes; no where the ballots are more than the members or seats.
    func passes(yes: Int, no: Int = 0, abstain: Int = 0) -> Bool {
        outcome(yes: yes, no: no, abstain: abstain) == .passed
    }

    /// How such a vote ends; nil where there can be no such vote.
    func outcome(yes: Int, no: Int = 0, abstain: Int = 0) -> VoteOutcome? {
        guard yes + no + abstain <= members,
            var whole = try? ChoiceCount(eligible: members, present: members, seats: rule.seats),
            (try? whole.add(yes, to: .yes)) != nil, (try? whole.add(no, to: .no)) != nil,
            (try? whole.add(abstain, to: .abstain)) != nil
        else { return nil }
        guard !classes.isEmpty else { return try? rule.decide(YesNoBallots(whole: whole)).outcome }
        var counts = classes.indices.compactMap { place in
            try? ChoiceCount(eligible: share(of: members, place))
        }
        guard counts.count == classes.count else { return nil }
        for (choice, number) in [(Choice.yes, yes), (.no, no), (.abstain, abstain)] {
            var place = 0
            for _ in 0..<number {
                for _ in classes where counts[place].notCast == 0 { place = (place + 1) % classes.count }
                guard (try? counts[place].add(1, to: choice)) != nil else { return nil }
                place = (place + 1) % classes.count
            }
        }
        let parts = zip(classes, counts).map { ClassCount(name: $0, count: $1) }
        return try? rule.decide(YesNoBallots(whole: whole, classes: parts)).outcome
    }

    /// The classes that the rule asks for; empty where it asks for none.
    var classNames: [String] { classes }

    /// The same ballots class by class, as they are spread here; one group of everybody where there are no classes.
    func groups(yes: Int, no: Int, abstain: Int) -> [VoteExample.Group] {
        guard !classes.isEmpty else {
            return [VoteExample.Group(memberClass: nil, yes: yes, no: no, abstain: abstain)]
        }
        var rows = [[Int]](repeating: [0, 0, 0], count: classes.count)
        for (choice, number) in [yes, no, abstain].enumerated() {
            var place = 0
            for _ in 0..<number {
                for _ in classes where rows[place].reduce(0, +) == share(of: members, place) {
                    place = (place + 1) % classes.count
                }
                rows[place][choice] += 1
                place = (place + 1) % classes.count
            }
        }
        return zip(classes, rows).map { name, row in
            VoteExample.Group(
                memberClass: name.isEmpty ? nil : name, yes: row[0], no: row[1], abstain: row[2])
        }
    }

    private func share(of number: Int, _ place: Int) -> Int {
        number / classes.count + (place < number % classes.count ? 1 : 0)
    }

    /// The fewest yes with which a vote passes when nobody else votes; nil when all are too few.
    ///
    /// More yes never hurt, except in rules with bands or caps: there all numbers are tried.
    var fewestYes: Int? {
        guard !rule.asksBands, !rule.capsClasses else { return (0...members).first { passes(yes: $0) } }
        guard passes(yes: members) else { return nil }
        var (low, high) = (0, members)
        while low < high {
            let middle = (low + high) / 2
            if passes(yes: middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension Workflow {
    /// The subjects that a proposal is taken to touch in trials: none, then each by itself.
    var subjectCases: [[String]] { [[]] + subjects.map { [$0.name] } }

    /// The subjects that make a difference to a rule or one it asks: none, then each of those.
    func cases(of rule: RuleDefinition) -> [[String]] {
        var names: [String] = []
        var seen: Set<String> = []
        var rest = [rule.name]
        while let name = rest.popLast() {
            guard seen.insert(name).inserted, let inner = self.rule(name) else { continue }
            rest += inner.innerRules
            guard case .yesNo(let demands) = inner.form else { continue }
            names += demands.quorums.cases.map(\.subject) + (demands.majority?.cases.map(\.subject) ?? [])
            names += demands.vacant?.cases.map(\.subject) ?? []
        }
        return [[]] + subjects.map(\.name).filter(names.contains).map { [$0] }
    }

    /// The rules by which votes on yes and no decide, each once, in file order.
    var decidingRules: [RuleDefinition] {
        let names = Set(states.flatMap { $0.kind.vote?.decides.all ?? [] })
        return rules.filter { names.contains($0.name) && $0.counted == nil }
    }
}

extension YesNoRule {
    /// Whether the rule, an alternative or a body caps a class.
    fileprivate var capsClasses: Bool {
        cap != nil || either.contains(where: \.capsClasses) || bodies.contains(where: \.rule.capsClasses)
    }
}
