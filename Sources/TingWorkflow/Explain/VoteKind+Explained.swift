import TingTally

extension VoteKind: ExplainedKind {
    func explained(_ state: State, _ telling: Telling) -> [Explanation.Paragraph] {
        [question(telling), ballotPaper, Statement(secret ? "explain-secret" : "explain-open")].paragraphs
            + [Statement(changeable ? "explain-changeable" : "explain-ballot-stands")].paragraphs
            + entitled(telling).paragraphs
            + telling.rules(decides)
            + closing(telling).paragraphs
    }

    private func question(_ telling: Telling) -> Statement {
        switch asks {
        case .proposal: return Statement("explain-asks-proposal")
        case .options(let source, let defaultOption, let only):
            let section = Fact("section", .statement(telling.section(source)))
            let code = only ? "explain-asks-only-options" : "explain-asks-options"
            guard let defaultOption else { return Statement(code, [section]) }
            return Statement(
                code + "-default", [section, .text("default", defaultOption.text(in: telling.language))])
        }
    }

    private var ballotPaper: Statement {
        switch ballot {
        case .yesNoAbstain: Statement("explain-ballot-yes-no")
        case .plusMinus: Statement("explain-ballot-plus-minus")
        case .ranking: Statement("explain-ballot-ranking")
        case .oneChoice: Statement("explain-ballot-one-choice")
        case .approval: Statement("explain-ballot-approval")
        case .score(let lowest, let highest):
            Statement("explain-ballot-score", [.number("lowest", lowest), .number("highest", highest)])
        case .points(let points): Statement("explain-ballot-points", [.number("points", points)])
        }
    }

    private func entitled(_ telling: Telling) -> [Statement] {
        let group = Fact("people", telling.group(electorate.who))
        var sentences: [Statement] = []
        switch electorate.asOf {
        case .opening: sentences.append(Statement("explain-electorate-opening", [group]))
        case .meeting(let name):
            let meeting = Fact("meeting", telling.meeting(name))
            sentences.append(Statement("explain-electorate-meeting", [group, meeting]))
        }
        if let memberFor = electorate.memberFor {
            sentences.append(Statement("explain-member-for", [Fact("period", telling.period(memberFor))]))
        }
        if !electorate.without.isEmpty {
            let people = electorate.without.map { telling.group(.relation($0)) }
            sentences.append(Statement("explain-without", [Fact("people", .list(people))]))
        }
        if !electorate.mustAbstain.isEmpty {
            let people = electorate.mustAbstain.map { telling.group(.relation($0)) }
            sentences.append(Statement("explain-must-abstain", [Fact("people", .list(people))]))
        }
        return sentences
    }

    func sentence(forNamed outcome: String, leading next: Fact, _ telling: Telling) -> Statement? {
        guard let form = ownOutcomes.first(where: { $0.name == outcome }) else { return nil }
        let code = form.decides ? "explain-vote-passed-as" : "explain-vote-left-as"
        return Statement(code, [.text("outcome", outcome), next])
    }

    private func closing(_ telling: Telling) -> [Statement] {
        var sentences = ties.map { tie in
            switch tie {
            case .fails: Statement(isYesNo ? "explain-tie-fails" : "explain-tie-options-fail")
            case .castingVote(let role):
                Statement("explain-tie-casting-vote", [Fact("role", telling.role(role))])
            case .outcome: Statement("explain-tie-outcome")
            case .lot: Statement("explain-tie-lot")
            case .revote: Statement("explain-tie-revote")
            case .earlierRounds(.backwards): Statement("explain-tie-backwards")
            case .earlierRounds(.forwards): Statement("explain-tie-forwards")
            }
        }
        sentences += early(telling)
        if let extend {
            let facts = [
                Fact("last", telling.period(extend.ifQuorumInLast)), Fact("by", telling.period(extend.by)),
            ]
            let code = extend.fromQuorum ? "explain-extend-leaving" : "explain-extend"
            sentences.append(Statement(code, facts))
        }
        return sentences + periods(telling)
    }
}
