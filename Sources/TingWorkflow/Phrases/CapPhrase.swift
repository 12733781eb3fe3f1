import TingTally

extension Reading {
    /// Reads `at most 1/3 of votes cast, scaled to 1/2 of the others`; what follows the comma may be left out.
    func cap(_ node: Node, ofClass name: String) -> ClassCap? {
        guard var phrase = PhraseReader(node, .cap, key: name, reading: self) else { return nil }
        guard phrase.take("at", "most") else {
            phrase.unexpected(suggestions: ["at", "most"])
            return nil
        }
        let start = phrase.position
        guard let most = phrase.fraction() else { return nil }
        guard most > Fraction(0), most < Fraction(1) else {
            phrase.report(Statement("cap-size", [.fraction("most", most)]), word: start)
            return nil
        }
        guard phrase.take("of") else {
            phrase.unexpected()
            return nil
        }
        let place = phrase.position
        guard let base = phrase.base() else { return nil }
        let cast: [Base] = [.votesCast, .ballotsCast, .ballotsReceived]
        guard cast.contains(base) else {
            phrase.report(
                Statement("cap-base", [.text("base", base.rawValue)]), word: place,
                allowed: cast.map(\.rawValue))
            return nil
        }
        var scaledTo: Fraction?
        if phrase.take(",") {
            guard phrase.take("scaled", "to") else {
                phrase.unexpected(suggestions: ["scaled"])
                return nil
            }
            guard let part = phrase.fraction() else { return nil }
            guard phrase.take("of", "the", "others") else {
                phrase.unexpected()
                return nil
            }
            scaledTo = part
        }
        guard phrase.finish() else { return nil }
        do {
            return try ClassCap(className: name, most: most, of: base, scaledTo: scaledTo)
        } catch {
            phrase.report(error.statement, word: start)
            return nil
        }
    }

    /// Reads a part above 0, such as `3/10`; a whole number is one too.
    func part(_ node: Node, for key: String) -> Fraction? {
        guard var phrase = PhraseReader(node, .part, key: key, reading: self),
            let part = phrase.fraction(), phrase.finish()
        else { return nil }
        guard part > Fraction(0) else {
            phrase.report(Statement("part-of-nothing"), word: 0)
            return nil
        }
        return part
    }

    /// Reads where a band of a sum begins: `at least 3`, `more than -2`.
    func sum(_ node: Node, for key: String) -> Bands.Floor? {
        guard var phrase = PhraseReader(node, .sum, key: key, reading: self),
            let comparison = phrase.comparison()
        else { return nil }
        guard let word = phrase.peek else {
            phrase.unexpected()
            return nil
        }
        let isBelowZero = word.hasPrefix("-")
        guard let number = String(isBelowZero ? word.dropFirst() : word[...]).wholeNumber else {
            phrase.unexpected()
            return nil
        }
        _ = phrase.next()
        return phrase.finish() ? .sum(comparison, isBelowZero ? -number : number) : nil
    }
}
