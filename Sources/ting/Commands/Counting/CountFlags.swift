import ArgumentParser
import TingReports
import TingTally

/// The flags that set how ballots are counted; each method refuses those it does not use.
struct CountFlags: ParsableArguments {
    @Option(parsing: .unconditional, help: ArgumentHelp(help("count-seats")))
    var seats: WholeNumber?
    @Option(name: .customLong("default"), help: ArgumentHelp(help("count-default")))
    var defaultOption: String?
    @Option(parsing: .unconditional, help: ArgumentHelp(help("count-quorum")))
    var quorum: String?
    @Option(parsing: .singleValue, help: ArgumentHelp(help("count-majority")))
    var majority: [String] = []
    @Option(help: ArgumentHelp(help("count-unranked")))
    var unranked: String?
    @Option(help: ArgumentHelp(help("count-tie-break")))
    var tieBreak: String?
    @Option(help: ArgumentHelp(help("count-variant")))
    var variant: String?
    @Option(help: ArgumentHelp(help("count-overvotes")))
    var overvotes: String?
    @Option(parsing: .unconditional, help: ArgumentHelp(help("count-skipped-ranks")))
    var skippedRanks: WholeNumber?
    @Option(parsing: .unconditional, help: ArgumentHelp(help("count-most-ranks")))
    var mostRanks: WholeNumber?
    @Flag(help: ArgumentHelp(help("count-must-rank-all")))
    var mustRankAll = false
    @Option(parsing: .unconditional, help: ArgumentHelp(help("count-decimals")))
    var decimals: WholeNumber?
    @Option(parsing: .unconditional, help: ArgumentHelp(help("count-points")))
    var points: WholeNumber?
    @Option(parsing: .singleValue, help: ArgumentHelp(help("count-group")))
    var group: [String] = []
    @Option(parsing: .unconditional, help: ArgumentHelp(help("count-group-cap")))
    var groupCap: WholeNumber?
    @OptionGroup var money: BudgetFlags
    @Option(name: .customLong("class"), parsing: .singleValue, help: ArgumentHelp(help("count-class")))
    var classes: [String] = []
    @Option(parsing: .singleValue, help: ArgumentHelp(help("count-touches")))
    var touches: [String] = []
    @Option(parsing: .unconditional, help: ArgumentHelp(help("count-electorate")))
    var electorate: WholeNumber?

    /// The settings for ballots of a file; the flags go before what the file says.
    func settings(for file: BallotFile, method: any CountingMethod.Type) throws -> CountingSettings {
        var settings = CountingSettings()
        let stated = method.settings.contains(.seats) ? file.seats : nil
        settings.seats = try seats?.value(of: "--seats", from: 1) ?? stated ?? settings.seats
        settings.unranked = try word(unranked, "--unranked", Unranked.self) ?? settings.unranked
        if method.settings.contains(.defaultOption) {
            settings.defaultOption = try defaultOption.map(file.index)
        }
        settings.quorum = try quorum.map { Surd(try number($0, "--quorum")) }
        let ratios = try ratios()
        // One count asks either "at least" or "more than" of every ratio; mixing would change what was asked.
        guard Set(ratios.map(\.comparison)).count < 2 else { throw WrongUse("ratios-of-two-kinds") }
        settings.ratioComparison = ratios.first?.comparison ?? settings.ratioComparison
        for ratio in ratios { settings.ratios[try file.index(ofOption: ratio.option)] = ratio.ratio }
        settings.ties = try tieBreak.map { try TieBreaking(flag: $0, file: file) } ?? settings.ties
        settings.variant = variant ?? file.variants[method.name]
        settings.ballotRules.overvotes = try overvotesRule ?? settings.ballotRules.overvotes
        settings.ballotRules.mostSkippedRanks = try skippedRanks?.value(
            of: "--skipped-ranks", from: 0)
        settings.ballotRules.mostRanks = try mostRanks?.value(of: "--most-ranks", from: 1)
        settings.ballotRules.mustRankAll = mustRankAll
        settings.decimals = try decimals?.value(of: "--decimals", from: 0)
        settings.points = try points?.value(of: "--points", from: 1)
        settings.budget =
            method.settings.contains(.budget) || !money.isEmpty ? try money.budget(for: file) : nil
        settings.groupCap = try cap(file)
        guard electorate == nil else { throw WrongUse("count-no-electorate", [.text("method", method.name)]) }
        return settings
    }

