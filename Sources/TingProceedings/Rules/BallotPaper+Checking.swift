import TingTally
import TingWorkflow

extension BallotPaper {
    /// Everything that such a ballot may not say on this paper; empty when it may say it.
    func objections(to content: Ballot.Content) -> [Statement] {
        switch content {
        case .choice(let choice):
            guard isYesNo, [Choice.yes, .no, .abstain].contains(choice) else {
                return [Statement("ballot-of-another-paper")]
            }
            return []
        case .ranking(let groups):
            guard form == .ranking || form == .oneChoice, !isYesNo else {
                return [Statement("ballot-of-another-paper")]
            }
            return objections(to: groups)
        case .scores(let scores):
            guard let bounds = form.bounds, !isYesNo else { return [Statement("ballot-of-another-paper")] }
            return objections(to: scores, within: bounds)
        }
    }

    private func objections(to groups: [[Int]]) -> [Statement] {
        let places = groups.flatMap(\.self)
        var found = objections(toPlaces: places)
        if places.isEmpty { found.append(Statement("ballot-empty")) }
        if groups.contains(where: \.isEmpty), !places.isEmpty {
            found.append(Statement("ballot-skips-a-rank"))
        }
        if form == .oneChoice {
            if places.count > 1 {
                found.append(Statement("ballot-several-choices", [.list("options", names(places))]))
            }
            return found
        }
        if !allowsEqualRanks {
            for group in groups where group.count > 1 {
                found.append(Statement("ballot-equal-ranks", [.list("options", names(group))]))
            }
        }
        if let mostRanks, groups.count > mostRanks {
            found.append(
                Statement(
                    "ballot-too-many-ranks", [.number("ranks", groups.count), .number("most", mostRanks)]))
        }
        let missing = letters.indices.filter { !places.contains($0) }
        if mustRankAll, !missing.isEmpty {
            found.append(Statement("ballot-leaves-out", [.list("options", names(missing))]))
        }
        return found
    }

    private func objections(to scores: [Ballot.Score], within bounds: ClosedRange<Int>) -> [Statement] {
        var found = objections(toPlaces: scores.map(\.option))
        for given in scores where !bounds.contains(given.score) {
            found.append(
                Statement(
                    "ballot-score-out-of-bounds",
                    [
                        .list("options", names([given.option])), .number("score", given.score),
                        .number("lowest", bounds.lowerBound), .number("highest", bounds.upperBound),
                    ]))
        }
        if case .points(let points) = form {
            // Numbers beyond the bounds are refused above; the sum of the others is small.
            let given = scores.map(\.score).filter(bounds.contains)
            let sum = given.reduce(0, +)
            let cost = given.reduce(0) { $0 + $1 * $1 }
            if isOfCredits, cost > points {
                found.append(
                    Statement("ballot-too-many-credits", [.number("cost", cost), .number("credits", points)])
                )
            } else if sum > points {
                found.append(
                    Statement("ballot-too-many-points", [.number("sum", sum), .number("points", points)]))
            }
        }
        return found
    }

    /// Places that are not on the paper, and options that stand on the ballot twice.
    private func objections(toPlaces places: [Int]) -> [Statement] {
        var found: [Statement] = []
        var seen: Set<Int> = []
        for place in places {
            if !letters.indices.contains(place) {
                found.append(Statement("option-not-on-paper", [.number("option", place)]))
            } else if !seen.insert(place).inserted {
                found.append(Statement("option-twice", [.text("option", letters[place])]))
            }
        }
        return found
    }

    private func names(_ places: [Int]) -> [String] {
        places.map { letters.indices.contains($0) ? letters[$0] : String($0) }
    }
}
