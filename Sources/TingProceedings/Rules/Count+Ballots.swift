import TingTally

extension YesNoBallots {
    /// Adds up a sheet, in all and by class; a voter in two classes counts in both.
    ///
    /// - Parameter present: How many were present when the roll was called; nil where nobody counted them.
    ///   Who votes is there, so no fewer are present than ballots were cast.
    init(_ sheet: BallotSheet, of electorate: Electorate, present: Int? = nil) throws {
        let present = present.map { max($0, sheet.ballots.count) }
        var whole = try ChoiceCount(eligible: electorate.voters.count, present: present)
        var classes = try electorate.sizes.map {
            ClassCount(name: $0.name, count: try ChoiceCount(eligible: $0.size))
        }
        for ballot in sheet.ballots {
            guard case .choice(let choice) = ballot.content, let voter = electorate.voter(ballot.by) else {
                throw Fault("ballot-of-a-stranger", [.text("voter", ballot.by)])
            }
            try whole.add(1, to: choice)
            for place in classes.indices where voter.classes.contains(classes[place].name) {
                try classes[place].count.add(1, to: choice)
            }
        }
        self.init(whole: whole, classes: classes)
    }

    /// The counts as the minutes keep them.
    var json: JSON {
        .object([
            "whole": whole.json,
            "classes": .array(classes.map { .object(["name": .string($0.name), "counts": $0.count.json]) }),
        ])
    }
}

extension ChoiceCount {
    /// The counts as the minutes keep them.
    var json: JSON {
        var members: [String: JSON] = [
            "eligible": .integer(eligible), "not-cast": .integer(notCast), "received": .integer(received),
        ]
        for choice in Choice.allCases { members[choice.rawValue] = .integer(self[choice]) }
        if let present { members["present"] = .integer(present) }
        return .object(members)
    }
}

extension Ballots {
    /// Puts a sheet into columns.
    init(_ sheet: BallotSheet, form: Form, options: [String]) throws {
        switch form {
        case .ranking:
            var ballots = try RankedBallots(options: options)
            for ballot in sheet.ballots {
                guard case .ranking(let groups) = ballot.content else {
                    throw Fault("ballot-of-another-form", [.text("voter", ballot.by)])
                }
                try ballots.append(ranking: groups)
            }
            self = .ranked(ballots)
        case .scores:
            var ballots = try ScoredBallots(options: options)
            for ballot in sheet.ballots {
                guard case .scores(let scores) = ballot.content else {
                    throw Fault("ballot-of-another-form", [.text("voter", ballot.by)])
                }
                try ballots.append(scores: scores.map { ($0.option, $0.score) })
            }
            self = .scored(ballots)
        }
    }

    /// What the minutes keep of a count: the method, its ranking, and every ballot, equal ones together.
    ///
    /// Ballots are pairs of how many and what: groups of places on the paper
    /// under `sheet`, places with their scores under `scores`.
    func body(of tally: Tally) -> [String: JSON] {
        var body = body(method: tally.method, ranking: tally.rankingNames)
        if tally.seats > 1 { body["seats"] = .integer(tally.seats) }
        if !tally.tied.isEmpty { body["tied"] = .strings(tally.tiedNames) }
        return body
    }

    /// The method, a ranking, and every ballot.
    func body(method: String, ranking: [[String]]) -> [String: JSON] {
        var body: [String: JSON] = [
            "method": .string(method), "ranking": .array(ranking.map { JSON.strings($0) }),
        ]
        switch self {
        case .ranked(let ballots):
            body["sheet"] = .array(ballots.groupedRows.map { .array([.integer($0.weight), $0.row.json]) })
        case .scored(let ballots):
            body["scores"] = .array(ballots.groupedRows.map { .array([.integer($0.weight), $0.row.json]) })
        }
        return body
    }
}

extension RankedBallots {
    /// Equal ballots together: the most frequent first, then by their ranks.
    fileprivate var groupedRows: [(weight: Int, row: [[Int]])] {
        grouped((0..<rowCount).map { (weight(ofRow: $0), ranking(ofRow: $0)) })
    }
}

extension ScoredBallots {
    /// Equal ballots together: the most frequent first, then by their scores.
    fileprivate var groupedRows: [(weight: Int, row: [[Int]])] {
        grouped(
            (0..<rowCount).map { row in
                let scores = options.indices.compactMap { option in
                    score(ofRow: row, option: option).map { [option, $0] }
                }
                return (weight(ofRow: row), scores)
            })
    }
}

/// Equal rows together: the most frequent first, then in the order of their numbers.
private func grouped(_ rows: [(Int, [[Int]])]) -> [(weight: Int, row: [[Int]])] {
    var weights: [[[Int]]: Int] = [:]
    for (weight, row) in rows { weights[row, default: 0] += weight }
    return weights.map { (weight: $0.value, row: $0.key) }.sorted { left, right in
        if left.weight != right.weight { return left.weight > right.weight }
        return left.row.lexicographicallyPrecedes(right.row) { $0.lexicographicallyPrecedes($1) }
    }
}

extension [[Int]] {
    /// The numbers as the minutes keep them.
    fileprivate var json: JSON { .array(map { .array($0.map(JSON.integer)) }) }
}
