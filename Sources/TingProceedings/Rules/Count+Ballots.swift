import TingTally

extension YesNoBallots {
    /// Adds up a sheet, in all and by class; a voter in two classes counts in both.
    init(_ sheet: BallotSheet, of electorate: Electorate) throws {
        var whole = try ChoiceCount(eligible: electorate.voters.count)
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
        return .object(members)
    }
}

extension RankedBallots {
    /// Puts a sheet into columns.
    init(_ sheet: BallotSheet, options: [String]) throws {
        try self.init(options: options)
        for ballot in sheet.ballots {
            guard case .ranking(let groups) = ballot.content else {
                throw Fault("ballot-of-another-form", [.text("voter", ballot.by)])
            }
            try append(ranking: groups)
        }
    }

    /// Equal ballots together: the most frequent first, then by their ranks.
    var groupedRows: [(weight: Int, ranking: [[Int]])] {
        var weights: [[[Int]]: Int] = [:]
        for row in 0..<rowCount { weights[ranking(ofRow: row), default: 0] += weight(ofRow: row) }
        return weights.map { (weight: $0.value, ranking: $0.key) }.sorted { left, right in
            if left.weight != right.weight { return left.weight > right.weight }
            return left.ranking.lexicographicallyPrecedes(right.ranking) {
                $0.lexicographicallyPrecedes($1)
            }
        }
    }
}
