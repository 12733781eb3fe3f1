import TingProceedings
public import TingWorkflow

/// Which parts of a workflow its stories pass through, and which no story shows.
public struct Coverage: Hashable, Sendable {
    /// A way out of a state.
    public struct Way: Hashable, Sendable {
        /// The state.
        public let state: String
        /// The outcome or the action.
        public let name: String
        /// Whether it is an action of people, and no outcome of the state.
        public let isAction: Bool
        /// Where it stands in the file.
        public let mark: Mark
    }

    /// The states that a story enters, in file order.
    public let states: [String]
    /// The states that none enters, in file order.
    public let missedStates: [String]
    /// The outcomes and actions by which a story leaves a state, in file order.
    public let ways: [Way]
    /// Those by which none does, in file order.
    public let missedWays: [Way]

    /// Looks at what happened in played stories.
    ///
    /// - Complexity: O(events + states).
    public init(of workflow: Workflow, by played: [PlayedScenario]) {
        var entered: Set<String> = [workflow.first]
        var left: Set<[String]> = []
        for event in played.flatMap({ $0.steps.flatMap(\.events) }) {
            switch event.fact {
            case .entered(let entry): entered.insert(entry.state)
            case .left(let exit): left.insert([exit.state, exit.outcome ?? exit.action ?? ""])
            case .proposed, .clockMoved, .acted, .commented, .amended, .optionOffered, .optionSeconded,
                .classified, .asked, .reckoned, .otherEnded, .voteOpened, .voteClosed, .finished:
                break
            }
        }
        let names = workflow.states.map(\.name)
        states = names.filter(entered.contains)
        missedStates = names.filter { !entered.contains($0) }
        let all = workflow.states.flatMap { state in
            state.outcomes.map { Way(state: state.name, name: $0.name, isAction: false, mark: $0.mark) }
                + state.actions.map { Way(state: state.name, name: $0.name, isAction: true, mark: $0.mark) }
        }
        ways = all.filter { left.contains([$0.state, $0.name]) }
        missedWays = all.filter { !left.contains([$0.state, $0.name]) }
    }
}
