import TingProceedings
import TingTally
import TingWorkflow

/// What could be told next of a proposal in its state, the shortest first.
///
/// A recipe is a beginning (time passes, a meeting gets its date, options are
/// offered), what people do, and an end (the time runs out). Which of them the
/// rules allow, and what comes of it, is tried out.
struct Recipes {
    private let life: Life
    private let state: State

    init?(_ life: Life) {
        guard let state = life.state, !life.proposal.isFinished else { return nil }
        self.life = life
        self.state = state
    }

    /// Every recipe, with no line twice in a row.
    var all: [[Scenario.Line]] {
        let deeds = [[]] + deeds.map { [$0] }
        var recipes: [[Scenario.Line]] = []
        for beginning in beginnings {
            for deed in deeds {
                if !deed.isEmpty { recipes.append(beginning + deed) }
                for end in ends { recipes.append(beginning + deed + [end]) }
            }
        }
        return recipes.enumerated().sorted {
            ($0.element.count, $0.offset) < ($1.element.count, $1.offset)
        }.map(\.element)
    }

    // MARK: - Beginnings

    private var beginnings: [[Scenario.Line]] {
        var beginnings: [[Scenario.Line]] = [[]]
        if case .between(.some(let least), _, _) = state.clock { beginnings.append([.pass(least)]) }
        beginnings += dates.map { [$0] }
        if let wait = untilWindow { beginnings.append([wait]) }
        if let offers { beginnings += [offers, offers + seconds] }
        return beginnings
    }

    /// Dates for a meeting that has none.
    private var dates: [Scenario.Line] {
        for form in state.deeds(in: life.workflow) where form.verb == MeetingKind.setDateVerb {
            for case .meetingDate(let meeting) in form.carries {
                if let known = life.proposal.meetings[meeting], known.opened == nil { return [] }
                let windows = life.workflow.states.compactMap { ($0.kind as? NoticeKind)?.window }
                let least = windows.filter { $0.meeting == meeting }.map(\.atLeast)
                let periods = least + [1, 2, 4, 6, 8].map { Period($0, .weeks) }
                return actors(form).flatMap { actor in
                    periods.map { .setDate(who: actor, meeting: meeting, after: $0) }
                }
            }
        }
        return []
    }

    /// Days until a notice may be given.
    private var untilWindow: Scenario.Line? {
        guard let window = (state.kind as? NoticeKind)?.window, let most = window.atMost,
            let date = life.proposal.meetings[window.meeting]?.date
        else { return nil }
        return pass(to: life.zone.adding(-most, to: date))
    }

    /// Two further options by different members.
    private var offers: [Scenario.Line]? {
        guard let options = state.kind.writing.options, life.proposal.options.isEmpty else { return nil }
        return (2...3).map { number in
            var offer = Scenario.Offer(title: number == 2 ? "Another way" : "A third way")
            if options.cost != nil { offer.cost = "1" }
            if options.group == .required { offer.group = "Group" }
            return .offer(who: Scenario.Actor(.members, number: number), offer)
        }
    }

    /// As many seconders as both options need, as far as that is a number.
    private var seconds: [Scenario.Line] {
        guard let needed = state.kind.writing.options?.seconders,
            let members = life.proposal.visit?.members,
            let bound = try? needed.bound(members: members, formulas: life.workflow.formulas),
            let count = try? needed.comparison.least(beyond: bound)
        else { return [] }
        return ["B", "C"].map { .second(who: Scenario.Actor(.members, count: count), option: $0) }
    }

    // MARK: - Deeds

    private var deeds: [Scenario.Line] {
        ballots
            + state.deeds(in: life.workflow).flatMap { form -> [Scenario.Line] in
                let skipped = [
                    "offer", "second", "unsponsor", State.moveEndVerb, MeetingKind.setDateVerb,
                ]
                guard !skipped.contains(form.verb), !form.carriesNumber, !form.carries.contains(.member),
                    !form.carries.contains(.proposal)
                else { return [] }
                if form.verb == MeetingKind.endVerb {
                    if case .untilEnd(let meeting) = state.clock { return [.meetingEnds(meeting)] }
                    return []
                }
                var choices: [String?] = [nil]
                for case .choice(let words) in form.carries { choices = words }
                if form.carries.contains(.option) {
                    choices = life.proposal.openVote?.options.map(\.letter) ?? []
                }
                return choices.flatMap { choice in
                    actors(form).map {
                        .act(
                            who: $0, verb: form.verb, choice: choice,
                            text: form.carriesText ? "A few words" : nil)
                    }
                }
            }
    }

    /// Who could do it: as many as the phrase says; where one is enough for the deed, also more, since a kind
    /// may wait for several.
    private func actors(_ form: DeedForm) -> [Scenario.Actor] {
        var counts = [1]
        switch form.by.number {
        case .one: counts = Self.crowds
        case .several(let number): counts = [number]
        case .formula, .allBut: counts = [min(life.personsNeeded(for: form), 1_000)]
        case .each: break
        }
        if let needed = sponsorsNeeded, form.verb == "sponsor" { counts = [needed] }
        return form.by.anyOf.flatMap { who -> [Scenario.Actor] in
            if case .relation = who { return [Scenario.Actor(who)] }
            return counts.map { Scenario.Actor(who, count: $0) }
        }
    }

    private static let crowds = [1, 2, 3, 5, 10, 20]

    private var sponsorsNeeded: Int? {
        guard let kind = state.kind as? SponsorshipKind, let members = life.proposal.visit?.members,
            let amount = kind.sponsors?.value(touching: life.proposal.subjects(in: life.workflow)),
            let bound = try? amount.bound(members: members, formulas: life.workflow.formulas),
            let count = try? amount.comparison.least(beyond: bound)
        else { return nil }
        return max(1, count)
    }

    // MARK: - Ballots

    private var ballots: [Scenario.Line] {
        guard let vote = state.kind.vote, let opened = life.proposal.openVote else { return [] }
        return SuggestedBallots(vote, opened, life).lines
    }

    // MARK: - Ends

    var ends: [Scenario.Line] {
        guard let due = life.proposal.due else { return [] }
        if state.kind.isMeeting, life.proposal.meetings[state.name]?.date == due {
            return [.onMeeting(state.name)]
        }
        var ends: [Scenario.Line] = []
        if case .untilEnd(let meeting) = state.clock { ends.append(.meetingEnds(meeting)) }
        for period in state.clock.lengths where life.zone.adding(period, to: life.now) == due {
            return ends + [.pass(period)]
        }
        return ends + (pass(to: due).map { [$0] } ?? [])
    }

    /// The fewest days that lead to a moment or beyond it; hours, then minutes where days would go too far.
    private func pass(to instant: Instant) -> Scenario.Line? {
        let seconds = instant.seconds - life.now.seconds
        guard seconds > 0 else { return nil }
        for day in [seconds / 86_400, seconds / 86_400 + 1] where day > 0 {
            if life.zone.adding(Period(day, .days), to: life.now) == instant {
                return .pass(Period(day, .days))
            }
        }
        if seconds % 3_600 == 0 { return .pass(Period(seconds / 3_600, .hours)) }
        return .pass(Period((seconds + 59) / 60, .minutes))
    }
}

extension Clock {
    /// The lengths that the clock names.
    fileprivate var lengths: [Period] {
        switch self {
        case .exactly(let periods): periods.all
        case .between(_, let most, _): most?.all ?? []
        case .extendable(let bounds): [bounds.endsAfter]
        case .waits, .untilEnd, .afterQuorum, .none: []
        }
    }
}
