import TingProceedings
import TingTally
import TingWorkflow

/// What follows after the end of a proposal.
extension WhyReader {
    /// When it is in force, until when, what is left to do by whom, and how long the matter rests.
    var aftermath: [Why.Row] {
        guard let finished = proposal.finished, let visit = proposal.visit else { return [] }
        var rows: [Why.Row] = []
        let after = proposal.aftermath
        func add(_ name: String, _ moment: Instant?) {
            guard let moment else { return }
            rows.append(
                Why.Row(
                    label(name),
                    Statement(
                        "why-at",
                        [
                            .instant("at", moment.seconds),
                            Fact("distance", .statement(.distance(to: moment, from: now))),
                        ])))
        }
        add("in-force", after.inForce)
        add(proposal.hasExpired(at: now) ? "expired" : "expires", after.expires)
        let final = situation.workflow.state(finished.state)?.kind.final
        for form in final?.deeds(in: situation.workflow) ?? [] {
            let isDone = !(final?.isOpen(form, in: visit) ?? true)
            let done: String
            switch form.verb {
            case FinalKind.reportVerb:
                done = "reported"
                if !isDone { add("report", after.reportDue) }
            case FinalKind.reviewVerb:
                done = "reviewed"
                if !isDone { add("review", after.reviewDue) }
            default: continue
            }
            rows.append(
                Why.Row(
                    isDone ? label(done) : nil,
                    Statement("why-deed", [.text("verb", form.verb), .people("people", form.by)]),
                    mark: mark(isDone)))
        }
        add("rests", finished.cooldownUntil)
        if let meeting = finished.restsUntilNext {
            rows.append(
                Why.Row(label("rests"), Statement("why-rests-until-next", [.text("meeting", meeting)])))
        }
        if let number = finished.unlessSponsors {
            rows.append(Why.Row(nil, Statement("why-rests-unless", [.number("sponsors", number)])))
        }
        return rows
    }
}
