public import TingTally

extension Reading {
    /// Reads an amount: `at least 5`, `at least K`, `at least 1/10 of members`.
    ///
    /// - Parameters:
    ///   - names: The named formulas that may be used.
    ///   - group: What a part may be of.
    ///   - tail: Words that must follow, such as `ballots above default`; empty for none.
    func amount(
        _ node: Node, for key: String, names: [String], form: PhraseForm = .amount,
        of group: String = "members",
        tail: String = ""
    ) -> Amount? {
        guard var phrase = PhraseReader(node, form, key: key, reading: self),
            let comparison = phrase.comparison()
        else { return nil }
        guard !phrase.isAtEnd else {
            phrase.unexpected()
            return nil
        }
        let start = phrase.words[phrase.position].offset
        var body = String(String.UnicodeScalarView(phrase.text.unicodeScalars.dropFirst(start)))
        if tail.isEmpty {
            if let part = body.withoutSuffix(" of " + group) { body = "(\(part)) * \(group)" }
        } else if let part = body.withoutSuffix(" " + tail) {
            body = part
        } else {
            phrase.report(
                Statement("phrase-unfinished", [.text("text", phrase.text)]),
                at: phrase.text.unicodeScalars.count, width: 1)
            return nil
        }
        guard let formula = formula(body, in: phrase, at: start, names: names) else { return nil }
        return Amount(comparison, formula, mark: node.mark)
    }

    /// Reads a formula and checks its names.
    func formula(_ node: Node, for key: String, names: [String]) -> Formula? {
        guard let phrase = PhraseReader(node, .formula, key: key, reading: self) else { return nil }
        return formula(phrase.text, in: phrase, at: 0, names: names)
    }

    /// The names that every formula may use: the number of those who may act or vote.
    static let baseNames = ["electorate", "members"]

    private func formula(_ text: String, in phrase: PhraseReader, at start: Int, names: [String])
        -> Formula?
    {
        let formula: Formula
        do {
            formula = try Formula.parse(text)
        } catch {
            let percent = error.statement.code == "formula-percent"
            phrase.report(
                error.statement, at: min(start + error.offset, phrase.text.unicodeScalars.count), width: 1,
                allowed: percent ? [] : nil, suggestion: percent ? text.percentAsFraction : nil)
            return nil
        }
        let known = names + Reading.baseNames
        for name in formula.names where !known.contains(name) {
            let index = phrase.words.firstIndex { $0.text.contains(name) }
            phrase.report(
                Statement("unknown-formula", [.text("name", name)]), word: index ?? 0, allowed: known,
                suggestion: didYouMean(name, among: known))
            return nil
        }
        return formula
    }
}

extension String {
    /// The text before a suffix; nil when it does not end so.
    func withoutSuffix(_ suffix: String) -> String? {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : nil
    }

    /// The fraction for the first number of a text, read as a percentage.
    fileprivate var percentAsFraction: String? {
        let digits = prefix { $0.isNumber || $0 == "." }
        return Fraction(text: String(digits)).flatMap { try? $0 / Fraction(100) }?.description
    }
}

extension Amount {
    /// The name by which a formula calls the number of those asked.
    static let asked = "asked"

    /// The number asked for, where it may be a part of those asked.
    ///
    /// - Throws: ``FormulaError`` when a calculation has no exact result.
    public func bound(members: Int, asked: Int, formulas: [Workflow.NamedFormula]) throws -> Surd {
        try formula.value { name in
            try name == Amount.asked ? Surd(asked) : formulas.value(of: name, members: members)
        }
    }

    /// Whether so many are enough, where the number may be a part of those asked.
    ///
    /// - Throws: ``FormulaError`` when a calculation has no exact result.
    public func isMet(
        by number: Int, members: Int, asked: Int, formulas: [Workflow.NamedFormula]
    ) throws -> Bool {
        let bound = try bound(members: members, asked: asked, formulas: formulas)
        return comparison.isMet(by: Surd(number), asking: bound)
    }

    /// The number asked for, exact, for so many members and with the named formulas looked up in order.
    ///
    /// - Throws: ``FormulaError`` when a calculation has no exact result.
    public func bound(members: Int, formulas: [Workflow.NamedFormula]) throws -> Surd {
        try formula.value { name in
            try formulas.value(of: name, members: members)
        }
    }

    /// Whether so many are enough.
    ///
    /// - Throws: ``FormulaError`` when a calculation has no exact result.
    public func isMet(by number: Int, members: Int, formulas: [Workflow.NamedFormula]) throws -> Bool {
        comparison.isMet(by: Surd(number), asking: try bound(members: members, formulas: formulas))
    }
}

extension [Workflow.NamedFormula] {
    /// The value of a name; a formula may use the names before it and no others.
    ///
    /// - Throws: ``FormulaError`` for a name that is not known or a calculation that has no exact result.
    public func number(named name: String, members: Int) throws -> Surd {
        try value(of: name, members: members)
    }

    /// The value of a name; a formula may use the names before it and no others.
    func value(of name: String, members: Int) throws -> Surd {
        if Reading.baseNames.contains(name) { return Surd(members) }
        guard let index = lastIndex(where: { $0.name == name }) else {
            throw FormulaError(offset: 0, statement: Statement("unknown-formula", [.text("name", name)]))
        }
        let earlier = Array(self[..<index])
        return try self[index].formula.value { try earlier.value(of: $0, members: members) }
    }
}
