import TingProceedings
import TingTally
import TingWorkflow

extension Recount {
    /// The recount of ballots over several options.
    init(
        _ report: TallyReport, _ ballots: Ballots, method: String,
        _ demands: RuleDefinition.CountedDemands, _ settings: CountingSettings, title: String
    ) {
        let options = report.opened.options
        let letters = options.map(\.letter)
        // A lot is drawn from the letters; under other names of the options it would be another lot.
        let names = report.opened.lot == nil ? Self.names(of: options) : letters
        let text = try? ABIF.text(of: ballots, named: names, title: title, tokens: letters)
        let file = File(name: report.name + ".abif", text: text ?? "")
        let folder = report.setting.folder
        var words = ["ting", "count", folder.isEmpty ? file.name : folder + "/" + file.name]
        words += ["--method", method] + settings.flags(of: method, letters)
        // Who stands above the default option has won; a method that does not know it is told so as well.
        if settings.defaultOption == nil, report.vote.hasDefault, let last = letters.last {
            words += ["--default", last]
        }
        words += report.tieFlags(letters, of: method)
        self.init(files: [file], steps: [Step(statement: Statement("recount-ranked"), words: words)])
    }

    /// The full names of the options; with their letters where two would be written alike.
    private static func names(of options: [ProposalEvent.BallotOption]) -> [String] {
        let titles = options.map { $0.title.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        let written = Set(titles.map { String($0.map { "[]()".contains($0) ? "|" : $0 }) })
        let areClear = written.count == titles.count && !titles.contains("")
        return areClear ? titles : zip(options, titles).map { "\($0.letter). \($1)" }
    }
}

extension CountingSettings {
    /// The flags of a count with these settings, but those for ties.
    fileprivate func flags(of method: String, _ letters: [String]) -> [String] {
        let used = CountingMethods.named(method)?.settings ?? []
        var flags: [String] = []
        if seats != 1 { flags += ["--seats", String(seats)] }
        if let variant, used.contains(.variant) { flags += ["--variant", variant] }
        if let defaultOption { flags += ["--default", letters[defaultOption]] }
        if let quorum { flags += ["--quorum", quorum.flag] }
        for option in ratios.keys.sorted() {
            guard let ratio = ratios[option], ratio > Fraction(1) else { continue }
            let strictly = ratioComparison == .moreThan ? "more than " : ""
            flags += ["--majority", "\(letters[option])=\(strictly)\(ratio)"]
        }
        if used.contains(.unranked) { flags += ["--unranked", unranked.rawValue] }
        if used.contains(.ballotRules), ballotRules != BallotRules() { flags += ballotRules.flags }
        if let decimals { flags += ["--decimals", String(decimals)] }
        if let points { flags += ["--points", String(points)] }
        return flags + (budget?.flags(letters) ?? []) + (groupCap?.flags(letters) ?? [])
    }
}

extension Budget {
    /// The flags for what there is to spend, and for what each option costs.
    fileprivate func flags(_ letters: [String]) -> [String] {
        func text(_ amount: Fraction) -> String { amount.decimal ?? amount.description }
        var flags = ["--budget", text(limit)]
        for (letter, cost) in zip(letters, costs) { flags += ["--cost", "\(letter)=\(text(cost))"] }
        if leastSum > 1 { flags += ["--least-sum", String(leastSum)] }
        return flags
    }
}

extension GroupCap {
    /// The flags for the groups with several options, and for the cap.
    fileprivate func flags(_ letters: [String]) -> [String] {
        var names: [String] = []
        for name in groups.compactMap(\.self) where !names.contains(name) { names.append(name) }
        // The flag parts the name from its options at the first equals sign.
        let isClear = !names.contains { $0.contains("=") }
        var flags: [String] = []
        for (place, name) in names.enumerated() {
            let options = zip(groups, letters).filter { $0.0 == name }.map(\.1)
            flags += [
                "--group", "\(isClear ? name : "group \(place + 1)")=" + options.joined(separator: ","),
            ]
        }
        return flags.isEmpty ? [] : flags + ["--group-cap", String(most)]
    }
}

extension BallotRules {
    fileprivate var flags: [String] {
        var flags: [String] = []
        if let overvotes { flags += ["--overvotes", overvotes.rawValue] }
        if let mostSkippedRanks { flags += ["--skipped-ranks", String(mostSkippedRanks)] }
        if let mostRanks { flags += ["--most-ranks", String(mostRanks)] }
        if mustRankAll { flags.append("--must-rank-all") }
        return flags
    }
}

extension TallyReport {
    /// The flag for the ways of breaking ties; a casting vote is there only when it was used.
    fileprivate func tieFlags(_ letters: [String], of method: String) -> [String] {
        guard CountingMethods.named(method)?.settings.contains(.ties) ?? false else { return [] }
        let ways = vote.ties.compactMap { tie -> String? in
            switch tie {
            case .fails, .outcome: nil
            case .revote: "revote"
            case .castingVote: proposal.visit?.last("decide-tie")?.choice.map { "casting vote " + $0 }
            case .lot: closed.seed.map { "lot " + $0 }
            case .earlierRounds(let direction): "earlier rounds " + direction.rawValue
            }
        }
        return ways.isEmpty ? [] : ["--tie-break", ways.joined(separator: ", ")]
    }
}

extension Surd {
    /// The number for the flag `--quorum`: exact where it is a fraction, else to ten places.
    ///
    /// Ballots are whole numbers and a root that is no fraction lies between two
    /// of them, so cutting it off there changes no comparison.
    fileprivate var flag: String { fraction?.description ?? decimal(places: 10) }
}

extension ABIF {
    /// Ballots as a file, under other names of the options.
    fileprivate static func text(
        of ballots: Ballots, named names: [String], title: String, tokens: [String]
    ) throws(TallyError) -> String {
        switch ballots {
        case .ranked(let ranked):
            var renamed = try RankedBallots(options: names)
            for row in 0..<ranked.rowCount {
                try renamed.append(ranking: ranked.ranking(ofRow: row), weight: ranked.weight(ofRow: row))
            }
            return try text(of: renamed, title: title, tokens: tokens)
        case .scored(let scored):
            var renamed = try ScoredBallots(options: names)
            for row in 0..<scored.rowCount {
                let scores = names.indices.compactMap { option in
                    scored.score(ofRow: row, option: option).map { (option: option, score: $0) }
                }
                try renamed.append(scores: scores, weight: scored.weight(ofRow: row))
            }
            return try text(of: renamed, title: title, tokens: tokens)
        }
    }
}
