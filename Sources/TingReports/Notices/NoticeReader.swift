import TingProceedings
import TingTally
import TingWorkflow

/// Finds out what a notice says, as statements.
struct NoticeReader {
    /// A command line, and what it is for or who may use it.
    struct Deed: Sendable {
        let command: String
        let note: Statement?
    }

    let subject: Statement
    var lines: [Statement] = []
    private(set) var deeds: [Deed] = []
    /// The commitment to the text that goes with the notice; nil when none does.
    private(set) var attachment: Digest?
    let proposal: Proposal
    let workflow: Workflow
    let language: String
    /// When the notice became due.
    let instant: Instant
    let zone: Zone

    /// Reads the record of a proposal; nil when it has nothing of this code to tell.
    init?(
        _ code: NoticePage.Code, _ proposal: Proposal, _ events: [ProposalEvent], _ workflow: Workflow,
        at instant: Instant, zone: Zone, tallies: [Digest: JSON], language: String
    ) {
        self.proposal = proposal
        self.workflow = workflow
        self.language = language
        self.instant = instant
        self.zone = zone
        var facts: [Fact] = [.text("proposal", proposal.name), .text("title", proposal.title)]
        let visited = proposal.visit?.state ?? workflow.first
        let stateTitle = workflow.state(visited)?.title.text(in: language) ?? visited
        if code != .voteClosed { facts.append(.text("state", stateTitle)) }
        if code == .voteClosed {
            guard let vote = proposal.closedVotes.last else { return nil }
            facts.append(.term("outcome", vote.closed.outcome))
        }
        if code.isOfEnd || (proposal.isFinished && code != .voteClosed) {
            guard let finished = proposal.finished,
                code.isOfEnd || [.stateEntered, .noticeGiven].contains(code)
            else { return nil }
            facts.append(.term("result", finished.result))
        }
        subject = Statement("notice-subject-" + code.rawValue, facts)
        switch code {
        case .voteOpened:
            guard let opened = proposal.openVote else { return nil }
            tellOpening(opened, facts)
        case .voteClosed: tellClosing(events, zone, tallies, facts)
        case .stateEntered:
            lines.append(Statement("notice-state-entered", facts))
            tellEnd(from: nil)
            listDeeds()
        case .finished: tellFinish(facts)
        case .noticeGiven:
            guard let notice = tellNotice(events, facts) else { return nil }
            attachment = notice
        case .inForce, .reportDue, .reportGiven, .reviewDue, .expiresSoon, .expired:
            attachment = tellAfter(code, facts)
        case .reminder:
            guard proposal.visit?.ends != nil else { return nil }
            lines.append(Statement("notice-reminder", facts))
            tellEnd(from: instant)
            listDeeds()
        }
    }

    private mutating func tellOpening(_ opened: ProposalEvent.VoteOpened, _ facts: [Fact]) {
        lines.append(Statement("notice-vote-opened", facts + [.number("version", opened.version)]))
        tellEnd(from: nil)
        if let vote = workflow.state(opened.state)?.kind.vote {
            lines.append(Statement(vote.changeable ? "notice-changeable" : "notice-not-changeable"))
        }
        lines.append(Statement("notice-electorate", [.number("size", opened.size)]))
        for option in opened.options {
            lines.append(
                Statement("notice-option", [.text("letter", option.letter), .text("title", option.title)]))
        }
        listDeeds()
    }

    private mutating func tellClosing(
        _ events: [ProposalEvent], _ zone: Zone, _ tallies: [Digest: JSON], _ facts: [Fact]
    ) {
        guard let vote = proposal.closedVotes.last else { return }
        let setting = TallyReport.Setting(
            assembly: "", zone: zone, author: nil, minutes: Digest(hex: ""))
        let report = try? TallyReport(
            of: vote.closed.state, visit: vote.closed.visit, in: events, under: workflow,
            tally: tallies[vote.closed.tally] ?? .object([:]), texts: [:], setting: setting)
        if let report {
            let headline = TallyHeadline(report)
            lines += [headline.statement] + headline.reasons
            lines += TallySentences(report: report, language: language).nextLines
        } else {
            lines.append(Statement("notice-vote-closed", facts))
        }
        add("ting report \(proposal.name)", Statement("notice-report"))
        add("ting why \(proposal.name)", Statement("notice-why"))
    }

