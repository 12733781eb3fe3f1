import TingProceedings
import TingTally
import TingWorkflow

/// One life with people who act by chance, from its beginning to its end.
struct SimulatedLife {
    var life: Life
    let cast: Cast
    let behaviour: Behaviour
    var numbers: SplitMix
    /// How likely a vote is in favour of this proposal.
    private let support: Fraction
    /// How often something was tried that the rules refused.
    private(set) var refusals = 0
    /// What somebody has in mind, the earliest first.
    var plans: [Plan] = []

    /// What somebody means to do, and when.
    struct Plan {
        let at: Instant
        let by: String
        let deed: Intent
    }

    /// What can be meant.
    enum Intent {
        case act(form: DeedForm, choice: String?)
        case setDate(meeting: String)
        case ballot(String)
        case amend
        case offer(title: String)
        case second(String)
    }

    /// How many states are lived through at most; sound workflows need far fewer.
    private static let mostVisits = 1_000
    /// How long people take where a state has no end by time.
    private static let patience = 30 * 86_400

    init(_ life: Life, _ cast: Cast, _ behaviour: Behaviour, _ numbers: SplitMix) throws {
        self.life = life
        self.cast = cast
        self.behaviour = behaviour
        self.numbers = numbers
        support = try behaviour.yes.draw(&self.numbers)
    }

    /// Lives on until the proposal has ended, or stands still because nobody does anything.
    mutating func play() throws {
        for _ in 0..<Self.mostVisits {
            guard !life.proposal.isFinished else { return }
            let visit = place
            try makePlans()
            var next = 0
            while next < plans.count, place == visit, !life.proposal.isFinished {
                let plan = plans[next]
                next += 1
                try life.pass(to: plan.at)
                guard place == visit, !life.proposal.isFinished else { break }
                do { try perform(plan, followedAfter: next) } catch is Refusal { refusals += 1 }
            }
            guard place == visit, !life.proposal.isFinished else { continue }
            guard let due = life.proposal.due else { return }
            try life.pass(to: due)
        }
    }

    /// Which visit of which state it is.
    private var place: [String] {
        life.proposal.visit.map { [$0.state, String($0.number)] } ?? []
    }

    // MARK: - Plans

    /// Has everybody make up their mind about the visit that begins.
    private mutating func makePlans() throws {
        plans = []
        guard let state = life.state else { return }
        let forms = state.deeds(in: life.workflow)
        for form in forms where form.family != ConsentRound.family && !form.takesBack {
            plan(form, in: state)
        }
        try planAnswers(forms)
        try planBallots(in: state)
        if let people = state.kind.writing.amendments, numbers.happens(behaviour.amending),
            let id = numbers.one(of: everybody(people))
        {
            add(.amend, by: id)
        }
        sortPlans(from: 0)
    }

    /// Has everybody who is asked decide whether and how to answer; what stands for yes comes first in the
    /// list of answers, and what stands for neither yes nor no last.
    private mutating func planAnswers(_ forms: [DeedForm]) throws {
        let answers = forms.filter { $0.family == ConsentRound.family && !$0.takesBack }
        guard let yes = answers.first, let neither = answers.last else { return }
        let turnout = try behaviour.turnout.draw(&numbers)
        for id in able(yes) where numbers.happens(turnout) {
            let others = answers.dropFirst().dropLast()
            let form =
                numbers.happens(behaviour.abstaining)
                ? neither : numbers.happens(support) ? yes : numbers.one(of: Array(others)) ?? neither
            add(act(form), by: id, after: form)
        }
    }

    private mutating func plan(_ form: DeedForm, in state: State) {
        if form.carriesNumber || form.carries.contains(.member) || form.carries.contains(.proposal) { return }
        switch form.verb {
        case "second", "unsponsor", "decide-tie", State.moveEndVerb: return
        case "offer":
            for (place, id) in numbers.shuffled(able(form)).prefix(3).enumerated()
            where numbers.happens(behaviour.offering) {
                add(.offer(title: "Option \(place + 1)"), by: id)
            }
        case "sponsor", "veto":
            let chance = form.verb == "veto" ? behaviour.stopping : behaviour.sponsoring
            for id in able(form) where numbers.happens(chance) { add(act(form), by: id, after: form) }
        case MeetingKind.setDateVerb:
            guard let meeting = form.meeting,
                life.proposal.meetings[meeting]?.opened != nil
                    || life.proposal.meetings[meeting] == nil, numbers.happens(behaviour.acting)
            else { return }
            let moment = moment(in: nil)
            for id in persons(form) {
                plans.append(Plan(at: moment, by: id, deed: .setDate(meeting: meeting)))
            }
        case "give-notice":
            // Notice of a meeting waits for its date.
            if let notice = state.kind as? NoticeKind, let meeting = notice.meeting {
                if life.proposal.meetings[meeting] != nil { planNotice(notice, form) }
                return
            }
            planTogether(form, chance: behaviour.acting)
        default:
            let isExtra = state.action(form.verb) != nil
            planTogether(form, chance: isExtra ? behaviour.stopping : behaviour.acting)
        }
    }

