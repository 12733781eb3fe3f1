public import TingTally

/// The flags `--quorum` and `--majority` of a count by `yes-no`.
///
/// ```text
/// --quorum   NUMBER                        at least so many of yes, no and abstain
///            NUMBER counting CHOICE,...    at least so many of these
///            SHARE                         `at least 1/10 of electorate`: of yes, no and abstain
///            SHARE counting CHOICE,...
/// --majority SHARE                         `more than 1/2 of votes cast`: of yes
///            at least NUMBER yes           no fewer yes than that
///            yes=RATIO                     at least so many yes for each no, and more yes than no
/// ```
extension YesNoRule {
    /// Whether flags say all that the rule itself asks; else only a file with the rule does.
    var isCountedByFlags: Bool {
        furtherQuorums.isEmpty && (quorum?.classNames.isEmpty ?? true) && majority?.className == nil
            && seats == nil && vacant == nil && cap == nil && weights == nil && bands == nil && bodies.isEmpty
    }

    /// The flags with which these ballots are counted under the rule's own quorum and majority.
    func flags(counting counts: ChoiceCount) -> [String] {
        var flags: [String] = []
        if let quorum, let progress = try? quorum.progress(of: counts) {
            // A share of nothing is never reached; no number of ballots is either.
            let needed = progress.isMet ? progress.needed : max(progress.needed, progress.reached + 1)
            let isTurnout = Set(quorum.counting) == [.yes, .no, .abstain]
            let counted = quorum.counting.map(\.rawValue).joined(separator: ",")
            flags += ["--quorum", isTurnout ? String(needed) : "\(needed) counting \(counted)"]
        }
        if let majority { flags += ["--majority", flag(for: majority, counting: counts)] }
        if let minimumYes { flags += ["--majority", "at least \(minimumYes) yes"] }
        return flags
    }

    /// A share as it is counted again; of those present, whom no ballot file knows, as the number it came to.
    private func flag(for share: Share, counting counts: ChoiceCount) -> String {
        guard share.base.isOfPresent else { return share.description }
        let needed = (0...counts.eligible).first { (try? share.isMet(by: $0, of: counts)) ?? false }
        return "at least \(needed ?? counts.eligible + 1) yes"
    }

    /// The rule that the flags of a count by `yes-no` describe.
    ///
    /// - Parameters:
    ///   - quorum: What stands after `--quorum`; nil for none.
    ///   - majorities: What stands after each `--majority`; none is more than 1/2 of votes cast.
    /// - Throws: ``TallyError`` `quorum-flag-unreadable`, `majority-flag-unreadable` or
    ///   `yes-ratio-too-small`, with the text.
    public init(name: String = "yes-no", quorum: String?, majorities: [String]) throws(TallyError) {
        self.init(name: name)
        if let text = quorum {
            guard let read = Quorum(flag: text) else {
                throw TallyError(Statement("quorum-flag-unreadable", [.text("text", text)]))
            }
            self.quorum = read
        }
        for text in majorities {
            if let least = Self.leastYes(text) {
                minimumYes = max(minimumYes ?? 0, least)
            } else if majority == nil, let share = Share(text: text) {
                majority = share
            } else if majority == nil, let ratio = OptionRatio(flag: text), ratio.option == "yes",
                ratio.ratio > Fraction(0)
            {
                majority = try Share(ratio, given: text)
            } else {
                throw TallyError(Statement("majority-flag-unreadable", [.text("text", text)]))
            }
        }
        if majorities.isEmpty { majority = Share(.moreThan, .half, of: .votesCast) }
    }

    private static func leastYes(_ text: String) -> Int? {
        let words = text.split(separator: " ")
        guard words.count == 4, words[0] == "at", words[1] == "least", words[3] == "yes" else { return nil }
        return Int(words[2])
    }
}

extension Fraction {
    /// One half.
    fileprivate static let half = (try? Fraction(1, 2)) ?? Fraction(0)
}

extension Quorum {
    fileprivate init?(flag text: String) {
        let parts = text.split(separator: " counting ", maxSplits: 1).map(String.init)
        guard let first = parts.first else { return nil }
        var counting: [Choice] = [.yes, .no, .abstain]
        if parts.count == 2 {
            let names = parts[1].split(separator: ",", omittingEmptySubsequences: false)
            counting = names.compactMap { Choice(rawValue: $0.filter { $0 != " " }) }
            guard counting.count == names.count else { return nil }
        }
        if let number = Fraction(text: first) {
            self.init(need: .number(.atLeast, Surd(number)), counting: counting)
        } else if let share = Share(text: first) {
            self.init(need: .share(share), counting: counting)
        } else {
            return nil
        }
    }
}

extension Share {
    /// The share that `yes=2` asks: two yes for each no are two thirds of both together.
    ///
    /// A ratio below 1 is refused: `yes=2/3` is two yes for three no, and nobody who writes it means that.
    fileprivate init(_ ratio: OptionRatio, given text: String) throws(TallyError) {
        let one = Fraction(1)
        guard ratio.ratio >= one, let sum = try? ratio.ratio + one, let share = try? ratio.ratio / sum else {
            throw TallyError(
                Statement(
                    "yes-ratio-too-small",
                    [
                        .text("text", text), .fraction("ratio", ratio.ratio),
                        .term("comparison", ratio.comparison.rawValue),
                    ]))
        }
        // Of an option against the default one a ratio of 1 asks more, not as many: a tie is no majority.
        self.init(ratio.ratio == one ? .moreThan : ratio.comparison, share, of: .votesCast)
    }

    /// Reads a share as a workflow file writes it, such as `at least 2/3 of votes cast`.
    fileprivate init?(text: String) {
        guard let comparison = Comparison.allCases.first(where: { text.hasPrefix($0.rawValue + " ") }) else {
            return nil
        }
        let rest = text.dropFirst(comparison.rawValue.count + 1)
        let parts = rest.split(separator: " of ", maxSplits: 1).map(String.init)
        guard parts.count == 2, let fraction = Fraction(text: parts[0]), let base = Base(rawValue: parts[1])
        else { return nil }
        self.init(comparison, fraction, of: base)
    }
}
