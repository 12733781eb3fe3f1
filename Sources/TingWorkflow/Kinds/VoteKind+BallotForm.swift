public import TingTally

extension VoteKind {
    /// What a ballot looks like: the words after `ballot:`.
    public enum BallotForm: Hashable, Sendable {
        /// One of yes, no, abstain.
        case yesNoAbstain
        /// +1, 0 or -1: on the proposal, or on every option.
        case plusMinus
        /// The options in order of preference.
        case ranking
        /// One option.
        case oneChoice
        /// Any number of options, all alike.
        case approval
        /// A whole number within bounds for every option.
        case score(lowest: Int, highest: Int)
        /// So many points at most, shared out among the options.
        case points(Int)
    }

    /// Whether the vote is decided by yes and no: +1 on a proposal is a yes, -1 a no, 0 an abstention.
    public var isYesNo: Bool {
        switch ballot {
        case .yesNoAbstain: true
        case .plusMinus: asks == .proposal
        case .ranking, .oneChoice, .approval, .score, .points: false
        }
    }

    /// The form in which the ballots are counted; nil where yes and no decide.
    public var countedForm: Ballots.Form? {
        if isYesNo { return nil }
        return switch ballot {
        case .ranking, .oneChoice: .ranking
        case .yesNoAbstain, .plusMinus, .approval, .score, .points: .scores
        }
    }
}

extension VoteKind.BallotForm: CustomStringConvertible {
    /// The words, as in the file.
    public var description: String {
        switch self {
        case .yesNoAbstain: "yes, no or abstain"
        case .plusMinus: "plus-minus"
        case .ranking: "ranking"
        case .oneChoice: "one choice"
        case .approval: "approval"
        case .score(let lowest, let highest): "score \(lowest) to \(highest)"
        case .points(let points): "points \(points)"
        }
    }

    /// The lowest and the highest number that one option may have; nil where ballots hold no numbers.
    public var bounds: ClosedRange<Int>? {
        switch self {
        case .yesNoAbstain, .ranking, .oneChoice: nil
        case .plusMinus: -1...1
        case .approval: 1...1
        case .score(let lowest, let highest): lowest <= highest ? lowest...highest : nil
        case .points(let points): 0...max(0, points)
        }
    }

    /// The highest score, or the points of each ballot, for methods that ask for it; nil where the form has none.
    public var highest: Int? {
        switch self {
        case .score(_, let highest): highest
        case .points(let points): points
        case .yesNoAbstain, .plusMinus, .ranking, .oneChoice, .approval: nil
        }
    }
}

extension Reading {
    /// Reads the form of a ballot.
    func ballotForm(_ node: Node) -> VoteKind.BallotForm? {
        guard var phrase = PhraseReader(node, .ballot, key: "ballot", reading: self) else { return nil }
        var form: VoteKind.BallotForm?
        if phrase.take("yes", ",", "no", "or", "abstain") {
            form = .yesNoAbstain
        } else if phrase.take("plus-minus") {
            form = .plusMinus
        } else if phrase.take("ranking") {
            form = .ranking
        } else if phrase.take("one", "choice") {
            form = .oneChoice
        } else if phrase.take("approval") {
            form = .approval
        } else if phrase.take("score") {
            form = scores(&phrase)
        } else if phrase.take("points") {
            form = points(&phrase)
        } else {
            phrase.unexpected(
                suggestions: ["yes", "ranking", "one", "approval", "score", "points", "plus-minus"])
        }
        guard let form, phrase.finish() else { return nil }
        return form
    }

    /// `0 to 5`, after the word `score`.
    private func scores(_ phrase: inout PhraseReader) -> VoteKind.BallotForm? {
        let start = phrase.position
        guard let lowest = phrase.signedNumber() else { return nil }
        guard phrase.take("to") else {
            phrase.unexpected()
            return nil
        }
        guard let highest = phrase.signedNumber() else { return nil }
        let most = ScoredBallots.highest
        guard lowest < highest, lowest >= -most, highest <= most else {
            phrase.report(
                Statement(
                    "score-bounds",
                    [.number("lowest", lowest), .number("highest", highest), .number("most", most)]),
                word: start, through: start + 2)
            return nil
        }
        return .score(lowest: lowest, highest: highest)
    }

    /// `10`, after the word `points`.
    private func points(_ phrase: inout PhraseReader) -> VoteKind.BallotForm? {
        let start = phrase.position
        guard let points = phrase.signedNumber() else { return nil }
        guard (1...ScoredBallots.highest).contains(points) else {
            phrase.report(
                Statement(
                    "points-bounds", [.number("points", points), .number("most", ScoredBallots.highest)]),
                word: start)
            return nil
        }
        return .points(points)
    }
}

extension PhraseReader {
    /// Reads a whole number that may have a sign; nil and a finding when the next word is none.
    fileprivate mutating func signedNumber() -> Int? {
        guard let word = peek else {
            unexpected()
            return nil
        }
        let sign = word.first == "-" ? -1 : 1
        guard let number = (["-", "+"].contains(word.first) ? String(word.dropFirst()) : word).wholeNumber
        else {
            unexpected()
            return nil
        }
        _ = next()
        return sign * number
    }
}