    /// Has as many people as it takes do the same at one moment.
    private mutating func planTogether(_ form: DeedForm, chance: Fraction) {
        guard numbers.happens(chance) else { return }
        let intent = act(form)
        let moment = moment(in: form)
        for id in persons(form) { plans.append(Plan(at: moment, by: id, deed: intent)) }
    }

    /// Has notice given between the first and the last moment that the meeting's date leaves.
    mutating func planNotice(_ notice: NoticeKind, _ form: DeedForm) {
        guard let meeting = notice.meeting, let date = life.proposal.meetings[meeting]?.date,
            numbers.happens(behaviour.acting)
        else { return }
        let zone = life.zone
        let first = notice.window?.atMost.map { zone.adding(-$0, to: date) } ?? life.now
        let last = notice.window.map { zone.adding(-$0.atLeast, to: date) } ?? date
        let start = max(life.now, first)
        let moment = Instant(seconds: start.seconds + numbers.below(last.seconds - start.seconds))
        for id in persons(form) { plans.append(Plan(at: moment, by: id, deed: act(form))) }
    }

    /// Has everybody decide whether and how to vote.
    private mutating func planBallots(in state: State) throws {
        guard let opened = life.proposal.openVote, let vote = state.kind.vote else { return }
        let turnout = try behaviour.turnout.draw(&numbers)
        let writer = SimulatedBallot(
            paper: BallotPaper(vote, opened, in: life.workflow), hasDefault: vote.hasDefaultOption)
        for voter in life.voters where numbers.happens(turnout) {
            let opinion: Choice =
                numbers.happens(behaviour.abstaining)
                ? .abstain : numbers.happens(support) ? .yes : .no
            guard let text = writer.text(for: opinion, &numbers) else { continue }
            add(.ballot(text), by: voter.id)
        }
    }

    mutating func add(_ intent: Intent, by id: String, after form: DeedForm? = nil) {
        plans.append(Plan(at: moment(in: form), by: id, deed: intent))
    }

    mutating func sortPlans(from first: Int) {
        let rest = plans[first...].enumerated().sorted { left, right in
            (left.element.at, left.offset) < (right.element.at, right.offset)
        }
        plans.replaceSubrange(first..., with: rest.map(\.element))
    }

    /// Some moment in which the deed can be done, each second equally likely.
    mutating func moment(in form: DeedForm?) -> Instant {
        var first = life.now.seconds
        if form?.timing == .afterMinimum, let earliest = life.proposal.visit?.earliestEnd {
            first = max(first, earliest.seconds)
        }
        let end = life.proposal.due?.seconds ?? first + Self.patience
        return Instant(seconds: first + numbers.below(end - first))
    }

    private mutating func act(_ form: DeedForm) -> Intent {
        var choice: String?
        for case .choice(let choices) in form.carries {
            choice = numbers.one(of: choices)
            if form.verb == "report", choices.contains("refused") {
                choice = numbers.happens(behaviour.stopping) ? "refused" : "done"
            }
        }
        if form.carries.contains(.option) {
            choice = numbers.one(of: life.proposal.openVote?.options.map(\.letter) ?? [])
        }
        return .act(form: form, choice: choice)
    }

    /// So many of the people meant as the deed takes.
    mutating func persons(_ form: DeedForm) -> [String] {
        let all = able(form)
        return switch form.by.number {
        case .one: numbers.one(of: all).map { [$0] } ?? []
        case .several, .formula, .allBut:
            Array(numbers.shuffled(all).prefix(life.personsNeeded(for: form)))
        case .each: all
        }
    }

    func able(_ form: DeedForm) -> [String] {
        let excluded = Set(life.excluded(from: form))
        return everybody(form.by).filter { !excluded.contains($0) }
    }

    private func everybody(_ people: People) -> [String] {
        var all: [String] = []
        for who in people.anyOf {
            let more = cast.everybody(who, of: life.proposal)
            all += all.isEmpty ? more : more.filter { !all.contains($0) }
        }
        return all
    }
}

extension DeedForm {
    /// The meeting whose date the deed sets; nil for all other deeds.
    fileprivate var meeting: String? {
        for case .meetingDate(let meeting) in carries { return meeting }
        return nil
    }
}

extension VoteKind {
    /// Whether the last option on the paper stands for none of the others.
    fileprivate var hasDefaultOption: Bool {
        if case .options(_, let option, _) = asks { option != nil } else { false }
    }
}
