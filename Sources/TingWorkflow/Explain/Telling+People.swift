import TingTally

extension Telling {
    /// Those of whom any one may act, or so many: `the author`, `2 of the maintainers`.
    func actors(_ people: People) -> FactValue { phrase(people, "any-member", "any-of-class") }

    /// Those who are told or asked: `all members`, `the board`.
    func addressees(_ people: People) -> FactValue { phrase(people, "all-members", "all-of-class") }

    /// Several groups that are told, as one list.
    func addressees(_ people: [People]) -> FactValue { .list(people.map { addressees($0) }) }

    /// One group.
    func group(_ who: People.Who) -> FactValue { word(who, "all-members", "all-of-class") }

    private func phrase(_ people: People, _ members: String, _ ofClass: String) -> FactValue {
        let words = FactValue.list(people.anyOf.map { word($0, members, ofClass) })
        switch people.number {
        case .one:
            return .statement(Statement("explain-people", [Fact("people", words)]))
        case .several(let count):
            let groups = FactValue.list(people.anyOf.map { word($0, "all-members", "all-of-class") })
            return .statement(
                Statement("explain-several", [.number("count", count), Fact("people", groups)]))
        case .formula(let formula):
            let groups = FactValue.list(people.anyOf.map { word($0, "all-members", "all-of-class") })
            return .statement(
                Statement(
                    "explain-formula-of", [.text("formula", formula.description), Fact("people", groups)]))
        case .allBut(let count, let moreThanHalf):
            let groups = FactValue.list(people.anyOf.map { word($0, "all-members", "all-of-class") })
            return .statement(
                Statement(
                    moreThanHalf ? "explain-all-but-half" : "explain-all-but",
                    [.number("count", count), Fact("people", groups)]))
        case .each:
            let groups = FactValue.list(people.anyOf.map { word($0, "all-members", "all-of-class") })
            return .statement(Statement("explain-each", [Fact("people", groups)]))
        }
    }

    private func word(_ who: People.Who, _ members: String, _ ofClass: String) -> FactValue {
        switch who {
        case .relation(let relation): .term(relation.rawValue)
        case .members: .statement(Statement("explain-" + members))
        case .role(let role): self.role(role)
        case .memberClass(let name):
            .statement(Statement("explain-" + ofClass, [Fact("class", memberClass(name))]))
        }
    }

    /// Whoever holds a role, in the words of the file; else by the role's name.
    func role(_ name: String) -> FactValue {
        if let title = workflow.needs.titles[name] { return .text(title.text(in: language)) }
        return .statement(Statement("explain-role", [.text("role", name)]))
    }

    /// A class, in the words of the file; else its name.
    func memberClass(_ name: String) -> FactValue {
        .text(workflow.needs.titles[name]?.text(in: language) ?? name)
    }
}
