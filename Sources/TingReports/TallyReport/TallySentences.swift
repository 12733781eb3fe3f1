import TingProceedings
import TingTally
import TingWorkflow

/// What a report says, as statements: no Markdown, and no words but titles of states in one language.
struct TallySentences {
    let report: TallyReport
    let language: String

    /// What was asked, besides the text itself.
    var asked: [Statement] {
        var lines = [
            Statement(
                "asked-version",
                [
                    .text("proposal", report.proposal.name), .text("title", report.proposal.title),
                    .number("version", report.opened.version),
                ])
        ]
        lines.append(
            report.setting.author.map { Statement("asked-author", [.text("author", $0)]) }
                ?? Statement("asked-author-unknown"))
        if !report.opened.subjects.isEmpty {
            lines.append(Statement("asked-touches", [.list("subjects", report.opened.subjects)]))
        }
        return lines
    }

    /// Who could vote: the group, the moment of freezing, the size.
    var electorate: [Statement] {
        let form = report.vote.electorate
        var lines = [
            electorateSize(form.who)
        ]
        if let memberFor = form.memberFor {
            lines.append(Statement("electorate-standing", [.period("period", memberFor)]))
        }
        if !form.without.isEmpty {
            lines.append(
                Statement(
                    "electorate-without",
                    [Fact("people", .list(form.without.map { .statement(.who(.relation($0))) }))]))
        }
        switch form.asOf {
        case .opening: lines.append(Statement("electorate-frozen", [.instant("at", report.frozen.seconds)]))
        case .meeting(let name):
            lines.append(
                Statement(
                    "electorate-frozen-meeting",
                    [.instant("at", report.frozen.seconds), .text("meeting", stateTitle(name))]))
        }
        if let present = report.opened.present {
            lines.append(Statement("electorate-present", [.number("present", present)]))
        }
        return lines
    }

    private func electorateSize(_ who: People.Who) -> Statement {
        let size = Fact.number("size", report.opened.size)
        return switch who {
        case .role(let name): Statement("electorate-role", [size, .text("name", name)])
        case .memberClass(let name): Statement("electorate-class", [size, .text("name", name)])
        // A relation names no group; the language has none here.
        case .members, .relation: Statement("electorate-members", [size])
        }
    }

    /// The options in the order of the result; nothing for yes and no.
    var ranking: [Statement] {
        guard case .counted(_, _, let ranking) = report.count else { return [] }
        return ranking.enumerated().map { index, group in
            let place = Fact.number("place", index + 1)
            guard let letter = group.first, group.count == 1, report.lack(of: letter) == "nothing" else {
                let isDropped = group.allSatisfy { report.lack(of: $0) != "nothing" }
                return Statement(
                    isDropped ? "ranking-dropped" : "ranking-level", [place, .list("options", group)])
            }
            return Statement(
                "ranking-one",
                [place, .text("option", letter), .text("title", report.option(letter)?.title ?? "")])
        }
    }

    /// When the vote was open.
    var period: [Statement] {
        [
            Statement(
                "vote-opened-at",
                [.instant("at", report.opened.opens.seconds), .text("utc", report.opened.opens.description)]),
            Statement(
                "vote-closed-at",
                [.instant("at", report.closedAt.seconds), .text("utc", report.closedAt.description)]),
            Statement("times-in-zone", [.text("zone", report.setting.zone.name)]),
        ]
    }

    /// Where the rule stands, and what it is called.
    var ruleSource: [Statement] {
        var lines = [
            Statement(
                "rule-named",
                [
                    .text("rule", report.rule.name), .text("file", report.workflowFile),
                    .number("line", report.rule.mark.line),
                ])
        ]
        if !report.basis.isEmpty { lines.append(Statement("rule-basis", [.text("basis", report.basis)])) }
        return lines
    }

    /// The rule in sentences; and what becomes of a tie.
    var ruleLines: [RuleText.Line] {
        ruleText.lines
            + report.vote.ties.compactMap(tieSentence).map { RuleText.Line(statement: $0, depth: 0) }
    }

    /// What one way of breaking ties says; nil where the rule says it already.
    private func tieSentence(_ tie: VoteKind.Tie) -> Statement? {
        switch tie {
        case .fails: report.vote.isYesNo ? nil : Statement("rule-tie-ranked-fails")
        case .castingVote(let role): Statement("rule-tie-casting", [.text("role", role)])
        case .outcome: Statement(report.vote.isYesNo ? "rule-tie-outcome" : "rule-tie-of-options-outcome")
        case .lot: Statement("rule-tie-lot", [.text("commitment", report.opened.lot?.hex ?? "")])
        case .revote: Statement("rule-tie-revote")
        case .earlierRounds(let direction): Statement("rule-tie-rounds-" + direction.rawValue)
        }
    }

    private var ruleText: RuleText {
        switch report.ruling {
        case .yesNo(let rule): RuleText(rule)
        case .counted(let demands, let settings, let quorum):
            RuleText(
                demands, settings, quorum: quorum, report.vote, letters: report.opened.options.map(\.letter))
        }
    }

    /// What happens next.
    var nextLines: [Statement] {
        guard let next = report.next else { return [Statement("next-unknown")] }
        let title = Fact.text("title", stateTitle(next.state.name))
        if let final = next.state.kind.final {
            var lines = [Statement("next-final-\(final.result.rawValue)", [title])]
            for case .adoptText(let document) in final.effects {
                lines.append(Statement("next-adopts-text", [.text("document", document)]))
            }
            if let until = next.cooldownUntil {
                lines.append(Statement("next-cooldown", [.instant("until", until.seconds)]))
            }
            return lines
        }
        var lines = [Statement("next-state", [title, .term("kind", next.state.kind.word)])]
        if let task = next.state.kind as? TaskKind {
            lines.append(
                Statement(
                    "next-task", [.people("people", task.by), .text("task", task.does.text(in: language))]))
        }
        if let ends = next.ends { lines.append(Statement("next-ends", [.instant("at", ends.seconds)])) }
        return lines
    }

    /// The title of a state; its name where the workflow does not know it.
    func stateTitle(_ name: String) -> String {
        report.workflow.state(name)?.title.text(in: language) ?? name
    }
}
