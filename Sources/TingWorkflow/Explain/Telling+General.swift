import TingTally

extension Telling {
    /// What holds for the whole procedure.
    var general: [Explanation.Paragraph] {
        var sentences = [Statement("explain-first", [Fact("section", .statement(section(workflow.first)))])]
        if let document = workflow.needs.document {
            sentences.append(Statement("explain-document", [.text("document", document)]))
        }
        let fields = workflow.proposal.fields
        let (must, may) = (fields.filter(\.required), fields.filter { !$0.required })
        if !must.isEmpty {
            sentences.append(Statement("explain-fields", [.list("fields", must.map(\.name))]))
        }
        if !may.isEmpty {
            sentences.append(Statement("explain-fields-optional", [.list("fields", may.map(\.name))]))
        }
        sentences += workflow.duties.map { duty in
            Statement(
                "explain-duty", [Fact("role", role(duty.role)), Fact("people", group(duty.never))])
        }
        if let zone = workflow.timeZone { sentences.append(Statement("explain-zone", [.text("zone", zone)])) }
        return sentences.map { Explanation.Paragraph($0) } + subjects + formulas
    }

    private var subjects: [Explanation.Paragraph] {
        workflow.subjects.map { subject in
            var facts: [Fact] = [.text("subject", subject.title.text(in: language))]
            let code: String
            switch subject.found {
            case .sections(let sections):
                facts += [.list("sections", sections), .text("document", workflow.needs.document ?? "")]
                code = "explain-subject-sections"
            case .judgedBy(let people):
                facts.append(Fact("people", actors(people)))
                code = "explain-subject-judged"
            }
            guard let basis = subject.basis else { return .init(Statement(code, facts)) }
            return .init(Statement(code + "-basis", facts + [.text("basis", basis)]))
        }
    }

    private var formulas: [Explanation.Paragraph] {
        guard !workflow.formulas.isEmpty else { return [] }
        return [
            .init(
                Statement("explain-formulas"),
                points: workflow.formulas.map {
                    Statement(
                        "explain-formula",
                        [.text("name", $0.name), .text("formula", $0.formula.description)])
                })
        ]
    }

    /// What the file promises its readers.
    var promises: [Explanation.Paragraph] {
        let promises = workflow.promises
        var sentences: [Statement] = []
        if !promises.adoptedOnlyAfter.isEmpty {
            let happenings = FactValue.list(promises.adoptedOnlyAfter.map(happening))
            sentences.append(Statement("explain-promise-adopted", [Fact("happenings", happenings)]))
        }
        for interval in promises.timeBetween {
            sentences.append(
                Statement(
                    "explain-promise-time",
                    [
                        Fact("from", happening(interval.from)), Fact("to", happening(interval.to)),
                        Fact("period", period(interval.atLeast)),
                    ]))
        }
        for freeze in promises.frozenText {
            sentences.append(
                Statement(
                    "explain-promise-text",
                    [Fact("from", happening(freeze.from)), Fact("to", .statement(section(freeze.to)))]))
        }
        if !promises.secretUntilClosing.isEmpty {
            let votes = promises.secretUntilClosing.map { FactValue.statement(section($0)) }
            sentences.append(Statement("explain-promise-secret", [Fact("votes", .list(votes))]))
        }
        if let within = promises.endsWithin {
            sentences.append(Statement("explain-promise-end", [Fact("period", period(within))]))
        }
        return sentences.map { Explanation.Paragraph($0) }
    }
}
