import TingTally

/// A rule as the case files write it.
struct RuleText: Decodable {
    struct QuorumText: Decodable {
        let share: String?
        let number: String?
        let counting: [String]

        func need() throws -> Quorum.Need {
            if let share { return .share(try Share(text: share)) }
            let words = (number ?? "").split(separator: " ").map(String.init)
            guard words.count == 3, let comparison = Comparison(rawValue: words[0] + " " + words[1]),
                let bound = Int(words[2])
            else { throw Share.Unreadable(text: number ?? "") }
            return .number(comparison, Surd(bound))
        }
    }

    let quorum: QuorumText?
    let majority: String?
    let minimumYes: Int?

    private enum CodingKeys: String, CodingKey {
        case quorum, majority
        case minimumYes = "minimum-yes"
    }

    /// The rule of ting.
    func rule(named name: String) throws -> YesNoRule {
        YesNoRule(
            name: name,
            quorum: try quorum.map {
                Quorum(need: try $0.need(), counting: $0.counting.compactMap(Choice.init))
            },
            majority: try majority.map { try Share(text: $0) }, minimumYes: minimumYes)
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
