import TingProceedings
import TingTally
import TingWorkflow

extension Card {
    /// Makes the card of a proposal as it stands at a moment.
    init(_ proposal: Proposal, in situation: Situation, version: Int, at instant: Instant) throws {
        let visit = proposal.visit
        let state = visit.flatMap { situation.workflow.state($0.state) }
        let waits = CardWaits(proposal, in: situation, at: instant)
        self.init(
            number: proposal.number, workflow: proposal.workflow, title: proposal.title,
            author: proposal.author, state: visit?.state ?? "", kind: state?.kind.word ?? "",
            entered: visit?.entered ?? proposal.begun, due: proposal.due,
            result: proposal.finished?.result, ended: proposal.ended,
            matter: Proposal.matter(title: proposal.title, concerns: proposal.concerns),
            restsUntil: proposal.finished?.cooldownUntil, vote: proposal.openVoteKey,
            electorate: proposal.openVote?.electorate.hex,
            waits: try state.map { try waits.all(in: $0) } ?? [], version: version)
        restsUntilNext = proposal.finished?.restsUntilNext
        unlessSponsors = proposal.finished?.unlessSponsors
        inForce = proposal.aftermath.inForce
        expires = proposal.aftermath.expires
    }
}

/// What can be done on a proposal now, and by whom, for its card.
private struct CardWaits {
    let proposal: Proposal
    let situation: Situation
    let instant: Instant

    init(_ proposal: Proposal, in situation: Situation, at instant: Instant) {
        self.proposal = proposal
        self.situation = situation
        self.instant = instant
    }

    func all(in state: State) throws -> [Card.Wait] {
        guard let visit = proposal.visit else { return [] }
        if proposal.isFinished { return duties(in: state, visit) }
        var waits: [Card.Wait] = []
        if let opened = proposal.openVote {
            waits.append(Card.Wait(verb: "vote", choices: choices(opened, in: state), whom: ["electorate"]))
        }
        let forms = state.deeds(in: situation.workflow)
        for form in forms {
            var done = visit.persons(who: form.verb, unless: "un" + form.verb)
            let numbers = state.kind.numbers(for: form, in: visit).map(String.init)
            // About something numbered nothing can be done while there is no such thing.
            if form.carriesNumber && numbers.isEmpty || !state.kind.isOpen(form, in: visit) { continue }
            var whom = whom(form)
            if let family = form.family {
                done = visit.standing(of: forms.filter { $0.family == family })
                if form.takesBack {
                    whom = done.map { "member:" + $0 }
                    done = []
                }
            }
            var missing: Int?
            if form.verb == "sponsor",
                let counted = proposal.countedVisit(in: situation),
                let kind = state.kind as? SponsorshipKind,
                let needed = try kind.needed(in: counted, of: situation.workflow)
            {
                let classes = (kind.classes ?? 0) - counted.sponsoringClasses.count
                missing = max(0, needed - done.count, classes)
            }
            if form.verb == DraftKind.askVerb { done = visit.asking }
            waits.append(
                Card.Wait(
                    verb: form.verb, choices: form.carriesNumber ? numbers : form.choices, whom: whom,
                    done: isOnce(form) ? done : [],
                    missing: missing,
                    from: form.timing == .afterMinimum ? visit.earliestEnd : nil))
        }
        return waits
    }

    /// Whether who has done it cannot do it again now.
    private func isOnce(_ form: DeedForm) -> Bool {
        form.times == .once || form.family != nil || ["sponsor", DraftKind.askVerb].contains(form.verb)
    }

    /// What is left to do after the end, each from when and by when.
    private func duties(in state: State, _ visit: Visit) -> [Card.Wait] {
        let open = proposal.openDuties(in: situation.workflow)
        let after = proposal.aftermath
        return state.deeds(in: situation.workflow).filter { open.contains($0.verb) }.map { form in
            var wait = Card.Wait(
                verb: form.verb, whom: whom(form),
                done: form.times == .once ? visit.persons(who: form.verb) : [])
            switch form.verb {
            case FinalKind.reportVerb: wait.due = after.reportDue
            case FinalKind.reviewVerb: wait.from = after.reviewDue
            default:
                wait.due = after.expires
                guard let sunset = state.kind.final?.sunset, let expires = after.expires else { break }
                let periods = sunset.reminders.map(\.before)
                let moments = (periods.isEmpty ? [sunset.after] : periods).map {
                    situation.zone.adding(-$0, to: expires)
                }
                wait.from = moments.min()
            }
            return wait
        }
    }

    /// What a ballot can say, where it is one word; else the letters of the options, or an example.
    private func choices(_ opened: ProposalEvent.VoteOpened, in state: State) -> [String] {
        let letters = opened.options.map(\.letter)
        guard let vote = state.kind.vote else { return letters }
        let paper = BallotPaper(vote, opened, in: situation.workflow)
        if paper.isYesNo { return paper.choices }
        return switch paper.form {
        case .ranking, .oneChoice: letters
        case .approval, .score, .points, .plusMinus, .yesNoAbstain: [paper.example]
        }
    }

    /// Whom a deed waits for, and the ids of those whom an exception or a duty leaves out.
    private func whom(_ form: DeedForm) -> [String] {
        let without = proposal.excluded(from: form, at: instant, in: situation)
        return form.by.anyOf.flatMap(selectors(of:)) + without.map { "not:" + $0 }
    }

    private func selectors(of who: People.Who) -> [String] {
        switch who {
        case .members: ["members"]
        case .role(let name): ["role:" + name]
        case .memberClass(let name): ["class:" + name]
        case .relation(.author): ["member:" + proposal.author]
        case .relation(.personConcerned): proposal.concerns.map { ["member:" + $0] } ?? []
        case .relation(.sponsors): proposal.sponsors.map { "member:" + $0 }
        case .relation(.objector): proposal.objectors.map { "member:" + $0 }
        case .relation(.contributors): proposal.contributors.map { "member:" + $0 }
        case .relation(.coAuthors): proposal.coAuthors.map { "member:" + $0 }
        }
    }
}

extension DeedForm {
    /// The choices the deed carries; empty where it carries none.
    fileprivate var choices: [String] {
        for part in carries {
            switch part {
            case .choice(let choices): return choices
            case .member: return ["HANDLE"]
            case .proposal: return ["PROPOSAL"]
            case .count: return ["NUMBER"]
            case .option, .text, .number, .words, .name, .reason, .meetingDate, .newEnd: break
            }
        }
        return []
    }
}
