import TingTally

extension PhraseReader {
    /// Reads `more than` or `at least`.
    mutating func comparison() -> Comparison? {
        if take("more", "than") { return .moreThan }
        if take("at", "least") { return .atLeast }
        if peek == "more" || peek == "at" {
            _ = next()
            unexpected(allowed: Comparison.allCases.map(\.rawValue), suggestions: ["than", "least"])
        } else {
            unexpected()
        }
        return nil
    }

    /// Reads a fraction `2/3` or a whole number; percent and decimals are refused with the fraction to write.
    mutating func fraction() -> Fraction? {
        guard let word = peek else {
            unexpected()
            return nil
        }
        let index = position
        _ = next()
        let isPercent = word.hasSuffix("%") || peek == "%"
        let digits = word.hasSuffix("%") ? String(word.dropLast()) : word
        if isPercent || word.contains(".") {
            let value = Fraction(text: digits)
            let fraction = isPercent ? value.flatMap { try? $0 / Fraction(100) } : value
            report(
                Statement(
                    isPercent ? "percent" : "decimal-number", [.text("word", isPercent ? digits : word)]),
                word: index, through: isPercent && !word.hasSuffix("%") ? index + 1 : index,
                allowed: [], suggestion: fraction?.description)
            return nil
        }
        guard let fraction = Fraction(text: word) else {
            rewind(to: index)
            unexpected()
            return nil
        }
        return fraction
    }

    /// Reads what a share is a share of; bases of two words are read as two words.
    mutating func base() -> Base? {
        for base in Base.allCases {
            let parts = base.rawValue.split(separator: " ").map(String.init)
            if parts.count == 2 ? take(parts[0], parts[1]) : take(parts[0]) { return base }
        }
        guard !isAtEnd else {
            unexpected(allowed: Base.allCases.map(\.rawValue))
            return nil
        }
        report(
            Statement("share-base", [.text("word", rest)]), word: position, through: words.count - 1,
            allowed: Base.allCases.map(\.rawValue),
            suggestion: didYouMean(rest, among: Base.allCases.map(\.rawValue)))
        return nil
    }

    /// Reads `at least 2/3 of votes cast`.
    mutating func share() -> Share? {
        guard let comparison = comparison() else { return nil }
        let start = position
        guard let fraction = fraction() else { return nil }
        guard fraction > Fraction(0),
            fraction < Fraction(1) || (fraction == Fraction(1) && comparison == .atLeast)
        else {
            let text = "\(comparison.rawValue) \(fraction)"
            report(Statement("share-size", [.text("text", text)]), word: start)
            return nil
        }
        guard take("of") else {
            unexpected()
            return nil
        }
        guard let base = base() else { return nil }
        let source = RuleSource(file: reading.file, line: node.mark.line)
        return Share(comparison, fraction, of: base, mark: source)
    }
}

extension Reading {
    /// Reads a share.
    func share(_ node: Node, for key: String) -> Share? {
        guard var phrase = PhraseReader(node, .share, key: key, reading: self),
            let share = phrase.share(),
            phrase.finish()
        else { return nil }
        return share
    }

    /// Reads `at least 1/2 of electorate no`: the share of no that rejects outright.
    func rejection(_ node: Node, for key: String) -> Share? {
        guard var phrase = PhraseReader(node, .rejection, key: key, reading: self),
            let share = phrase.share()
        else { return nil }
        guard phrase.take("no") else {
            phrase.unexpected()
            return nil
        }
        return phrase.finish() ? share : nil
    }
}
