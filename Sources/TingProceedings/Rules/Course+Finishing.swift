import TingTally
public import TingWorkflow

extension Course {
    /// Ends the proposal: fixes what still follows, and has people told of it now and when it is time.
    mutating func finish(_ state: State, _ final: FinalKind, at instant: Instant) {
        let aftermath = aftermath(of: final, at: instant)
        let rest = final.cooldown?.period?.value(touching: proposal.subjects(in: workflow))
        record(
            .finished(
                ProposalEvent.Finished(
                    state: state.name, result: final.result.rawValue,
                    cooldownUntil: rest.map { situation.zone.adding($0, to: instant) },
                    restsUntilNext: final.cooldown?.untilNext, unlessSponsors: final.cooldown?.unlessSponsors,
                    aftermath: aftermath)),
            at: instant)
        var told = [People.author]
        if let report = final.report { told.append(report.within == nil ? report.to : report.by) }
        tell(told, "finished", at: instant)
        if let moment = aftermath.inForce { tell(state.notify + [.author], "in-force", at: moment) }
        if let moment = aftermath.reportDue, let report = final.report {
            tell([report.by], "report-due", at: moment)
        }
        if let moment = aftermath.reviewDue, let review = final.review {
            tell([review.by], "review-due", at: moment)
        }
        tellExpiry(of: final, in: state, at: instant)
    }

    /// Has people told before the decision ends by itself, and when it does.
    mutating func tellExpiry(of final: FinalKind, in state: State, at instant: Instant) {
        guard let sunset = final.sunset, let expires = proposal.aftermath.expires else { return }
        for reminder in sunset.reminders {
            let moment = situation.zone.adding(-reminder.before, to: expires)
            if moment > instant { tell([reminder.to], "expires-soon", at: moment) }
        }
        tell(state.notify + [.author] + (sunset.renewedBy.map { [$0] } ?? []), "expired", at: expires)
    }

    /// What follows from an end at a moment.
    private func aftermath(of final: FinalKind, at instant: Instant) -> Aftermath {
        let zone = situation.zone
        var inForce: Instant?
        switch final.inForce {
        case .after(let period): inForce = zone.adding(period, to: instant)
        // A date that has passed when the decision is taken cannot be kept: it is in force at once.
        case .date(let field): inForce = proposal.dates[field].flatMap { $0 > instant ? $0 : nil }
        case nil: break
        }
        return Aftermath(
            inForce: inForce,
            reportDue: final.report?.within.map { zone.adding($0, to: instant) },
            reviewDue: (final.review?.after).map { zone.adding($0, to: instant) },
            expires: (final.sunset?.after).map { zone.adding($0, to: inForce ?? instant) })
    }
}

extension Proposal {
    /// Whether it was adopted for a time, and that time is over.
    public func hasExpired(at instant: Instant) -> Bool {
        aftermath.expires.map { $0 <= instant } ?? false
    }

    /// The verbs of what is left to do after the end, whether or not it is time for it.
    public func openDuties(in workflow: Workflow) -> [String] {
        guard let finished, let visit, let final = workflow.state(finished.state)?.kind.final else {
            return []
        }
        return final.deeds(in: workflow).filter { final.isOpen($0, in: visit) }.map(\.verb)
    }
}
