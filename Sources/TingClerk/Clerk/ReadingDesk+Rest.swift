import TingProceedings
import TingWorkflow

extension ReadingDesk {
    /// The matters that rest now after decisions under a workflow, by the matter's key.
    func resting(under workflow: String) throws -> [String: Rest] {
        let now = moment.effective
        var resting: [String: Rest] = [:]
        for matter in try reading.resting(under: workflow, at: now) {
            var rest = Rest(until: matter.until, untilNext: matter.untilNext, sponsors: matter.unlessSponsors)
            if let calendar = matter.untilNext,
                let last = try reading.held(calendar).last(where: { $0 <= now }), last > matter.ended
            {
                rest.untilNext = nil
            }
            guard rest.holds(at: now) else { continue }
            resting[matter.matter] = resting[matter.matter]?.and(rest) ?? rest
        }
        return resting
    }

    /// The rest of the matter that a new title makes of a proposal; nil when it does not rest.
    func rest(of title: String, for proposal: Proposal) throws -> Rest? {
        let matter = Proposal.matter(title: title, concerns: proposal.concerns)
        guard matter != Proposal.matter(title: proposal.title, concerns: proposal.concerns) else {
            return nil
        }
        return try resting(under: proposal.workflow)[matter]
    }

    /// The dates among the fields of a text, each at the beginning of its day; what is no date is left out.
    func dates(in fields: [String: String], of workflow: Workflow, _ zone: Zone) -> [String: Instant] {
        var dates: [String: Instant] = [:]
        for field in workflow.proposal.fields where field.form == .date {
            guard let date = fields[field.name].flatMap(CivilDate.init(text:)) else { continue }
            dates[field.name] = zone.instant(date, TimeOfDay(secondsOfDay: 0))
        }
        return dates
    }
}
