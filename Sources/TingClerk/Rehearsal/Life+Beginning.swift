import TingProceedings
import TingTally
import TingWorkflow

extension Life {
    /// Begins a life as a story begins: with its members, on its day, under its title.
    ///
    /// Members are called by their handles: the author is `m00001`.
    ///
    /// - Parameter holding: How many hold a role at least, by the role.
    /// - Throws: ``StageProblem`` when there are too few members for the roles; ``Refusal``, `Fault`.
    static func begin(
        _ scenario: Scenario, of workflow: Workflow, in zone: Zone, holding: [String: Int] = [:]
    ) throws -> (life: Life, cast: Cast) {
        let date = scenario.begins ?? Stage.usualDate ?? CivilDate(daysSince1970: 0)
        let now = zone.instant(date, Stage.opening)
        let joined = zone.adding(Period(-10, .years), to: now)
        var members: [Member] = []
        let cast = try Cast(scenario, of: workflow, joined: joined, holding: holding) { lines in
            members = lines.map {
                Member(id: $0.handle, classes: $0.classes, roles: $0.roles, joined: joined)
            }
            return lines.map { Person(member: $0.handle, handle: $0.handle, name: $0.name, email: "") }
        }
        let roll = Roll(members)
        guard let author = roll.member(cast.author) else { throw Fault("no-chance") }
        let touched = workflow.sectionsAndJudgements(touching: scenario.touches)
        let paper = Proposal.Paper(
            title: scenario.title, text: Hashing.commitment(to: scenario.title, salt: []),
            sections: touched.sections, touches: touched.judgements, concerns: cast.personConcerned,
            filled: workflow.proposal.fields.map(\.name), fields: scenario.amounts)
        let life = try Life(of: workflow, in: zone, roll: roll, paper, by: author, at: now)
        return (life, cast)
    }
}

extension Workflow {
    /// How a proposal touches these subjects: by the sections it contains, and by the author's word.
    func sectionsAndJudgements(touching names: [String]) -> (sections: [String], judgements: [String]) {
        var sections: [String] = []
        var judgements: [String] = []
        for subject in subjects where names.contains(subject.name) {
            switch subject.found {
            case .sections(let found): sections += found.filter { !sections.contains($0) }
            case .judgedBy: judgements.append(subject.name)
            }
        }
        return (sections, judgements)
    }
}
