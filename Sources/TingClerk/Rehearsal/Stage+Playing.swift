import TingProceedings
import TingTally
import TingWorkflow

extension Stage {
    /// Plays one line.
    ///
    /// - Returns: What happened; a refusal by the rules is part of it.
    /// - Throws: ``StageProblem`` for a line that cannot be played; faults of workflow and program.
    func play(_ step: Scenario.Step) throws -> PlayedScenario.Step {
        var refusal: Refusal?
        try begin()
        do { try perform(step) } catch let error as Refusal { refusal = error }
        return PlayedScenario.Step(step: step, at: now, events: try readOn(), refusal: refusal)
    }

    private func perform(_ step: Scenario.Step) throws {
        switch step.line {
        case .act(let actor, let verb, let choice, let text):
            for id in try people(actor, for: verb) {
                try act(verb, by: id, choice: choice, reason: step.text, text: text)
            }
        case .pass(let period): try pass(to: zone.adding(period, to: now))
        case .setDate(let actor, _, let period):
            for id in try people(actor, for: MeetingKind.setDateVerb) {
                try act(MeetingKind.setDateVerb, by: id, date: zone.adding(period, to: now))
            }
        case .onMeeting(let meeting):
            guard let date = proposal?.meetings[meeting]?.date else {
                throw StageProblem("story-no-date", [.text("meeting", meeting)])
            }
            try pass(to: date)
        case .onDate(let date): try pass(to: zone.instant(date, TimeOfDay(secondsOfDay: 0)))
        case .vote(let group, let counts), .cast(let group, let counts): try vote(group, counts)
        case .meetingEnds(let meeting):
            guard let people = workflow.meeting(meeting)?.dateBy, let who = people.anyOf.first else { return }
            let count = if case .several(let number) = people.number { number } else { 1 }
            for id in try self.people(Scenario.Actor(who, count: count), for: MeetingKind.endVerb) {
                try act(MeetingKind.endVerb, by: id)
            }
        case .otherMeeting(let calendar):
            try clerk.minutes.write { try $0.keepHeld(calendar, at: now) }
        case .otherEnds(let number, let result):
            try clerk.tell(ofEnd: result, of: number, at: moment)
        case .amend(let actor, let isMinor):
            for id in try people(actor, for: "amend") {
                _ = try clerk.amend(
                    title: nil, text: step.text, sections: proposal?.sections ?? [],
                    fields: scenario.amounts, isMinor: isMinor, on: Stage.number, by: id, at: moment)
            }
        case .offer(let actor, let offer):
            let fields = state?.kind.writing.options?.fields ?? []
            for id in try people(actor, for: "offer") {
                _ = try clerk.offer(
                    title: offer.title, text: offer.title, touches: offer.touching, cost: offer.cost,
                    group: offer.group, filled: fields.filter { !offer.without.contains($0) },
                    on: Stage.number, by: id, at: moment)
            }
        case .second(let actor, let option):
            for id in try people(actor, for: "second", option: option) {
                _ = try clerk.second(option, on: Stage.number, by: id, at: moment)
            }
        case .moveEnd(let actor, let period):
            let end = proposal?.due ?? now
            for id in try people(actor, for: State.moveEndVerb) {
                try act(State.moveEndVerb, by: id, date: zone.adding(period, to: end))
            }
        case .expect: break
        }
    }

    private func act(
        _ verb: String, by id: String, choice: String? = nil, reason: String? = nil, date: Instant? = nil,
        text: String? = nil
    ) throws {
        let form = state?.deeds(in: workflow).first { $0.verb == verb }
        let carries = form?.carries ?? []
        if carries.contains(.proposal), let number = choice.flatMap({ Int($0) }) { try propose(upTo: number) }
        _ = try clerk.act(
            Clerk.Act(
                verb: verb, choice: carries.contains(.member) ? try choice.map(handle) : choice,
                reason: carries.contains(.reason) ? reason : nil, date: date,
                title: carries.contains(.name) ? text ?? scenario.title : nil,
                text: carries.contains(.words) ? text ?? reason : nil),
            on: Stage.number, by: id, at: moment)
    }

    /// The handle of the one whom a line names: `member 4`, `circle 2`.
    private func handle(_ words: String) throws -> String {
        let parts = words.split(separator: " ").map(String.init)
        let all = parts.first.map { cast.everybody($0 == "member" ? .members : who($0), of: proposal) } ?? []
        guard let number = parts.last.flatMap({ Int($0) }), (1...max(1, all.count)).contains(number),
            !all.isEmpty
        else {
            throw StageProblem("story-people", [.number("needed", 1), .number("found", all.count)])
        }
        return cast.handle(of: all[number - 1])
    }

    /// The group that a word means; a role wins over a class of the same name.
    private func who(_ word: String) -> People.Who {
        if let relation = People.Relation(rawValue: word) { return .relation(relation) }
        if word == "members" { return .members }
        return workflow.needs.roles.contains(word) ? .role(word) : .memberClass(word)
    }

    /// The different persons who do a deed, those first who have not done it yet.
    ///
    /// - Throws: ``StageProblem`` when there are not so many.
    private func people(_ actor: Scenario.Actor, for verb: String, option: String? = nil) throws -> [String] {
        let all = cast.everybody(actor.who, of: proposal)
        func problem(_ needed: Int) -> StageProblem {
            StageProblem("story-people", [.number("needed", needed), .number("found", all.count)])
        }
        if let number = actor.number {
            guard (1...max(1, all.count)).contains(number), !all.isEmpty else { throw problem(number) }
            return [all[number - 1]]
        }
        guard all.count >= actor.count else { throw problem(actor.count) }
        var done = Set(proposal?.visit?.persons(who: verb, unless: "un" + verb) ?? [])
        let forms = state?.deeds(in: workflow) ?? []
        if let form = forms.first(where: { $0.verb == verb }), let family = form.family {
            // Who takes back or speaks for a relation has done something; all others answer in turn.
            let standing = proposal?.visit?.standing(of: forms.filter { $0.family == family }) ?? []
            done = form.takesBack ? Set(all).subtracting(standing) : Set(standing)
        }
        if let option = proposal?.options.first(where: { $0.offered.letter == option }) {
            done.formUnion(option.seconders + [option.offered.by])
        }
        let ready = all.enumerated().sorted { left, right in
            func place(_ id: String) -> Int { (done.contains(id) ? 4 : 0) + cast.reluctance(id) }
            return (place(left.element), left.offset) < (place(right.element), right.offset)
        }
        return ready.prefix(actor.count).map(\.element)
    }
}
