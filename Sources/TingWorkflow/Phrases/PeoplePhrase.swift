import TingTally

extension PhraseReader {
    /// Reads one group: `author`, `members`, a role, a class.
    mutating func who() -> People.Who? {
        guard let word = peek else {
            unexpected()
            return nil
        }
        guard let who = reading.who(word) else {
            let known = reading.peopleWords
            report(
                Statement("unknown-people", [.text("name", word)]), word: position, allowed: known,
                suggestion: didYouMean(word, among: known))
            return nil
        }
        _ = next()
        return who
    }

    /// Reads a people phrase: a group, `any member`, `2 of maintainers`, `each of board`.
    mutating func people() -> People? {
        if take("any", "member") { return .anyMember }
        if peek == "any" || peek == "member" {
            let last = words.count - 1
            report(
                Statement("unknown-people", [.text("name", rest)]), word: position, through: last,
                allowed: reading.peopleWords, suggestion: "any member")
            return nil
        }
        if take("all", "but") { return allBut() }
        if let range = formulaWords { return people(byFormula: range) }
        if take("each", "of") { return who().map { People([$0], .each) } }
        if let count = peek?.wholeNumber {
            let start = position
            _ = next()
            guard count > 0 else {
                rewind(to: start)
                unexpected()
                return nil
            }
            guard take("of") else {
                let word = peek
                report(
                    word == nil
                        ? Statement("phrase-unfinished", [.text("text", text)])
                        : Statement("people-without-of", [.text("text", text)]),
                    word: start, through: position,
                    suggestion: word.flatMap { reading.who($0) == nil ? nil : "\(count) of \($0)" })
                return nil
            }
            return who().map { People([$0], count == 1 ? .one : .several(count)) }
        }
        return who().map { People([$0]) }
    }
}

extension PhraseReader {
    /// `2 of maintainers`, after `all but`; then, perhaps, `, and more than half`.
    private mutating func allBut() -> People? {
        guard let count = number() else { return nil }
        guard take("of") else {
            unexpected()
            return nil
        }
        guard let who = who() else { return nil }
        let half = take(",", "and", "more", "than", "half")
        return People([who], .allBut(count, moreThanHalf: half))
    }

    /// The words before `of` that make a formula: they name a number of the file, or calculate.
    private var formulaWords: Range<Int>? {
        guard let place = words.indices.first(where: { $0 > position && words[$0].text == "of" }) else {
            return nil
        }
        let isFormula = words[position..<place].contains {
            reading.formulaNames.contains($0.text) || ["+", "-", "*", "/"].contains($0.text)
        }
        return isFormula ? position..<place : nil
    }

    /// `K of members`, `2 * K of members`.
    private mutating func people(byFormula range: Range<Int>) -> People? {
        let text = words[range].map(\.text).joined(separator: " ")
        let known = reading.formulaNames + Reading.baseNames
        guard let formula = try? Formula.parse(text) else {
            unexpected()
            return nil
        }
        if let name = formula.names.first(where: { !known.contains($0) }) {
            let place = range.first { words[$0].text.contains(name) }
            report(
                Statement("unknown-formula", [.text("name", name)]), word: place ?? range.lowerBound,
                allowed: known, suggestion: didYouMean(name, among: known))
            return nil
        }
        while position <= range.upperBound, next() != nil {}
        return who().map { People([$0], .formula(formula)) }
    }
}

extension Reading {
    /// The words that mean people in this file.
    var peopleWords: [String] {
        People.Relation.allCases.map(\.rawValue) + ["members", "any member"] + declared[.role]
            + declared[.memberClass]
    }

    /// The group that a word means; nil when it means none. A role wins over a class of the same name.
    func who(_ word: String) -> People.Who? {
        if word == "members" { return .members }
        if let relation = People.Relation(rawValue: word) { return .relation(relation) }
        if declared[.role].contains(word) { return .role(word) }
        if declared[.memberClass].contains(word) { return .memberClass(word) }
        return nil
    }

    /// Reads people: a phrase, or a list of groups any of which will do.
    func people(_ node: Node, for key: String) -> People? {
        guard let items = node.items else {
            guard var phrase = PhraseReader(node, .people, key: key, reading: self),
                let people = phrase.people(), phrase.finish()
            else { return nil }
            return people
        }
        var anyOf: [People.Who] = []
        for item in items {
            guard let people = people(item, for: key) else { continue }
            guard people.number == .one else {
                error("number-in-list", at: item)
                continue
            }
            anyOf += people.anyOf
        }
        if items.isEmpty { wrongForm(node, for: key, expected: "people") }
        return anyOf.isEmpty ? nil : People(anyOf)
    }

    /// Reads one group of people, without a number.
    func group(_ node: Node, for key: String) -> People.Who? {
        guard var phrase = PhraseReader(node, .group, key: key, reading: self), let who = phrase.who(),
            phrase.finish()
        else { return nil }
        return who
    }
}

extension MapReader {
    /// The people under a key.
    public func people(_ key: String) -> People? {
        node[key].flatMap { reading.people($0, for: key) }
    }

    /// The people under a key who act.
    public func actors(_ key: String) -> People? { people(key) }

    /// The amount under a key, with the numbers named for the whole file.
    public func amount(_ key: String) -> Amount? {
        node[key].flatMap { reading.amount($0, for: key, names: reading.formulaNames) }
    }
}
