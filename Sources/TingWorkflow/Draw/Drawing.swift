/// What a picture of a workflow shows: boxes and arrows, in file order.
struct Drawing {
    /// A state.
    struct Box {
        /// The state's name.
        let name: String
        /// The lines of its label: title, kind and clock.
        let lines: [String]
        /// Whether proposals end here.
        let isFinal: Bool
        /// Whether it is a vote.
        let isVote: Bool
    }

    /// A move.
    struct Arrow {
        /// How an arrow is meant.
        enum Style { case outcome, action, limit }
        let from: String
        let to: String
        let label: String
        let style: Style
    }

    let first: String
    let boxes: [Box]
    let arrows: [Arrow]

    init(_ workflow: Workflow, language: String) {
        first = workflow.first
        boxes = workflow.states.map { state in
            let clock = state.clock.description
            let kind = state.kind.final?.result.rawValue ?? state.kind.word
            return Box(
                name: state.name,
                lines: [state.title.text(in: language), clock.isEmpty ? kind : "\(kind), \(clock)"],
                isFinal: state.kind.final != nil, isVote: state.kind.vote != nil)
        }
        arrows = workflow.states.flatMap { state -> [Arrow] in
            let outcomes = state.outcomes.map {
                Arrow(from: state.name, to: $0.goto, label: $0.name, style: .outcome)
            }
            let actions = state.actions.map {
                Arrow(from: state.name, to: $0.goto, label: "\($0.name) (\($0.by))", style: .action)
            }
            let limits = state.visits.map {
                [Arrow(from: state.name, to: $0.then, label: "visits > \($0.atMost)", style: .limit)]
            }
            return outcomes + actions + (limits ?? [])
        }
    }
}
