import TingClerk
import TingTally

extension TieBreaking {
    /// Reads `--tie-break`: ways with commas between them, tried in order.
    ///
    /// The ways are `fail`, `revote`, `lot SEED`, `earlier rounds backwards`, `earlier rounds forwards` and
    /// `casting vote A>B>C`, in which options may be left out. A seed or an option that has a comma or `>`
    /// in it stands in double quotes: `earlier rounds backwards, lot "Ada, 4 May"`.
    init(flag text: String, file: BallotFile) throws {
        guard let parts = text.split(outsideQuotesAt: ",") else {
            throw WrongUse("tie-break-quote-open", [.text("given", text)])
        }
        self.init(
            try parts.map(\.trimmingSpaces).filter { !$0.isEmpty }.map { try TieBreak(way: $0, file: file) })
        guard !ways.isEmpty else { throw WrongUse("tie-break-unknown", [.text("given", text)]) }
    }
}

extension TieBreak {
    fileprivate init(way: String, file: BallotFile) throws {
        // Dashes for spaces spare the quotes on a command line.
        let words = way.split(separator: " ").map(String.init)
        let plain = way.replacing("-", with: " ")
        switch plain {
        case "fail", "fails": self = .fail
        case "revote", "re vote": self = .revote
        case "earlier rounds backwards": self = .earlierRounds(.backwards)
        case "earlier rounds forwards": self = .earlierRounds(.forwards)
        default:
            if words.first == "lot", words.count > 1 {
                let seed = String(way.dropFirst("lot".count)).trimmingSpaces.withoutQuotes
                self = .lot(Lot.drawn(from: seed, among: file.ballots.options))
            } else if words.starts(with: ["casting", "vote"]), words.count > 2 {
                let order = words.dropFirst(2).joined(separator: " ").split(outsideQuotesAt: ">") ?? []
                self = .castingVote(by: nil, order: try Self.order(order, file))
            } else {
                throw WrongUse("tie-break-unknown", [.text("given", way)])
            }
        }
    }

    /// The options of a casting vote, best first, each once.
    private static func order(_ names: [String], _ file: BallotFile) throws -> [Int] {
        var order: [Int] = []
        for name in names {
            let option = try file.index(ofOption: name.trimmingSpaces.withoutQuotes)
            guard !order.contains(option) else {
                throw WrongUse("casting-vote-twice", [.text("option", file.ballots.options[option])])
            }
            order.append(option)
        }
        return order
    }
}

extension String {
    /// The parts between a separator, where it stands outside double quotes; nil when a quote is not closed.
    fileprivate func split(outsideQuotesAt separator: Character) -> [String]? {
        var parts = [""]
        var isQuoted = false
        for character in self {
            if character == "\"" { isQuoted.toggle() }
            if character == separator, !isQuoted {
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
        }
        return isQuoted ? nil : parts
    }

    /// What stands between two double quotes; a text without them is itself.
    fileprivate var withoutQuotes: String {
        count > 1 && hasPrefix("\"") && hasSuffix("\"") ? String(dropFirst().dropLast()) : self
    }
}
