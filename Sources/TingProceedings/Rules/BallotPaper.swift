public import TingTally
public import TingWorkflow

/// The paper of one vote: what stands on it, and what a ballot on it may say.
public struct BallotPaper: Hashable, Sendable {
    /// What a ballot looks like.
    public let form: VoteKind.BallotForm
    /// Whether it is answered with one of three words or numbers, and names no options.
    public let isYesNo: Bool
    /// The letters of the options, in the order of the paper; empty where it names none.
    public let letters: [String]
    /// Whether several options may stand at one rank.
    public let allowsEqualRanks: Bool
    /// Whether every option must be ranked.
    public let mustRankAll: Bool
    /// How many ranks a ballot may have; nil for any number.
    public let mostRanks: Int?
    /// Whether points are credits: so many votes for one option cost their square.
    public let isOfCredits: Bool

    /// The paper of a vote that was opened.
    public init(_ vote: VoteKind, _ opened: ProposalEvent.VoteOpened, in workflow: Workflow) {
        let demands = workflow.rule(opened.rule)?.counted
        form = vote.ballot
        isYesNo = vote.isYesNo
        letters = vote.isYesNo ? [] : opened.options.map(\.letter)
        allowsEqualRanks = !(demands?.refusesEqualRanks ?? false)
        mustRankAll = demands?.mustRankAll ?? false
        mostRanks = demands?.mostRanks
        isOfCredits = demands.map { $0.method == Quadratic.name && $0.variant != "snapshot" } ?? false
    }

    /// The words or numbers that answer a paper without options.
    public var choices: [String] {
        guard isYesNo else { return [] }
        return form == .plusMinus ? ["+1", "0", "-1"] : [Choice.yes, .no, .abstain].map(\.rawValue)
    }

    /// A ballot on this very paper, as a member would write it; it says how, and advises nothing.
    public var example: String {
        let first = letters.first ?? ""
        let second = letters.dropFirst().first
        switch form {
        case .yesNoAbstain: return choices.first ?? ""
        case .plusMinus where isYesNo: return choices.first ?? ""
        case .oneChoice: return first
        case .approval: return letters.prefix(2).joined(separator: ",")
        case .ranking:
            if mustRankAll { return letters.joined(separator: ">") }
            return letters.prefix(min(3, mostRanks ?? 3)).joined(separator: ">")
        case .plusMinus: return first + "=+1" + (second.map { ",\($0)=-1" } ?? "")
        case .score(let lowest, let highest):
            let middle = lowest + (highest - lowest + 1) / 2
            return "\(first)=\(highest)" + (second.map { ",\($0)=\(middle)" } ?? "")
        case .points(let points) where isOfCredits:
            // About two thirds of the credits for one option, and what is left for another.
            let many = max(1, (points * 16 / 25).squareRoot)
            let few = second == nil ? 0 : (points - many * many).squareRoot
            return "\(first)=\(many)" + (few > 0 ? ",\(second ?? "")=\(few)" : "")
        case .points(let points):
            let part = second == nil ? points : points - points / 3
            return "\(first)=\(part)" + (second.map { ",\($0)=\(points - part)" } ?? "")
        }
    }

    /// How a ballot is written, in a sentence with the example.
    public var instruction: Statement {
        var facts: [Fact] = [.text("example", example), .list("options", letters)]
        var code: String
        switch form {
        case .yesNoAbstain: (code, facts) = ("paper-yes-no", [.list("choices", choices)])
        case .plusMinus where isYesNo: (code, facts) = ("paper-plus-minus", [.list("choices", choices)])
        case .plusMinus: code = "paper-plus-minus-options"
        case .oneChoice: code = "paper-one-choice"
        case .approval: code = "paper-approval"
        case .ranking:
            code = allowsEqualRanks ? "paper-ranking" : "paper-ranking-strict"
            if mustRankAll { code += "-all" }
        case .score(let lowest, let highest):
            code = "paper-score"
            facts += [.number("lowest", lowest), .number("highest", highest)]
        case .points(let points):
            code = isOfCredits ? "paper-credits" : "paper-points"
            facts.append(.number("points", points))
        }
        return Statement(code, facts)
    }
}

extension Int {
    /// The largest number whose square is not above this one, which is not below 0.
    fileprivate var squareRoot: Int {
        var root = 0
        while (root + 1) * (root + 1) <= self { root += 1 }
        return root
    }
}
