import TingProceedings
import TingTally
import TingWorkflow

/// What a tally document of the minutes says was counted.
enum CountedVote: Sendable {
    /// Yes, no, abstain, blank and unreadable, in all and by class.
    case yesNo(YesNoBallots)
    /// Rankings, equal ones together; the options are named by their letters.
    case ranked(RankedBallots, method: String, ranking: [[String]])

    /// Reads the document that the closing of a vote kept.
    ///
    /// - Parameter letters: The letters of the options, in the order of the ballot paper.
    /// - Throws: ``NoReport`` `report-tally-unreadable` with the key that is not as expected.
    init(_ tally: JSON, letters: [String]) throws(NoReport) {
        func unreadable(_ key: String) -> NoReport {
            NoReport("report-tally-unreadable", [.text("key", key)])
        }
        if let counts = tally["counts"] {
            guard let whole = counts["whole"].flatMap(ChoiceCount.init(json:)) else {
                throw unreadable("counts")
            }
            var classes: [ClassCount] = []
            for row in counts["classes"]?.array ?? [] {
                guard let name = row["name"]?.string,
                    let count = row["counts"].flatMap(ChoiceCount.init(json:))
                else { throw unreadable("classes") }
                classes.append(ClassCount(name: name, count: count))
            }
            self = .yesNo(YesNoBallots(whole: whole, classes: classes))
            return
        }
        guard let rows = tally["sheet"]?.array, let method = tally["method"]?.string,
            var ballots = try? RankedBallots(options: letters)
        else { throw unreadable("sheet") }
        for row in rows {
            guard let pair = row.array, pair.count == 2, let weight = pair[0].integer,
                let groups = pair[1].array?.map({ $0.array?.compactMap(\.integer) ?? [] }),
                (try? ballots.append(ranking: groups, weight: weight)) != nil
            else { throw unreadable("sheet") }
        }
        let ranking = tally["ranking"]?.array?.map { $0.array?.compactMap(\.string) ?? [] } ?? []
        self = .ranked(ballots, method: method, ranking: ranking)
    }
}

extension ChoiceCount {
    /// Reads counts as the minutes keep them; nil for anything else.
    fileprivate init?(json: JSON) {
        guard let eligible = json["eligible"]?.integer else { return nil }
        guard var counts = try? ChoiceCount(eligible: eligible) else { return nil }
        for choice in Choice.allCases {
            guard let number = json[choice.rawValue]?.integer,
                (try? counts.add(number, to: choice)) != nil
            else { return nil }
        }
        self = counts
    }
}
