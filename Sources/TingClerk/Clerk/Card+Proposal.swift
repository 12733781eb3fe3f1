import TingProceedings
import TingTally
import TingWorkflow

extension Card {
    /// Makes the card of a proposal as it stands.
    init(_ proposal: Proposal, in workflow: Workflow, roll: Roll, version: Int) throws {
        let visit = proposal.visit
        let state = visit.flatMap { workflow.state($0.state) }
        self.init(
            number: proposal.number, workflow: proposal.workflow, title: proposal.title,
            author: proposal.author, state: visit?.state ?? "", kind: state?.kind.word ?? "",
            entered: visit?.entered ?? proposal.begun, due: proposal.due,
            result: proposal.finished?.result, ended: proposal.ended,
            matter: Proposal.matter(title: proposal.title, concerns: proposal.concerns),
            restsUntil: proposal.finished?.cooldownUntil, vote: proposal.openVoteKey,
            electorate: proposal.openVote?.electorate.hex,
            waits: try state.map { try Card.waits(for: proposal, in: $0, of: workflow) } ?? [],
            version: version)
    }

    private static func waits(for proposal: Proposal, in state: State, of workflow: Workflow) throws -> [Wait]
    {
        guard !proposal.isFinished, let visit = proposal.visit else { return [] }
        var waits: [Wait] = []
        if let opened = proposal.openVote {
            waits.append(
                Wait(
                    verb: "vote",
                    choices: opened.options.isEmpty
                        ? ["yes", "no", "abstain"] : opened.options.map(\.letter),
                    whom: ["electorate"]))
        }
        for form in state.deeds(in: workflow) {
            let done = visit.persons(who: form.verb, unless: "un" + form.verb)
            var missing: Int?
            if form.verb == "sponsor", let needs = (state.kind as? SponsorshipKind)?.sponsors {
                let need = needs.value(touching: proposal.subjects(in: workflow))
                let bound = try need.bound(members: visit.members, formulas: workflow.formulas)
                missing = max(0, try need.comparison.least(beyond: bound) - done.count)
            }
            waits.append(
                Wait(
                    verb: form.verb, choices: form.choices,
                    whom: form.by.anyOf.map { Card.whom($0, proposal) },
                    done: form.times == .once || form.verb == "sponsor" ? done : [], missing: missing,
                    from: form.timing == .afterMinimum ? visit.earliestEnd : nil))
        }
        return waits
    }

    private static func whom(_ who: People.Who, _ proposal: Proposal) -> String {
        switch who {
        case .members: "members"
        case .role(let name): "role:" + name
        case .memberClass(let name): "class:" + name
        case .relation(.author): "member:" + proposal.author
        case .relation(.personConcerned): "member:" + (proposal.concerns ?? "")
        case .relation(let relation): "relation:" + relation.rawValue
        }
    }
}

extension DeedForm {
    /// The choices the deed carries; empty where it carries none.
    fileprivate var choices: [String] {
        for part in carries { if case .choice(let choices) = part { return choices } }
        return []
    }
}
