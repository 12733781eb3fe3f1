import TingProceedings
import TingTally

/// The outcome in one sentence, and the sentences that give the reason.
struct TallyHeadline {
    /// The outcome in one sentence.
    let statement: Statement
    /// Why, where the numbers alone do not say it; often empty.
    let reasons: [Statement]

    /// The headline of a vote.
    init(_ report: TallyReport) {
        let proposal = Fact.text("proposal", report.proposal.name)
        switch report.count {
        case .yesNo(let ballots):
            let counts = ballots.whole
            let facts: [Fact] = [
                proposal, .number("yes", counts[.yes]), .number("no", counts[.no]),
                .number("abstain", counts[.abstain]), .number("received", counts.received),
                .number("eligible", counts.eligible),
            ]
            if let amount = report.closed.amountsTo {
                let code = amount == "passed" ? "headline-passed-as" : "headline-left-as"
                statement = Statement(code, facts + [.text("outcome", report.closed.outcome)])
            } else {
                statement = Statement("headline-" + report.closed.outcome, facts)
            }
            reasons = report.closed.isPassed ? [] : Self.reasons(report.transcript)
        case .counted(_, _, let ranking):
            statement = Self.counted(report, ranking, proposal)
            reasons = Self.dropped(report)
        }
    }

    private static func counted(
        _ report: TallyReport, _ ranking: [[String]], _ proposal: Fact
    ) -> Statement {
        // A tie that nothing decided has no winner; the options level at the top are told.
        let isUndecided = report.closed.winners.isEmpty && report.closed.outcome == "failed"
        let winners = isUndecided ? ranking.first ?? [] : report.closed.winners
        let facts: [Fact] = [
            proposal, .list("winners", winners), .text("option", winners.first ?? ""),
            .text("title", winners.first.flatMap(report.option)?.title ?? ""),
            .number("ballots", report.closed.ballots), .number("eligible", report.opened.size),
        ]
        var code = isUndecided ? "undecided" : report.closed.outcome
        let isOfBudget = report.opened.budget != nil
        if code == "passed", isOfBudget || report.seats > 1 { code = isOfBudget ? "funded" : "elected" }
        if code == "undecided", winners.isEmpty { code = isOfBudget ? "nothing" : "nobody" }
        if code == "no-quorum",
            report.transcript.statements.contains(where: { $0.code == "count-without-quorum" })
        {
            code = "too-few-ballots"
        }
        return Statement("headline-ranked-" + code, facts)
    }

    /// The conditions that were not met: of the rule itself, else of its alternatives.
    private static func reasons(_ transcript: Transcript) -> [Statement] {
        var own: [Statement] = []
        var others: [Statement] = []
        var alternative = Fact.text("rule", "")
        for step in transcript.steps {
            if step.statement.code == "alternative-begins", let name = step.statement.facts.first {
                alternative = name
            }
            guard reasonCodes.contains(step.statement.code) else { continue }
            let reason = Statement("reason-" + step.statement.code, step.statement.facts)
            if step.depth == 0 {
                own.append(reason)
            } else {
                others.append(
                    Statement("reason-by-alternative", [alternative, Fact("reason", .statement(reason))]))
            }
        }
        return own.isEmpty ? others : own
    }

    private static let reasonCodes: Set<String> = [
        "quorum-missed", "quorum-of-nothing", "quorum-number-missed", "quorum-least-missed",
        "majority-missed", "majority-of-nothing", "minimum-yes-missed", "class-missed", "class-of-nothing",
        "rejection-met", "tie-undecided", "tie-fails", "casting-vote",
    ]

    /// The options that were dropped, with what they lacked, and one that would have won otherwise.
    private static func dropped(_ report: TallyReport) -> [Statement] {
        let byLack = ["option-quorum-missed", "option-majority-missed", "option-not-above-default"].map {
            code in
            (code, report.transcript.statements.filter { $0.code == code }.compactMap(\.option))
        }
        let last = report.opened.options.last?.letter ?? ""
        var reasons = byLack.filter { !$0.1.isEmpty }.map { code, options in
            Statement("reason-" + code, [.list("options", options), .text("default", last)])
        }
        let beats = report.transcript.statements.first { $0.code == "beats-every-other" }?.option
        if let beats, byLack.contains(where: { $0.1.contains(beats) }) {
            reasons.append(
                Statement(
                    "reason-beaten-by-rule",
                    [.text("option", beats), .text("title", report.option(beats)?.title ?? "")]))
        }
        reasons += report.transcript.statements.filter {
            [
                "tie-undecided", "tie-fails", "casting-vote", "tied-seats-stay-empty", "tied-options-unpaid",
                "default-takes-a-seat",
            ].contains($0.code)
        }
        .map { Statement("reason-" + $0.code, $0.facts) }
        return reasons
    }
}

extension Statement {
    /// The letter of the option that the statement is about.
    var option: String? {
        if case .text(let letter) = self["option"] { letter } else { nil }
    }
}
