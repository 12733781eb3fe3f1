import TingProceedings
import TingTally
import TingWorkflow

/// A story as far as it has been tried out: its lines, and how the proposal stands after them.
struct ToldStory {
    /// The proposal after the last line.
    private(set) var life: Life
    /// The lines, with the texts that stand in a file.
    private(set) var steps: [Scenario.Step] = []
    private let cast: Cast

    /// A story that has just begun.
    ///
    /// - Throws: ``StageProblem``, `Refusal`, `Fault` for members with whom nothing can begin.
    init(_ scenario: Scenario, of workflow: Workflow, in zone: Zone, holding: [String: Int]) throws {
        (life, cast) = try Life.begin(scenario, of: workflow, in: zone, holding: holding)
    }

    /// Tells one more line.
    ///
    /// - Throws: whatever stands against it; the story is to be thrown away then.
    mutating func tell(_ line: Scenario.Line) throws {
        guard let state = life.state, let text = line.text(in: life.workflow, state: state) else {
            throw Fault("proposal-nowhere")
        }
        try play(line)
        steps.append(Scenario.Step(line: line, mark: .start, text: text))
    }

    /// Lets time pass without a line.
    ///
    /// - Throws: `Fault`, errors of the count; the story is to be thrown away then.
    mutating func pass(to instant: Instant) throws { try life.pass(to: instant) }

    private mutating func play(_ line: Scenario.Line) throws {
        switch line {
        case .act(let actor, let verb, let choice, _):
            let form = life.state?.deeds(in: life.workflow).first { $0.verb == verb }
            let giving = form?.carries.contains(.reason) ?? false
            for member in try people(actor, for: verb) {
                try life.act(
                    verb, by: member, choice: choice, giving: giving, writing: form?.carriesText ?? false)
            }
        case .pass(let period): try life.pass(to: life.zone.adding(period, to: life.now))
        case .setDate(let actor, _, let period):
            let date = life.zone.adding(period, to: life.now)
            for member in try people(actor, for: MeetingKind.setDateVerb) {
                try life.act(MeetingKind.setDateVerb, by: member, date: date, giving: false)
            }
        case .onMeeting(let meeting):
            guard let date = life.proposal.meetings[meeting]?.date, date > life.now else {
                throw Fault("proposal-nowhere")
            }
            try life.pass(to: date)
        case .meetingEnds(let meeting):
            guard let by = life.workflow.meeting(meeting)?.dateBy, let who = by.anyOf.first else { return }
            let count = if case .several(let number) = by.number { number } else { 1 }
            for member in try people(Scenario.Actor(who, count: count), for: MeetingKind.endVerb) {
                try life.act(MeetingKind.endVerb, by: member, giving: false)
            }
        case .vote(let group, let counts), .cast(let group, let counts): try vote(group, counts)
        case .offer(let actor, let offer):
            for member in try people(actor, for: "offer") { try life.offer(offer.title, by: member) }
        case .second(let actor, let letter):
            let option = life.proposal.options.first { $0.offered.letter == letter }
            let done = (option?.seconders ?? []) + (option.map { [$0.offered.by] } ?? [])
            for member in try people(actor, for: "second", done: done) { try life.second(letter, by: member) }
        case .onDate, .otherMeeting, .amend, .otherEnds, .moveEnd, .expect: throw Fault("proposal-nowhere")
        }
    }

    private mutating func vote(_ group: People.Who, _ counts: [Scenario.Count]) throws {
        var voters = life.voters.map(\.id)[...]
        let all = Set(cast.everybody(group, of: life.proposal))
        voters = voters.filter { all.contains($0) && life.ballots[$0] == nil }[...]
        for count in counts {
            for _ in 0..<count.count {
                guard let id = voters.popFirst(), let member = life.roll.member(id) else {
                    throw Fault("proposal-nowhere")
                }
                try life.cast(count.ballot, by: member)
            }
        }
    }

    /// The same persons that a stage would choose.
    private func people(_ actor: Scenario.Actor, for verb: String, done others: [String] = []) throws
        -> [Member]
    {
        let all = cast.everybody(actor.who, of: life.proposal)
        var ids: ArraySlice<String>
        if let number = actor.number {
            ids = all.indices.contains(number - 1) ? [all[number - 1]] : []
        } else {
            let persons = life.proposal.visit?.persons(who: verb, unless: "un" + verb) ?? []
            let done = Set(persons + others)
            let ready = all.enumerated().sorted { left, right in
                func place(_ id: String) -> Int { (done.contains(id) ? 4 : 0) + cast.reluctance(id) }
                return (place(left.element), left.offset) < (place(right.element), right.offset)
            }
            ids = ready.map(\.element).prefix(actor.count)
        }
        guard ids.count == actor.count else { throw Fault("proposal-nowhere") }
        return ids.compactMap { life.roll.member($0) }
    }
}

extension DeedForm {
    /// Whether a name or a text comes with it.
    var carriesText: Bool { carries.contains(.words) || carries.contains(.name) }
}
