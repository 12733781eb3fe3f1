import TingProceedings
import TingTally
import TingWorkflow

/// What a tally document of the minutes says was counted.
enum CountedVote: Sendable {
    /// Yes, no, abstain, blank and unreadable, in all and by class.
    case yesNo(YesNoBallots)
    /// Ballots over several options, equal ones together; the options are named by their letters. Nil where
    /// the paper held no option.
    case counted(Ballots?, method: String, ranking: [[String]])

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
        guard let method = tally["method"]?.string else { throw unreadable("method") }
        let ranking = tally["ranking"]?.array?.map { $0.array?.compactMap(\.string) ?? [] } ?? []
        guard !letters.isEmpty else {
            self = .counted(nil, method: method, ranking: ranking)
            return
        }
        let form: Ballots.Form = tally["scores"] == nil ? .ranking : .scores
        let key = form == .ranking ? "sheet" : "scores"
        guard let rows = tally[key]?.array,
            let ballots = try? Ballots(rows: rows, form: form, options: letters)
        else { throw unreadable(key) }
        self = .counted(ballots, method: method, ranking: ranking)
    }
}

extension Ballots {
    /// Reads ballots as the minutes keep them: pairs of how many and what.
    fileprivate init?(rows: [JSON], form: Form, options: [String]) throws {
        var ranked = try RankedBallots(options: options)
        var scored = try ScoredBallots(options: options)
        for row in rows {
            guard let pair = row.array, pair.count == 2, let weight = pair[0].integer,
                let lists = pair[1].array?.map({ $0.array?.compactMap(\.integer) ?? [] })
            else { return nil }
            switch form {
            case .ranking: try ranked.append(ranking: lists, weight: weight)
            case .scores:
                guard lists.allSatisfy({ $0.count == 2 }) else { return nil }
                try scored.append(scores: lists.map { ($0[0], $0[1]) }, weight: weight)
            }
        }
        self = form == .ranking ? .ranked(ranked) : .scored(scored)
    }

    /// The ballots as the minutes keep them, and under which key.
    var json: (key: String, rows: JSON) {
        switch self {
        case .ranked(let ballots):
            (
                "sheet",
                .array(
                    (0..<ballots.rowCount).map { row in
                        .array([
                            .integer(ballots.weight(ofRow: row)),
                            .array(ballots.ranking(ofRow: row).map { .array($0.map(JSON.integer)) }),
                        ])
                    })
            )
        case .scored(let ballots):
            (
                "scores",
                .array(
                    (0..<ballots.rowCount).map { row in
                        let scores = ballots.options.indices.compactMap { option in
                            ballots.score(ofRow: row, option: option).map {
                                JSON.array([.integer(option), .integer($0)])
                            }
                        }
                        return .array([.integer(ballots.weight(ofRow: row)), .array(scores)])
                    })
            )
        }
    }
}

extension ChoiceCount {
    /// Reads counts as the minutes keep them; nil for anything else.
    fileprivate init?(json: JSON) {
        guard let eligible = json["eligible"]?.integer else { return nil }
        guard var counts = try? ChoiceCount(eligible: eligible, present: json["present"]?.integer)
        else { return nil }
        for choice in Choice.allCases {
            guard let number = json[choice.rawValue]?.integer,
                (try? counts.add(number, to: choice)) != nil
            else { return nil }
        }
        self = counts
    }
}
