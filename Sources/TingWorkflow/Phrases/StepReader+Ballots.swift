import TingTally

extension StepReader {
    /// How ballots over several options are written in a step: the verb, and the sign between their words.
    struct BallotWords {
        let verbs: [String]
        let separator: String

        static let all = [
            BallotWords(verbs: ["rank", "ranks"], separator: ""),
            BallotWords(verbs: ["approve", "approves"], separator: ","),
            BallotWords(verbs: ["score", "scores"], separator: ","),
            BallotWords(verbs: ["choose", "chooses"], separator: ","),
        ]
    }

    /// The verb of ballots over several options, when it and a number come next.
    ///
    /// Without the number it may be an action of the file with the same name.
    mutating func ballotForm() -> BallotWords? {
        let start = phrase.position
        for words in BallotWords.all where words.verbs.contains(where: { phrase.take($0) }) {
            if words.verbs == ["rank", "ranks"] || phrase.peek?.wholeNumber != nil { return words }
            phrase.rewind(to: start)
        }
        return nil
    }

    /// `vote yes 40, no 20, abstain 7`, `vote +1 12, 0 3, -1 5`.
    mutating func votes(of group: People.Who) -> Scenario.Line? {
        var counts: [Scenario.Count] = []
        let words = Choice.allCases.map(\.rawValue) + ["+1", "0", "-1"]
        repeat {
            guard let word = phrase.peek, words.contains(word) else {
                phrase.unexpected(allowed: words, suggestions: words)
                return nil
            }
            _ = phrase.next()
            guard let count = phrase.number() else { return nil }
            counts.append(Scenario.Count(ballot: word, count: count))
        } while phrase.take(",")
        return phrase.finish() ? .vote(group: group, choices: counts) : nil
    }

    /// `rank 9 A>B, 3 B=C`, `approve 9 A B, 3 C`, `score 9 A=5 B=3, 3 C=5`, `choose 9 A, 3 B`.
    mutating func ballots(_ form: BallotWords, of group: People.Who) -> Scenario.Line? {
        var counts: [Scenario.Count] = []
        repeat {
            guard let count = phrase.number() else { return nil }
            var words: [String] = []
            while let word = phrase.peek, word != "," {
                words.append(word)
                _ = phrase.next()
            }
            guard !words.isEmpty else {
                phrase.unexpected()
                return nil
            }
            counts.append(Scenario.Count(ballot: words.joined(separator: form.separator), count: count))
        } while phrase.take(",")
        return phrase.finish() ? .cast(group: group, ballots: counts) : nil
    }
}
