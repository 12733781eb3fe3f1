import TingTally
import TingWorkflow

extension State {
    /// Where the state stands in its workflow.
    func provision(in workflow: Workflow) -> Provision {
        Provision(workflow: workflow.id, line: mark.line, key: name, basis: basis ?? workflow.basis)
    }

    /// Where the state's clock stands.
    func clockProvision(in workflow: Workflow) -> Provision {
        Provision(
            workflow: workflow.id, line: clockMark.line, key: name + ".lasts", basis: basis ?? workflow.basis)
    }
}

extension VoteKind {
    /// Where the rule about who may vote stands.
    func electorateProvision(in state: State, of workflow: Workflow) -> Provision {
        Provision(
            workflow: workflow.id, line: electorateMark.line, key: state.name + ".electorate",
            basis: state.basis ?? workflow.basis)
    }
}

extension DeedForm {
    /// Where the rule about the deed stands.
    func provision(in state: State, of workflow: Workflow) -> Provision {
        Provision(
            workflow: workflow.id, line: mark.line, key: state.name + "." + verb,
            basis: state.basis ?? workflow.basis)
    }
}

extension People {
    /// The phrase as a value of a statement: the words in a list.
    func fact(_ name: String) -> Fact {
        Fact(name, .list(anyOf.map { .term($0.word) }))
    }
}

extension People.Who {
    /// The word for these people: a relation, `members`, a role or a class.
    var word: String {
        switch self {
        case .members: "members"
        case .role(let name), .memberClass(let name): name
        case .relation(let relation): relation.rawValue
        }
    }
}
