import TingProceedings
import TingTally
import TingWorkflow

extension NoticeReader {
    /// A notice that somebody has to give by the workflow: of which meeting, what was decided before, the text.
    ///
    /// - Returns: The commitment to the text that goes with it, nil inside where none does; nil when no such
    ///   notice was given.
    mutating func tellNotice(_ events: [ProposalEvent], _ facts: [Fact]) -> Digest?? {
        var given: (state: State, kind: NoticeKind)?
        for case .left(let left) in events.map(\.fact) {
            guard left.outcome == "given", let state = workflow.state(left.state),
                let kind = state.kind as? NoticeKind
            else { continue }
            given = (state, kind)
        }
        guard let given else { return nil }
        lines.append(
            Statement(
                "notice-notice-given",
                facts + [
                    .text("notice", given.state.title.text(in: language)),
                    .number("version", proposal.version),
                ]))
        if let name = given.kind.meeting, let meeting = proposal.meetings[name] {
            let title = workflow.state(name)?.title.text(in: language) ?? name
            lines.append(
                Statement("notice-meeting", [.text("meeting", title), .instant("at", meeting.date.seconds)]))
        }
        for vote in proposal.closedVotes {
            let title = workflow.state(vote.opened.state)?.title.text(in: language) ?? vote.opened.state
            lines.append(
                Statement(
                    "notice-decided",
                    [
                        .text("state", title), .term("outcome", vote.closed.outcome),
                        .instant("at", vote.at.seconds),
                    ]
                ))
        }
        listDeeds()
        return given.kind.attachesText ? .some(.some(proposal.text)) : .some(nil)
    }

    /// What follows after an end: the dates, the command lines of who has to do something.
    ///
    /// - Returns: The commitment to the report, where this is one.
    mutating func tellAfter(_ code: NoticePage.Code, at instant: Instant) -> Digest? {
        switch code {
        case .expired, .inForce, .reportGiven: break
        default:
            lines += proposal.aftermath.statements
            let open = proposal.openDuties(in: workflow)
            let state = proposal.finished.flatMap { workflow.state($0.state) }
            for form in state?.deeds(in: workflow) ?? [] where open.contains(form.verb) {
                add(command(form), .people(form.by))
            }
        }
        add("ting show \(proposal.name)", Statement("notice-show"))
        guard code == .reportGiven else { return nil }
        return proposal.visit?.last(FinalKind.reportVerb)?.reason.map { Digest(hex: $0) }
    }
}

extension NoticePage.Code {
    /// Whether it is about what is so after the end of a proposal.
    var isOfEnd: Bool {
        switch self {
        case .finished, .inForce, .reportDue, .reportGiven, .reviewDue, .expiresSoon, .expired: true
        case .voteOpened, .voteClosed, .stateEntered, .reminder, .noticeGiven: false
        }
    }
}

extension Aftermath {
    /// What follows, each in one sentence, in the order in which people ask.
    var statements: [Statement] {
        let moments = [
            ("after-in-force", inForce), ("after-expires", expires), ("after-report-due", reportDue),
            ("after-review-due", reviewDue),
        ]
        return moments.compactMap { code, moment in
            moment.map { Statement(code, [.instant("at", $0.seconds)]) }
        }
    }
}
