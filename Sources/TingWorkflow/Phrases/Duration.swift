import TingTally

extension PhraseReader {
    /// The most units that a duration may count; a longer one is a slip of the keyboard.
    static let mostUnits = 10_000

    /// Reads `14 days`, `1 day`: a whole number from 1 and a unit; nil and a finding when there is none.
    mutating func period() -> Period? {
        let start = position
        guard let count = number() else { return nil }
        guard let unit = unit(after: count) else { return nil }
        guard (1...PhraseReader.mostUnits).contains(count) else {
            report(
                Statement("duration-length", [.number("most", PhraseReader.mostUnits)]), word: start,
                through: start + 1)
            return nil
        }
        return Period(count, unit)
    }

    /// Reads a whole number; a number written in letters gets the digits as its suggestion.
    mutating func number() -> Int? {
        guard let word = peek else {
            unexpected(allowed: form == .step ? [] : nil)
            return nil
        }
        guard let number = word.wholeNumber else {
            let inWords = [
                "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            ]
            report(
                Statement("phrase-\(form.rawValue)", [.text("word", word), .text("text", text)]),
                word: position,
                suggestion: inWords.firstIndex(of: word).map(String.init))
            return nil
        }
        _ = next()
        return number
    }

    /// Reads a unit of time, in the singular after 1 and in the plural after everything else.
    mutating func unit(after count: Int) -> Period.Unit? {
        let spellings = Period.Unit.allCases.map {
            count == 1 ? String($0.rawValue.dropLast()) : $0.rawValue
        }
        guard let word = peek else {
            report(
                Statement("phrase-unfinished", [.text("text", text)]), word: position, allowed: spellings)
            return nil
        }
        if let index = spellings.firstIndex(of: word) {
            _ = next()
            return Period.Unit.allCases[index]
        }
        let other = Period.Unit.allCases.first { $0.rawValue == word || $0.rawValue.dropLast() == word }
        let suggestion =
            other.map { count == 1 ? String($0.rawValue.dropLast()) : $0.rawValue }
            ?? didYouMean(word, among: spellings)
        report(
            Statement("unknown-unit", [.text("word", word)]), word: position, allowed: spellings,
            suggestion: suggestion)
        return nil
    }
}

extension Reading {
    /// Reads a duration.
    func period(_ node: Node, for key: String) -> Period? {
        guard var phrase = PhraseReader(node, .duration, key: key, reading: self),
            let period = phrase.period(), phrase.finish()
        else { return nil }
        return period
    }
}

extension MapReader {
    /// The duration under a key.
    public func period(_ key: String) -> Period? {
        node[key].flatMap { reading.period($0, for: key) }
    }
}
