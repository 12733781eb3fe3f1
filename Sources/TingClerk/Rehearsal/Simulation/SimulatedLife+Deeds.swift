import TingProceedings
import TingTally
import TingWorkflow

extension SimulatedLife {
    /// Does what somebody had in mind; what the rules refuse is counted by whoever asks.
    mutating func perform(_ plan: Plan, followedAfter next: Int) throws {
        guard let member = life.roll.member(plan.by) else { return }
        switch plan.deed {
        case .act(let form, let choice):
            try life.act(
                form.verb, by: member, choice: choice, giving: form.carries.contains(.reason),
                writing: form.carriesText)
            if form.isNumbered { planTest(of: form.verb, followedAfter: next) }
        case .setDate(let meeting):
            try life.act(
                MeetingKind.setDateVerb, by: member, date: date(of: meeting), giving: false)
            if let notice = life.state?.kind as? NoticeKind, life.proposal.meetings[meeting] != nil,
                let form = life.state?.deeds(in: life.workflow).first(where: { $0.verb == "give-notice" })
            {
                planNotice(notice, form)
                sortPlans(from: next)
            }
        case .ballot(let text): try life.cast(text, by: member)
        case .amend: try life.amend(by: member)
        case .offer(let title):
            try life.offer(title, by: member)
            guard let letter = life.proposal.options.last?.offered.letter,
                let form = life.state?.deeds(in: life.workflow).first(where: { $0.verb == "second" })
            else { return }
            for id in able(form) where id != plan.by && numbers.happens(behaviour.sponsoring) {
                add(.second(letter), by: id)
            }
            sortPlans(from: next)
        case .second(let letter): try life.second(letter, by: member)
        }
    }

    /// Has somebody who may say something of what was just brought up.
    private mutating func planTest(of verb: String, followedAfter next: Int) {
        let tests = (life.state?.deeds(in: life.workflow) ?? []).filter {
            $0.carries.contains(.number(of: verb))
        }
        guard let form = numbers.one(of: tests), let number = life.proposal.numbered[verb],
            numbers.happens(behaviour.acting)
        else { return }
        let moment = moment(in: form)
        for id in persons(form) {
            plans.append(Plan(at: moment, by: id, deed: .act(form: form, choice: String(number))))
        }
        sortPlans(from: next)
    }

    /// A date that leaves time for the notice, within the time there is; people who act together agree on it.
    private mutating func date(of meeting: String) -> Instant {
        if let agreed = life.proposal.visit?.last(MeetingKind.setDateVerb)?.date, agreed > life.now,
            life.proposal.meetings[meeting] == nil
        {
            return agreed
        }
        let windows = life.workflow.states.compactMap { ($0.kind as? NoticeKind)?.window }
        let least = windows.first { $0.meeting == meeting }?.atLeast ?? Period(1, .weeks)
        let first = life.zone.adding(Period(1, .days), to: life.zone.adding(least, to: life.now))
        var last = life.zone.adding(Period(4, .weeks), to: first)
        if life.state?.kind.isMeeting == true, let due = life.proposal.due, due > life.now {
            last = min(last, due)
        }
        return Instant(seconds: first.seconds + numbers.below(last.seconds - first.seconds))
    }
}
