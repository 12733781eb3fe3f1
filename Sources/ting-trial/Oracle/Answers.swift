import TingTally
import TingWorkflow

/// What the exploration says of a workflow.
struct Answers {
    /// The states that no proposal ever enters, in file order.
    var unreachable: [String] = []
    /// The states in which a proposal can stand from where no end can be reached, in file order.
    var trapped: [String] = []
    /// Whether a proposal can go round without end.
    var goesRound = false
    /// The adopted ends that can be reached although nobody decided in favour.
    var undecided: [String] = []
    /// The adopted ends that can be reached although nothing has happened that the file promises before.
    var unpromised: [String] = []
    /// How long a proposal lives at most after the first draft, in seconds; nil when nothing bounds it.
    var longest: Int?
    /// How many situations there are.
    var situations = 0
    /// Whether there were too many to say.
    var isCut = false

    /// Explores a workflow.
    init(_ workflow: Workflow) {
        let all = Exploration(workflow)
        situations = all.situations.count
        isCut = all.isCut
        guard !isCut, situations > 0 else { return }
        let entered = Set(all.situations.map(\.place))
        unreachable = workflow.states.indices.filter { !entered.contains($0) }.map {
            workflow.states[$0].name
        }
        let rounds = Rounds(all.steps.map { $0.map(\.to) })
        trapped = Answers.trapped(all, rounds)
        let unbounded = Answers.unbounded(all, rounds)
        goesRound = unbounded || Answers.goesRoundAtOnce(all)
        for place in workflow.states.indices where workflow.states[place].kind.final?.result == .adopted {
            let ends = all.situations.filter { $0.place == place }
            if ends.contains(where: { !$0.isDecided }) { undecided.append(workflow.states[place].name) }
            if !workflow.promises.adoptedOnlyAfter.isEmpty, ends.contains(where: { !$0.hasHappened }) {
                unpromised.append(workflow.states[place].name)
            }
        }
        longest = unbounded ? nil : Answers.longest(all, rounds)
    }

    /// The states of those situations from which no final state is reached.
    private static func trapped(_ all: Exploration, _ rounds: Rounds) -> [String] {
        var canEnd = [Bool](repeating: false, count: rounds.count)
        // A group comes before every group that leads to it, so its targets are known.
        for place in all.situations.indices.sorted(by: { rounds.groups[$0] < rounds.groups[$1] }) {
            let isFinal = all.workflow.states[all.situations[place].place].kind.final != nil
            let goesOn = all.steps[place].contains { canEnd[rounds.groups[$0.to]] }
            if isFinal || goesOn { canEnd[rounds.groups[place]] = true }
        }
        let stuck = Set(
            all.situations.indices.filter { !canEnd[rounds.groups[$0]] }.map { all.situations[$0].place })
        return all.workflow.states.indices.filter(stuck.contains).map { all.workflow.states[$0].name }
    }

    /// Whether a round goes through a state whose time no total bounds.
    private static func unbounded(_ all: Exploration, _ rounds: Rounds) -> Bool {
        all.steps.indices.contains { place in
            all.bounds[all.situations[place].place].total == nil
                && all.steps[place].contains { rounds.groups[$0.to] == rounds.groups[place] }
        }
    }

    /// Whether a round takes no time and needs nobody.
    private static func goesRoundAtOnce(_ all: Exploration) -> Bool {
        let instant = all.steps.map { $0.filter(\.isInstant).map(\.to) }
        let rounds = Rounds(instant)
        return instant.indices.contains { place in
            instant[place].contains { rounds.groups[$0] == rounds.groups[place] }
        }
    }

    /// The longest way from the beginning, each situation lasting its longest; nil when one lasts for ever.
    private static func longest(_ all: Exploration, _ rounds: Rounds) -> Int? {
        let isDraft = all.workflow.states[all.situations[0].place].kind.word == "draft"
        var after = [Int](repeating: 0, count: rounds.count)
        // Situations of one group last no time: their totals are used up.
        for place in all.situations.indices.sorted(by: { rounds.groups[$0] < rounds.groups[$1] }) {
            let isFirst = place == 0 && isDraft
            guard let own = isFirst ? 0 : all.longest(all.situations[place]) else { return nil }
            let rest = all.steps[place].map { after[rounds.groups[$0.to]] }.max() ?? 0
            after[rounds.groups[place]] = max(after[rounds.groups[place]], own + rest)
        }
        return after[rounds.groups[0]]
    }
}
