import TingClerk
import TingTally

extension TieBreaking {
    /// Reads `--tie-break`: ways with commas between them, tried in order.
    ///
    /// The ways are `fail`, `revote`, `lot SEED`, `earlier rounds backwards`, `earlier rounds forwards` and
    /// `casting vote A>B>C`, in which options may be left out.
    init(flag text: String, file: BallotFile) throws {
        self.init(try text.split(separator: ",").map { try TieBreak(way: $0.trimmingSpaces, file: file) })
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
                let seed = words.dropFirst().joined(separator: " ")
                self = .lot(Lot.drawn(from: seed, among: file.ballots.options))
            } else if words.starts(with: ["casting", "vote"]), words.count > 2 {
                let order = words.dropFirst(2).joined(separator: " ")
                self = .castingVote(
                    by: nil,
                    order: try order.split(separator: ">").map { try file.index(ofOption: $0.trimmingSpaces) }
                )
            } else {
                throw WrongUse("tie-break-unknown", [.text("given", way)])
            }
        }
    }
}