    /// How many may vote, where a flag or the file says it; a file with more ballots was refused when it
    /// was read.
    ///
    /// - Throws: ``WrongUse`` when the flag says fewer than there are ballots.
    func electorate(of file: BallotFile) throws -> Int? {
        guard let stated = try electorate?.value(of: "--electorate", from: 0) else { return file.electorate }
        let cast = try Fraction(file.ballots.total) * file.ballots.unit
        guard cast <= Fraction(stated) else {
            throw WrongUse(
                "electorate-below-ballots", [.number("electorate", stated), .fraction("ballots", cast)])
        }
        return stated
    }

    /// What becomes of several options at one rank, where the flag says so.
    var overvotesRule: BallotRules.Overvotes? {
        get throws { try word(overvotes, "--overvotes", BallotRules.Overvotes.self) }
    }

    private func ratios() throws -> [OptionRatio] {
        try majority.map { text in
            guard let ratio = OptionRatio(flag: text) else {
                throw WrongUse("majority-form", [.text("text", text)])
            }
            guard ratio.ratio >= Fraction(1) else {
                throw WrongUse(
                    "majority-ratio-too-small", [.text("text", text), .text("option", ratio.option)])
            }
            return ratio
        }
    }

    private func number(_ text: String, _ flag: String) throws -> Fraction {
        guard let number = Fraction(text: text), number >= Fraction(0) else {
            throw WrongUse("number-form", [.text("flag", flag), .text("text", text)])
        }
        return number
    }

    private func word<Word: RawRepresentable<String> & CaseIterable>(
        _ text: String?, _ flag: String, _ words: Word.Type
    ) throws -> Word? {
        guard let text else { return nil }
        if let word = Word(rawValue: text) { return word }
        throw WrongUse(
            "flag-word-unknown",
            [.text("flag", flag), .text("given", text), .list("allowed", Word.allCases.map(\.rawValue))])
    }

    /// The cap on seats: `--group "Acme=Ann,Bob" --group-cap 2`.
    private func cap(_ file: BallotFile) throws -> GroupCap? {
        guard let groupCap = try groupCap?.value(of: "--group-cap", from: 1) else {
            guard group.isEmpty else { throw WrongUse("group-without-cap") }
            return nil
        }
        return GroupCap(groups: try groups(of: file), most: groupCap)
    }

    /// The group of each option: `--group "Acme=Ann,Bob"`; nil for an option of none.
    func groups(of file: BallotFile) throws -> [String?] {
        guard !group.isEmpty else { throw WrongUse("cap-without-group") }
        var groups = [String?](repeating: nil, count: file.ballots.options.count)
        for text in group {
            guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
                throw WrongUse("group-form", [.text("text", text)])
            }
            let names = text[text.index(after: equals)...].split(separator: ",")
            guard !names.isEmpty else { throw WrongUse("group-form", [.text("text", text)]) }
            for name in names {
                let option = try file.index(ofOption: name.trimmingSpaces)
                guard groups[option] == nil else {
                    throw WrongUse("group-twice", [.text("option", file.ballots.options[option])])
                }
                groups[option] = String(text[..<equals]).trimmingSpaces
            }
        }
        return groups
    }
}

extension StringProtocol {
    /// The text without spaces at its ends.
    var trimmingSpaces: String {
        let rest = drop { $0 == " " }
        return String(rest.reversed().drop { $0 == " " }.reversed())
    }
}