    private mutating func tellFinish(_ facts: [Fact]) {
        guard let finished = proposal.finished else { return }
        lines.append(Statement("notice-finished", facts))
        lines += finished.aftermath.statements(after: instant)
        if let until = finished.cooldownUntil {
            lines.append(Statement("next-cooldown", [.instant("until", until.seconds)]))
        }
        if let meeting = finished.restsUntilNext {
            lines.append(Statement("next-cooldown-until-next", [.text("meeting", meeting)]))
        }
        if let number = finished.unlessSponsors {
            lines.append(Statement("next-cooldown-unless", [.number("sponsors", number)]))
        }
        listDuties()
        if !proposal.closedVotes.isEmpty { add("ting report \(proposal.name)", Statement("notice-report")) }
        add("ting show \(proposal.name)", Statement("notice-show"))
    }

    /// Until when the state lasts; with the distance where a moment to count from is given.
    mutating func tellEnd(from instant: Instant?) {
        guard let visit = proposal.visit else { return }
        if let ends = visit.ends {
            let at = Fact.instant("at", ends.seconds)
            let isMeeting = workflow.state(visit.state)?.kind.isMeeting ?? false
            if isMeeting, proposal.meetings[visit.state] != nil {
                return lines.append(Statement("notice-begins", [at]))
            }
            guard let instant else { return lines.append(Statement("notice-ends", [at])) }
            lines.append(
                Statement(
                    "notice-ends-soon",
                    [at, Fact("distance", .statement(.distance(to: ends, from: instant)))]))
        } else if case .waits(let wording) = workflow.state(visit.state)?.clock {
            lines.append(Statement("notice-waits", [.text("for", wording.text(in: language))]))
        }
    }

    mutating func add(_ command: String, _ note: Statement? = nil) {
        deeds.append(Deed(command: command, note: note))
    }

    /// What people can do now, each with its command line.
    mutating func listDeeds() {
        let name = proposal.name
        if let opened = proposal.openVote {
            let example = opened.options.map(\.letter).joined(separator: ">")
            add("ting vote \(name) " + (opened.options.isEmpty ? "yes|no|abstain" : "\"\(example)\""))
        }
        guard let visit = proposal.visit, let state = workflow.state(visit.state) else { return }
        listDuties()
        for form in proposal.isFinished ? [] : state.deeds(in: workflow) {
            add(command(form), .people(form.by))
        }
        if let comments = state.kind.writing.comments {
            add("ting comment \(name) \"...\"", .people(comments))
        }
        add("ting show \(name)", Statement("notice-show"))
    }

    /// The command line of a deed, with a place for everything it carries.
    func command(_ form: DeedForm) -> String {
        let name = proposal.name
        switch form.verb {
        case "submit", "sponsor", "withdraw": return "ting \(form.verb) \(name)"
        case CollectKind.contributeVerb: return "ting contribute \(name) \"...\""
        case "unsponsor": return "ting sponsor \(name) --withdraw"
        default: break
        }
        var words = ["ting act", name, form.verb]
        for part in form.carries {
            switch part {
            case .choice(let choices): words.append(choices.joined(separator: "|"))
            case .option: words.append("LETTER")
            case .count: words.append("NUMBER")
            case .text: words.append("--title \"...\" --file FILE")
            case .number: words.append("NUMBER")
            case .member: words.append("HANDLE")
            case .proposal: words.append("PROPOSAL")
            case .words: words.append("--text \"...\"")
            case .name: words.append("--title \"...\"")
            case .reason: words.append("--reason \"...\"")
            case .meetingDate, .newEnd: words.append("--date DATE")
            }
        }
        return words.joined(separator: " ")
    }
}
