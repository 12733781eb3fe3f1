import TingProceedings
import TingTally
import TingWorkflow

/// Finds out what there is to explain of a proposal.
struct WhyReader {
    let proposal: Proposal
    let situation: Situation
    let now: Instant
    let language: String

    init(_ proposal: Proposal, _ situation: Situation, now: Instant, language: String) {
        self.proposal = proposal
        self.situation = situation
        self.now = now
        self.language = language
    }

    /// The state the proposal is in; nil when it has ended.
    var state: State? {
        proposal.isFinished ? nil : proposal.visit.flatMap { situation.workflow.state($0.state) }
    }

    /// The state or the result, in one sentence.
    var headline: Statement {
        let name = Fact.text("proposal", proposal.name)
        if let finished = proposal.finished, let ended = proposal.ended {
            return Statement(
                "why-finished",
                [
                    name, .term("result", finished.result), .instant("since", ended.seconds),
                    .text("state", title(finished.state)),
                ])
        }
        let visit = proposal.visit
        return Statement(
            proposal.openVote == nil ? "why-in-state" : "why-in-vote",
            [
                name, .text("state", title(visit?.state ?? situation.workflow.first)),
                .instant("since", (visit?.entered ?? proposal.begun).seconds),
            ])
    }

    /// The title of a state; its name where the workflow does not know it.
    func title(_ state: String) -> String {
        situation.workflow.state(state)?.title.text(in: language) ?? state
    }

    /// A label.
    func label(_ name: String, _ facts: [Fact] = []) -> Statement { Statement("why-label-" + name, facts) }

    /// What a state that is no open vote waits for: time, sponsors, people.
    var waiting: [Why.Row] {
        guard let state, let visit = proposal.visit else { return [] }
        var rows = end(state, visit)
        guard proposal.openVote == nil else { return rows }
        if let kind = state.kind as? SponsorshipKind, let counted = proposal.countedVisit(in: situation),
            let needed = (try? kind.needed(in: counted, of: situation.workflow)) ?? nil
        {
            let reached = visit.persons(who: "sponsor", unless: "unsponsor").count
            rows.append(
                Why.Row(
                    label("sponsors"),
                    Statement("why-sponsors", [.number("needed", needed), .number("reached", reached)]),
                    mark: mark(reached >= needed)))
        }
        if let standing = (try? proposal.support(in: situation, at: now)) ?? nil {
            let facts: [Fact] = [.number("needed", standing.needed), .number("reached", standing.reached)]
            rows.append(
                Why.Row(
                    label("support"), Statement("why-support", facts),
                    mark: mark(standing.reached >= standing.needed)))
        }
        if let roll = (try? proposal.attendance(in: situation, at: now)) ?? nil {
            let facts: [Fact] = [
                .number("needed", roll.needed), .number("size", roll.size), .number("present", roll.reached),
            ]
            rows.append(
                Why.Row(
                    label("present"), Statement("why-roll", facts), mark: mark(roll.reached >= roll.needed)))
        }
        if state.kind.writing.options?.cost != nil,
            let budget = proposal.budget(ofOptionsFrom: state, in: situation)
        {
            rows.append(
                Why.Row(label("budget"), Statement("why-budget-alone", [.fraction("budget", budget)])))
        }
        if let classes = (state.kind as? SponsorshipKind)?.classes,
            let found = proposal.countedVisit(in: situation)?.sponsoringClasses
        {
            rows.append(
                Why.Row(
                    nil,
                    Statement(
                        "why-sponsoring-classes", [.number("needed", classes), .list("classes", found)]),
                    mark: mark(found.count >= classes)))
        }
        let forms = state.deeds(in: situation.workflow)
        for (index, form) in forms.enumerated() {
            rows.append(
                Why.Row(
                    index == 0 ? label("open-to") : nil,
                    Statement("why-deed", [.text("verb", form.verb), .people("people", form.by)])))
        }
        return rows
    }

    private func end(_ state: State, _ visit: Visit) -> [Why.Row] {
        var rows: [Why.Row] = []
        let begins = state.kind.isMeeting && proposal.meetings[state.name] != nil
        let name = begins ? "begins" : proposal.openVote == nil ? "ends" : "closes"
        if case .waits(let wording) = state.clock {
            rows.append(
                Why.Row(label("waits"), Statement("why-waits", [.text("for", wording.text(in: language))])))
        } else if let ends = visit.ends {
            rows.append(Why.Row(label(name), moment("why-at", ends)))
        }
        if let earliest = visit.earliestEnd, earliest > now {
            rows.append(Why.Row(label("earliest"), moment("why-at", earliest)))
        }
        // A date that has been set for a meeting still to come, told while its notice is awaited.
        for (meeting, known) in proposal.meetings.sorted(by: { $0.key < $1.key })
        where meeting != state.name && known.opened == nil {
            rows.append(
                Why.Row(label("meeting", [.text("meeting", title(meeting))]), moment("why-at", known.date)))
        }
        return rows
    }

    private func moment(_ code: String, _ instant: Instant) -> Statement {
        Statement(
            code,
            [
                .instant("at", instant.seconds),
                Fact("distance", .statement(.distance(to: instant, from: now))),
            ])
    }

    /// Met or not yet.
    func mark(_ isMet: Bool) -> Statement { Statement(isMet ? "why-met" : "why-not-yet") }

    /// Where each outcome and each action of the state leads.
    var ways: [Why.Row] {
        guard let state else { return [] }
        let outcomes = state.outcomes.map { ($0.goto, FactValue.term($0.name)) }
        let actions = state.actions.map { ($0.goto, FactValue.text($0.name)) }
        var ways = (outcomes + actions).map { goto, outcome in
            Statement("why-way", [Fact("outcome", outcome), Fact("path", .statement(path(to: goto)))])
        }
        if let support = state.support {
            ways.append(
                Statement("why-way-support", [Fact("path", .statement(path(to: support.otherwise)))]))
        }
        return ways.enumerated().map { Why.Row($0 == 0 ? label("then") : nil, $1) }
    }

    /// The next state with its length; a time for a veto leads on by itself, so what follows it is told, too.
    private func path(to name: String, depth: Int = 0) -> Statement {
        let title = Fact.text("title", title(name))
        guard let state = situation.workflow.state(name), state.kind.final == nil else {
            return Statement("why-path", [title])
        }
        let subjects = proposal.subjects(in: situation.workflow)
        guard case .exactly(let periods) = state.clock else { return Statement("why-path", [title]) }
        let period = Fact.period("period", periods.value(touching: subjects))
        guard state.kind is VetoKind, depth < situation.workflow.states.count,
            let exit = state.exit("not-vetoed")
        else { return Statement("why-path-lasting", [title, period]) }
        return Statement(
            "why-path-on", [title, period, Fact("path", .statement(path(to: exit.goto, depth: depth + 1)))])
    }
}
