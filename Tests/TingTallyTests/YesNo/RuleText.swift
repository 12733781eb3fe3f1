import TingTally

/// A rule as the case files write it.
struct RuleText: Decodable {
    struct QuorumText: Decodable {
        let share: String
        let counting: [String]
    }

    let quorum: QuorumText?
    let majority: String?

    /// The rule of ting.
    func rule(named name: String) throws -> YesNoRule {
        YesNoRule(
            name: name,
            quorum: try quorum.map {
                Quorum(need: .share(try Share(text: $0.share)), counting: $0.counting.compactMap(Choice.init))
            },
            majority: try majority.map { try Share(text: $0) })
    }
}

/// Counts as the case files write them.
struct CountsText: Decodable {
    let yes: Int
    let no: Int
    let abstain: Int
    let eligible: Int
    let present: Int?

    /// The ballots.
    func ballots() throws -> YesNoBallots {
        YesNoBallots(
            whole: try ChoiceCount(eligible: eligible, present: present, yes: yes, no: no, abstain: abstain))
    }
}

extension Share {
    struct Unreadable: Error { let text: String }

    /// Reads `at least 2/5 of electorate`.
    init(text: String) throws {
        let words = text.split(separator: " ").map(String.init)
        guard words.count >= 5, words[3] == "of",
            let comparison = Comparison(rawValue: words[0] + " " + words[1]),
            let fraction = Fraction(text: words[2]),
            let base = Base(rawValue: words[4...].joined(separator: " "))
        else { throw Unreadable(text: text) }
        self.init(comparison, fraction, of: base)
    }
}

extension FactValue {
    /// The value as the case files write it.
    var plain: String {
        switch self {
        case .text(let text), .term(let text): text
        case .number(let number), .instant(let number): String(number)
        case .fraction(let fraction): fraction.description
        case .list(let values): values.map(\.plain).joined(separator: ", ")
        case .statement(let statement): statement.code
        }
    }
}
