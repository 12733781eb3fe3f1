import TingTally

/// What an explanation needs to name things: the workflow, the language, the numbers of the sections.
struct Telling {
    let workflow: Workflow
    let language: String
    private let numbers: [String: Int]

    init(_ workflow: Workflow, in language: String) {
        self.workflow = workflow
        self.language = language
        var numbers: [String: Int] = [:]
        for (place, state) in workflow.states.enumerated() where numbers[state.name] == nil {
            numbers[state.name] = place + 2
        }
        self.numbers = numbers
    }

    /// What a state is called.
    func title(of state: State) -> String { state.title.text(in: language) }

    /// A section, by the state it is about: `§ 4 (Vote)`.
    func section(_ name: String) -> Statement {
        guard let state = workflow.state(name), let number = numbers[name] else {
            return Statement("explain-section-unknown", [.text("name", name)])
        }
        return Statement("explain-section", [.number("number", number), .text("title", title(of: state))])
    }

    /// Where the proposal goes: on under a section, or to its end.
    func next(_ name: String) -> Fact {
        let section = Fact("section", .statement(section(name)))
        if let final = workflow.state(name)?.kind.final {
            return Fact(
                "next",
                .statement(
                    Statement("explain-next-end", [section, .term("result", final.result.rawValue)])))
        }
        return Fact("next", .statement(Statement("explain-next", [section])))
    }

    /// A period.
    func period(_ period: Period) -> FactValue {
        .statement(Statement("explain-" + period.unit.rawValue, [.number("count", period.count)]))
    }

    /// A value that may depend on what the proposal touches: one statement, or one for each case.
    func bySubject<Value>(_ value: BySubject<Value>, _ write: (Value) -> FactValue) -> FactValue {
        guard !value.cases.isEmpty else { return write(value.otherwise) }
        let cases = value.cases.map { entry in
            FactValue.statement(
                Statement(
                    "explain-case",
                    [.text("subject", subject(entry.subject)), Fact("value", write(entry.value))]))
        }
        return .statement(
            Statement(
                "explain-cases", [Fact("cases", .list(cases)), Fact("otherwise", write(value.otherwise))]))
    }

    /// What a subject is called.
    func subject(_ name: String) -> String {
        workflow.subjects.first { $0.name == name }?.title.text(in: language) ?? name
    }

    /// A number that must be reached: `at least 5`, `at least K`.
    func amount(_ amount: Amount) -> FactValue {
        .statement(
            Statement(
                "explain-amount",
                [
                    .term("comparison", amount.comparison.rawValue),
                    .text("number", amount.formula.description),
                ]))
    }

    /// A share that must be reached.
    func share(_ share: Share) -> FactValue {
        guard share.fraction != Fraction(1) || share.comparison != .atLeast else {
            let code = share.base == .electorate ? "explain-share-everybody" : "explain-share-all"
            return .statement(Statement(code, [share.baseFact]))
        }
        return .statement(
            Statement(
                "explain-share",
                [
                    .term("comparison", share.comparison.rawValue), .fraction("share", share.fraction),
                    share.baseFact,
                ]))
    }

    /// A meeting.
    func meeting(_ name: String) -> FactValue { .statement(section(name)) }

    /// What happened, as a promise names it.
    func happening(_ happening: Promises.Happening) -> FactValue {
        let section = Fact("section", .statement(section(happening.state)))
        guard let outcome = happening.outcome else {
            return .statement(Statement("explain-entered", [section]))
        }
        return .statement(Statement("explain-ended-as", [section, .term("outcome", outcome)]))
    }
}
