import ArgumentParser
import TingReports
import TingTally
import TingWorkflow

/// The flags for ballot files that do not say what options cost and how much there is to spend.
struct BudgetFlags: ParsableArguments {
    @Option(help: ArgumentHelp(help("count-budget")))
    var budget: String?
    @Option(parsing: .singleValue, help: ArgumentHelp(help("count-cost")))
    var cost: [String] = []
    @Option(parsing: .unconditional, help: ArgumentHelp(help("count-least-sum")))
    var leastSum: WholeNumber?

    /// Whether one of them says how much there is to spend, or on what terms.
    var saysWhatRulesSay: Bool { budget != nil || leastSum != nil }

    /// Whether none of them is given.
    var isEmpty: Bool { cost.isEmpty && !saysWhatRulesSay }

    /// The budget for the ballots of a file: what the flags say goes before what the file says.
    ///
    /// - Returns: Nil where neither says anything of it.
    func budget(for file: BallotFile) throws -> Budget? {
        guard !isEmpty else { return file.budget }
        guard let limit = try budget.map({ try amount($0, "--budget") }) ?? file.budget?.limit else {
            throw WrongUse("cost-without-budget")
        }
        guard let costs = try costs(of: file) else { throw WrongUse("budget-without-cost") }
        let least = try leastSum?.value(of: "--least-sum", from: 1) ?? file.budget?.leastSum
        return Budget(limit: limit, costs: costs, leastSum: least ?? 0)
    }

    /// What each option costs: `--cost "Bike racks=500"`, one for every option, or what the file says.
    ///
    /// - Returns: Nil where neither says anything of it.
    func costs(of file: BallotFile) throws -> [Fraction]? {
        guard !cost.isEmpty else { return file.budget?.costs }
        let names = file.ballots.options
        var costs = [Fraction?](repeating: nil, count: names.count)
        for text in cost {
            guard let equals = text.lastIndex(of: "="), equals != text.startIndex else {
                throw WrongUse("cost-form", [.text("text", text)])
            }
            let option = try file.index(ofOption: String(text[..<equals]).trimmingSpaces)
            guard costs[option] == nil else { throw WrongUse("cost-twice", [.text("option", names[option])]) }
            costs[option] = try amount(String(text[text.index(after: equals)...]), "--cost")
        }
        let missing = names.indices.filter { costs[$0] == nil }.map { names[$0] }
        guard missing.isEmpty else { throw WrongUse("cost-missing", [.list("options", missing)]) }
        return costs.compactMap { $0 }
    }

    private func amount(_ text: String, _ flag: String) throws -> Fraction {
        guard let amount = Fraction(money: text) else {
            throw WrongUse("amount-form", [.text("flag", flag), .text("text", text)])
        }
        return amount
    }
}
