public import TingProceedings
import TingTally
import TingWorkflow

extension TallyReport {
    /// How anybody can count the vote again.
    public var recount: Recount { Recount(self) }

    /// The ballot file that holds every ballot of the vote, in ABIF.
    public var abif: String { recount.files.first?.text ?? "" }

    /// The report for programs; no key depends on a language, and a key without a value is left out.
    ///
    /// ```text
    /// report      always "tally"; version: of this form, 1
    /// assembly, proposal ("P-12"), title, author, text, text-version, text-digest, subjects
    /// options     [{letter, title, text, default, cost, group}], for ballots over several options; amounts
    ///             as text, exact
    /// budget      how much there was to spend, as text, exact
    /// workflow    {id, file, digest}
    /// vote        {state, visit, opened, closed, zone, secret}; moments as RFC 3339 in UTC
    /// electorate  {size, frozen, digest, classes: [{name, size}], present?}
    /// rule        {name, file, line, basis, statements: [{code, facts, depth}]}
    /// outcome     passed, failed, tied, no-quorum or not-held; winners: letters; ballots: how many
    /// counts      {whole: {yes, no, abstain, blank, invalid, not-cast, received, eligible}, classes}
    /// method, ballot, seats, ranking, for ballots over several options, and: sheet [[how many, [[places]]]]
    ///             for rankings, scores [[how many, [[place, score]]]] for others; matrix {headings, rows},
    ///             where pairs were compared; lot {commitment, seed}, where a lot could break a tie
    /// transcript  [{statement: {code, facts}, table, depth}]
    /// next        {state, kind, result, ends, cooldown-until}
    /// digests     {workflow, electorate, tally, minutes}
    /// recount     {files: [name], commands: [{command, words}]}
    /// ```
    public var json: JSON {
        var keys: [String: JSON] = [
            "report": .string("tally"), "version": .integer(1), "assembly": .string(setting.assembly),
            "proposal": .string(proposal.name), "title": .string(proposal.title),
            "text-version": .integer(opened.version), "text-digest": .string(opened.text.hex),
            "subjects": .strings(opened.subjects), "workflow": workflowJSON, "vote": voteJSON,
            "electorate": electorateJSON, "rule": ruleJSON, "outcome": .string(closed.outcome),
            "winners": .strings(closed.winners), "ballots": .integer(closed.ballots),
            "transcript": transcript.json,
            "digests": .object(
                Dictionary(
                    digests.map { ($0.name, .string($0.digest.hex)) }, uniquingKeysWith: { first, _ in first }
                )),
            "recount": recountJSON,
        ]
        keys["author"] = setting.author.map(JSON.string)
        keys["text"] = texts[opened.text].map(JSON.string)
        keys["next"] = nextJSON
        for (key, value) in countJSON { keys[key] = value }
        return .object(keys)
    }

    private var workflowJSON: JSON {
        .object([
            "id": .string(workflow.id), "file": .string(workflowFile), "digest": .string(proposal.pinned.hex),
        ])
    }

    private var voteJSON: JSON {
        .object([
            "state": .string(closed.state), "visit": .integer(closed.visit),
            "opened": .string(opened.opens.description), "closed": .string(closedAt.description),
            "zone": .string(setting.zone.name), "secret": .boolean(vote.secret),
        ])
    }

    private var electorateJSON: JSON {
        var keys: [String: JSON] = [
            "size": .integer(opened.size), "frozen": .string(frozen.description),
            "digest": .string(opened.electorate.hex),
            "classes": .array(
                opened.classes.map { .object(["name": .string($0.name), "size": .integer($0.size)]) }),
        ]
        if let present = opened.present { keys["present"] = .integer(present) }
        return .object(keys)
    }

    private var ruleJSON: JSON {
        let lines = TallySentences(report: self, language: "").ruleLines
        return .object([
            "name": .string(rule.name), "file": .string(workflowFile), "line": .integer(rule.mark.line),
            "basis": .string(basis),
            "statements": .array(
                lines.map { line in
                    .object(["statement": line.statement.json, "depth": .integer(line.depth)])
                }),
        ])
    }

    private var countJSON: [(String, JSON)] {
        switch count {
        case .yesNo(let ballots):
            let classes = ballots.classes.map { part in
                JSON.object(["name": .string(part.name), "counts": part.count.json])
            }
            return [("counts", .object(["whole": ballots.whole.json, "classes": .array(classes)]))]
        case .counted(let ballots, let method, let ranking):
            let options = opened.options.map { option in
                var keys: [String: JSON] = [
                    "letter": .string(option.letter), "title": .string(option.title),
                    "touches": .strings(option.touches),
                    "default": .boolean(vote.hasDefault && option.letter == opened.options.last?.letter),
                ]
                keys["cost"] = option.cost.map { .string($0.decimal ?? $0.description) }
                keys["group"] = option.group.map(JSON.string)
                keys["text"] = option.text.flatMap { texts[$0] }.map(JSON.string)
                return JSON.object(keys)
            }
            var pairs: [(String, JSON)] = [
                ("options", .array(options)), ("method", .string(method)),
                ("ballot", .string(vote.ballot.description)), ("seats", .integer(seats)),
                ("ranking", .array(ranking.map { JSON.strings($0) })),
            ]
            if let budget = opened.budget {
                pairs.append(("budget", .string(budget.decimal ?? budget.description)))
            }
            if let ballots { pairs.append(ballots.json) }
            if let commitment = opened.lot, let seed = closed.seed {
                pairs.append(
                    ("lot", .object(["commitment": .string(commitment.hex), "seed": .string(seed)])))
            }
            if let matrix {
                pairs.append(("matrix", matrix.json))
            }
            return pairs
        }
    }

    private var nextJSON: JSON? {
        guard let next else { return nil }
        var keys: [String: JSON] = [
            "state": .string(next.state.name), "kind": .string(next.state.kind.word),
        ]
        keys["result"] = next.state.kind.final.map { .string($0.result.rawValue) }
        keys["ends"] = next.ends.map { .string($0.description) }
        keys["cooldown-until"] = next.cooldownUntil.map { .string($0.description) }
        return .object(keys)
    }

    private var recountJSON: JSON {
        .object([
            "files": .strings(recount.files.map(\.name)),
            "commands": .array(
                recount.steps.map {
                    .object(["command": .string($0.command), "words": .strings($0.words)])
                }),
        ])
    }
}

extension ChoiceCount {
    /// The counts for programs.
    fileprivate var json: JSON {
        var keys: [String: JSON] = [
            "eligible": .integer(eligible), "received": .integer(received), "not-cast": .integer(notCast),
        ]
        for choice in Choice.allCases { keys[choice.rawValue] = .integer(self[choice]) }
        return .object(keys)
    }
}
