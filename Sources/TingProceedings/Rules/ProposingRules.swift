import TingTally
import TingWorkflow

/// The rules for handing in a new proposal; all are asked.
struct ProposingRules {
    let situation: Situation

    init(_ situation: Situation) {
        self.situation = situation
    }

    /// Why a paper is refused; empty when it is not.
    func reasons(
        against paper: Proposal.Paper, by member: Member, assets: Proposal.Assets, at instant: Instant
    ) -> [Reason] {
        var statements: [Statement] = []
        if let bar = member.bar(at: instant, [.text("verb", "propose")]) { statements.append(bar) }
        statements += Title(paper.title).faults
        statements += faults(of: paper)
        statements += lacks(in: assets)
        let matter = Proposal.matter(title: paper.title, concerns: paper.concerns)
        // Where sponsors let it through, they are asked for when they are counted.
        if let rest = assets.resting[matter], rest.sponsors == nil {
            statements += rest.reasons(against: paper.title, at: instant)
        }
        let workflow = situation.workflow
        let source = Provision(workflow: workflow.id, line: 1, key: "proposal", basis: workflow.basis)
        return statements.map { Reason($0, source: source) }
    }

    private func faults(of paper: Proposal.Paper) -> [Statement] {
        let workflow = situation.workflow
        var statements: [Statement] = []
        for field in workflow.proposal.fields
        where field.required && field.form != .money && !paper.filled.contains(field.name) {
            statements.append(Statement("field-missing", [.text("field", field.name)]))
        }
        statements += workflow.faults(ofAmountsIn: paper.fields)
        statements += workflow.dateFaults(in: paper.dates, filled: paper.filled)
        let judged = workflow.judgedSubjects.map(\.name)
        for subject in paper.touches where !judged.contains(subject) {
            statements.append(
                Statement("subject-unknown", [.text("subject", subject), .list("subjects", judged)]))
        }
        if let person = paper.concerns, situation.roll.member(person) == nil {
            statements.append(Statement("person-unknown", [.text("member", person)]))
        }
        return statements
    }

    private func lacks(in assets: Proposal.Assets) -> [Statement] {
        let workflow = situation.workflow
        let id = Fact.text("workflow", workflow.id)
        return workflow.needs.roles.filter { !assets.roles.contains($0) }
            .map { Statement("role-missing", [.text("role", $0), id]) }
            + workflow.needs.classes.filter { !assets.classes.contains($0) }
            .map { Statement("class-missing", [.text("class", $0), id]) }
    }
}

extension Workflow {
    /// What is wrong with the dates that a text names: a field that was filled in, and is no date.
    func dateFaults(in dates: [String: Instant], filled: [String]) -> [Statement] {
        proposal.fields.filter { $0.form == .date && filled.contains($0.name) && dates[$0.name] == nil }
            .map { Statement("field-no-date", [.text("field", $0.name)]) }
    }

    /// The subjects that people find, and no machine.
    var judgedSubjects: [Subject] {
        subjects.filter { if case .judgedBy = $0.found { true } else { false } }
    }
}
