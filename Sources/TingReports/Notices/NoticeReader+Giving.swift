import TingProceedings
public import TingTally
public import TingWorkflow

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

    /// What follows after an end: the dates to come, the command lines of who can do something now.
    ///
    /// - Returns: The commitment to the report, where this is one.
    mutating func tellAfter(_ code: NoticePage.Code, _ facts: [Fact]) -> Digest? {
        let isRenewable = proposal.finished.flatMap { workflow.state($0.state) }?.kind.final?.sunset?
            .renewedBy
        let ending = code == .expiresSoon && isRenewable != nil ? "-renewable" : ""
        lines.append(Statement("notice-\(code.rawValue)\(ending)", facts))
        var after = proposal.aftermath
        if !proposal.openDuties(in: workflow).contains(FinalKind.reportVerb) { after.reportDue = nil }
        lines += after.statements(after: instant)
        listDuties()
        add("ting show \(proposal.name)", Statement("notice-show"))
        guard code == .reportGiven else { return nil }
        return proposal.visit?.last(FinalKind.reportVerb)?.reason.map { Digest(hex: $0) }
    }
}

extension NoticeReader {
    /// What is left to do after the end and can be done by now, each with its command line.
    mutating func listDuties() {
        guard let finished = proposal.finished, let visit = proposal.visit,
            let state = workflow.state(finished.state)
        else { return }
        for form in state.deeds(in: workflow) {
            let deed = TingWorkflow.Deed(verb: form.verb, by: "", at: instant)
            guard state.kind.objection(to: deed, in: visit, of: workflow, zone: zone) == nil else { continue }
            add(command(form), .people(form.by))
        }
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
    /// What is still to come after a moment, each in one sentence, in the order in which people ask.
    public func statements(after now: Instant) -> [Statement] {
        let moments = [
            ("after-in-force", inForce), ("after-expires", expires), ("after-report-due", reportDue),
            ("after-review-due", reviewDue),
        ]
        return moments.compactMap { code, moment in
            moment.flatMap { $0 > now ? Statement(code, [.instant("at", $0.seconds)]) : nil }
        }
    }
}
