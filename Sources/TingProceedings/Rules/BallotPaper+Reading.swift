import TingTally
import TingWorkflow

extension BallotPaper {
    /// A ballot as far as it could be read, and what could not.
    struct Reading {
        var content: Ballot.Content
        var objections: [Statement] = []
    }

    /// Reads a ballot as a member writes it; letters may be small or large, spaces do not matter.
    ///
    /// ```text
    /// yes        one of the words on the paper
    /// +1         one of the numbers on the paper; + and - alone will do
    /// B>A=C      best first, = between equals
    /// A          the one that is chosen
    /// A,C        those that are approved of
    /// A=5,B=3    options with their scores, points, or +1, 0, -1
    /// ```
    func reading(_ text: String) -> Reading {
        if isYesNo { return choice(text) }
        switch form {
        case .ranking: return ranking(text)
        case .oneChoice, .approval: return names(text)
        case .score, .points, .plusMinus: return scores(text)
        case .yesNoAbstain: return choice(text)
        }
    }

    private func choice(_ text: String) -> Reading {
        let word = text.filter { !$0.isWhitespace }
        var choice = Choice(rawValue: word).flatMap { [.yes, .no, .abstain].contains($0) ? $0 : nil }
        if form == .plusMinus {
            let signs: [String: Choice] = [
                "+1": .yes, "1": .yes, "+": .yes, "0": .abstain, "-1": .no, "-": .no, "\u{2212}1": .no,
            ]
            choice = signs[word]
        }
        guard let choice else {
            return Reading(
                content: .choice(.abstain),
                objections: [
                    Statement("choice-not-on-paper", [.text("choice", text), .list("choices", choices)])
                ])
        }
        return Reading(content: .choice(choice))
    }

    private func ranking(_ text: String) -> Reading {
        var reading = Reading(content: .ranking([]))
        let groups = text.split(separator: ">", omittingEmptySubsequences: false).map { part in
            part.split(separator: "=", omittingEmptySubsequences: false)
                .compactMap { place(of: $0, &reading) }.sorted()
        }
        reading.content = .ranking(groups)
        return reading
    }

    private func names(_ text: String) -> Reading {
        var reading = Reading(content: .scores([]))
        let places = text.split(separator: ",", omittingEmptySubsequences: false)
            .compactMap { place(of: $0, &reading) }.sorted()
        reading.content =
            form == .approval
            ? .scores(places.map { Ballot.Score(option: $0, score: 1) })
            : .ranking(places.isEmpty ? [] : [places])
        return reading
    }

    private func scores(_ text: String) -> Reading {
        var reading = Reading(content: .scores([]))
        var scores: [Ballot.Score] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let place = place(of: sides.first ?? "", &reading) else { continue }
            let number = sides.count == 2 ? sides[1].filter { !$0.isWhitespace } : ""
            if let score = Int(number) {
                scores.append(Ballot.Score(option: place, score: score))
            } else {
                reading.objections.append(
                    Statement(
                        "score-not-a-number",
                        [.text("option", letters[place]), .text("score", number)]))
            }
        }
        reading.content = .scores(scores.sorted { $0.option < $1.option })
        return reading
    }

    /// The place of an option on the paper; nil and an objection when it does not stand there.
    private func place(of word: Substring, _ reading: inout Reading) -> Int? {
        let letter = word.filter { !$0.isWhitespace }.uppercased()
        if let place = letters.firstIndex(of: letter) { return place }
        reading.objections.append(
            letter.isEmpty
                ? Statement("ballot-part-empty")
                : Statement(
                    "option-not-on-ballot", [.text("option", String(word)), .list("options", letters)]))
        return nil
    }
}
