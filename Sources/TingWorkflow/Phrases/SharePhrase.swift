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

    /// Reads what a share is a share of: the base with the most words that fits.
    mutating func base() -> Base? {
        let bases = Base.allCases.sorted { $0.rawValue.count > $1.rawValue.count }
        if let base = bases.first(where: { base in
            rest == base.rawValue || [" ", ","].contains { rest.hasPrefix(base.rawValue + $0) }
        }) {
            for _ in base.rawValue.split(separator: " ") { _ = next() }
            return base
        }
        guard !isAtEnd else {
            unexpected(allowed: PhraseReader.bases)
            return nil
        }
        report(
            Statement("share-base", [.text("word", rest)]), word: position, through: words.count - 1,
            allowed: PhraseReader.bases,
            suggestion: didYouMean(rest, among: Base.allCases.map(\.rawValue)))
        return nil
    }

    /// What a share can be a share of, as it is written.
    static let bases = Base.allCases.map(\.rawValue) + ["class NAME"]

    /// Reads `at least 2/3 of votes cast`, or `at least 1/4 of class workers`.
    ///
    /// - Parameter ofClass: Whether the share may be one of the members of a class.
    mutating func share(ofClass: Bool = true) -> Share? {
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
        let source = RuleSource(file: reading.file, line: node.mark.line)
        if peek == "class" {
            guard ofClass else {
                report(
                    Statement("share-of-class-here"), word: position, allowed: Base.allCases.map(\.rawValue))
                return nil
            }
            _ = next()
            guard let name = memberClass() else { return nil }
            return Share(comparison, fraction, ofClass: name, rounding: rounding(), mark: source)
        }
        guard let base = base() else { return nil }
        return Share(comparison, fraction, of: base, rounding: rounding(), mark: source)
    }

    /// Reads `, rounded up` or `, rounded down` where it follows.
    private mutating func rounding() -> Share.Rounding? {
        let start = position
        guard take(",", "rounded") else {
            rewind(to: start)
            return nil
        }
        if take("up") { return .up }
        if take("down") { return .down }
        rewind(to: start)
        return nil
    }

    /// Reads the name of a class.
    private mutating func memberClass() -> String? {
        let known = reading.declared[.memberClass]
        guard let word = peek else {
            unexpected(allowed: known)
            return nil
        }
        guard known.contains(word) else {
            report(
                Statement("unknown-class", [.text("name", word)]), word: position, allowed: known,
                suggestion: didYouMean(word, among: known))
            return nil
        }
        return next()
    }
}

extension Reading {
    /// Reads a share.
    ///
    /// - Parameter ofClass: Whether the share may be one of the members of a class.
    func share(_ node: Node, for key: String, ofClass: Bool = true) -> Share? {
        guard var phrase = PhraseReader(node, .share, key: key, reading: self),
            let share = phrase.share(ofClass: ofClass),
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
