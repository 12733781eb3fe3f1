import TingProceedings
import TingTally
import TingWorkflow

/// What there is to explain of a vote: little while it is open, everything when it is closed.
extension WhyReader {
    /// The conditions of the vote that is open, with what may be known of them.
    var openVote: [Why.Row] {
        get throws {
            guard let opened = proposal.openVote, let state, let vote = state.kind.vote else { return [] }
            let cast = binding
            let turnout = Why.Row(
                label("ballots"),
                Statement("why-turnout", [.number("cast", cast), .number("eligible", opened.size)]))
            switch try TallyReport.Ruling(rule(opened), vote, opened, situation.workflow) {
            case .yesNo(let rule): return [turnout] + rows(of: rule, try counts(opened), depth: 0)
            case .counted(let demands, _, let quorum):
                return try [turnout] + (quorum.map { [try row(of: $0, opened)] } ?? [])
                    + money(opened) + caps(demands)
                    + [Why.Row(label("options"), Statement("why-hidden"))]
            }
        }
    }

    /// What there is to spend, beside what everything on the paper would cost.
    private func money(_ opened: ProposalEvent.VoteOpened) throws -> [Why.Row] {
        guard let budget = opened.budget else { return [] }
        let costs = opened.options.compactMap(\.cost)
        let total = try costs.reduce(Fraction(0)) { try $0 + $1 }
        return [
            Why.Row(
                label("budget"),
                Statement(
                    "why-budget",
                    [
                        .fraction("budget", budget), .number("options", costs.count),
                        .fraction("total", total),
                    ]))
        ]
    }

    private func caps(_ demands: RuleDefinition.CountedDemands) -> [Why.Row] {
        guard let most = demands.groupCap else { return [] }
        return [
            Why.Row(
                label("group-cap"),
                Statement("why-group-cap", [.number("seats", demands.seats), .number("most", most)]))
        ]
    }

    private func rule(_ opened: ProposalEvent.VoteOpened) throws -> RuleDefinition {
        guard let rule = situation.workflow.rule(opened.rule) else {
            throw NoReport(
                "report-workflow-differs", [.text("state", opened.state), .text("rule", opened.rule)])
        }
        return rule
    }

    /// How far the quorum of all ballots is reached, which tells no more than how many took part.
    private func row(of quorum: Quorum, _ opened: ProposalEvent.VoteOpened) throws -> Why.Row {
        let progress = try quorum.progress(of: counts(opened))
        let facts: [Fact] = [
            Fact("demand", .statement(quorum.demand)), .number("needed", progress.needed),
            .number("reached", progress.reached),
        ]
        return Why.Row(label("quorum"), Statement("why-quorum", facts), mark: mark(progress.isMet))
    }

    /// How many took part; every ballot counts as an abstention, so that no number here can tell more.
    private func counts(_ opened: ProposalEvent.VoteOpened) throws -> ChoiceCount {
        try ChoiceCount(eligible: opened.size, present: opened.present, abstain: binding)
    }

    /// How many of those entitled have voted.
    private var binding: Int {
        situation.electorate.map { situation.sheet.binding($0).ballots.count }
            ?? situation.sheet.ballots.count
    }

    private func rows(of rule: YesNoRule, _ counts: ChoiceCount, depth: Int) -> [Why.Row] {
        var rows: [Why.Row] = []
        func add(_ name: String, _ statement: Statement, mark: Statement? = nil, _ facts: [Fact] = []) {
            rows.append(Why.Row(label(name, facts), statement, mark: mark, depth: depth))
        }
        func hidden(_ demand: Statement) -> Statement {
            Statement("why-demand-hidden", [Fact("demand", .statement(demand))])
        }
        for quorum in rule.ownQuorums {
            let demand = quorum.demand
            if quorum.tellsOnlyTurnout, let progress = try? quorum.progress(of: counts) {
                let facts: [Fact] = [
                    Fact("demand", .statement(demand)), .number("needed", progress.needed),
                    .number("reached", progress.reached),
                ]
                add("quorum", Statement("why-quorum", facts), mark: mark(progress.isMet))
            } else {
                add("quorum", hidden(demand))
            }
        }
        if rule.ownQuorums.isEmpty, rule.either.isEmpty, rule.bodies.isEmpty {
            add("quorum", Statement("why-none-asked"))
        }
        if let majority = rule.majority { add("majority", hidden(Statement("why-share", majority.facts))) }
        if let least = rule.minimumYes {
            add("minimum", hidden(Statement("why-minimum", [.number("least", least)])))
        }
        for part in rule.eachClass {
            add(
                "class", hidden(Statement("why-share-of-class", part.share.facts)),
                [.text("class", part.className)])
        }
        for inner in rule.either {
            add("either", Statement("why-alternative", [.text("rule", inner.name)]))
            rows += self.rows(of: inner, counts, depth: depth + 1)
        }
        if rule.bands != nil { add("bands", Statement("why-hidden")) }
        for body in rule.bodies {
            add("body", Statement("why-body", [.text("body", body.name), .text("rule", body.rule.name)]))
            // What a class or the districts have reached is not known from everybody's turnout.
            if body.votes == .everybody { rows += self.rows(of: body.rule, counts, depth: depth + 1) }
        }
        if let condition = rule.rejectedWhen {
            let choice = Fact.term("choice", condition.choice.rawValue)
            add("rejected", hidden(Statement("why-rejected", condition.share.facts + [choice])))
        }
        return rows
    }

    /// The last vote that was closed: when, how, the count line by line.
    func closedVote(_ tallies: [Digest: JSON]) -> [Why.Row] {
        guard proposal.openVote == nil, let vote = proposal.closedVotes.last else { return [] }
        var rows = [
            Why.Row(
                label("vote"),
                Statement(
                    "why-closed",
                    [
                        .instant("at", vote.at.seconds), .term("outcome", vote.closed.outcome),
                        .text("state", title(vote.closed.state)),
                    ]))
        ]
        let transcript = tallies[vote.closed.tally]?["transcript"].flatMap(Transcript.init(json:))
        for step in transcript?.steps ?? [] where step.table == nil {
            rows.append(Why.Row(nil, step.statement, depth: step.depth))
        }
        if let exit = situation.workflow.state(vote.closed.state)?.exit(vote.closed.outcome) {
            rows.append(
                Why.Row(
                    label("led-to"),
                    Statement(
                        "why-led-to",
                        [.term("outcome", vote.closed.outcome), .text("title", title(exit.goto))])))
        }
        return rows
    }
}
