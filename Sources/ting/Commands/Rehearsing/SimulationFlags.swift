import TingClerk
import TingTally
import TingWorkflow

/// What the flags of a simulation say, held against the workflow.
struct SimulationFlags {
    private let workflow: Workflow

    init(_ workflow: Workflow) {
        self.workflow = workflow
    }

    /// The most members, or holders of a role, that a simulation takes.
    static let mostMembers = 100_000

    /// `200`, or `workers=40,users=160`; members of no class are `others`. With a number alone
    /// and classes in the workflow, the classes get equal parts, the first ones the rest.
    func members(_ text: String) throws -> [Scenario.Population] {
        if let count = Int(text), (1...Self.mostMembers).contains(count) {
            let classes = workflow.needs.classes
            guard !classes.isEmpty else { return [Scenario.Population(memberClass: nil, count: count)] }
            return classes.enumerated().map { place, name in
                let share = count / classes.count + (place < count % classes.count ? 1 : 0)
                return Scenario.Population(memberClass: name, count: share)
            }
        }
        return try pairs(text, "members", among: workflow.needs.classes + ["others"]).map {
            Scenario.Population(memberClass: $0.name == "others" ? nil : $0.name, count: $0.number)
        }
    }

    /// `maintainers=5,board=7`.
    func roles(_ text: String) throws -> [String: Int] {
        guard !text.isEmpty else { return [:] }
        var roles: [String: Int] = [:]
        for pair in try pairs(text, "roles", among: workflow.needs.roles) { roles[pair.name] = pair.number }
        return roles
    }

    /// `raises-fees,changes-purpose`.
    func subjects(_ text: String) throws -> [String] {
        let known = workflow.subjects.map(\.name)
        return try text.split(separator: ",").map { part in
            guard known.contains(String(part)) else {
                throw WrongUse(
                    "subject-unknown", [.text("subject", String(part)), .list("subjects", known)])
            }
            return String(part)
        }
    }

    /// A chance from 0 to 1.
    func chance(_ text: String, _ flag: String) throws -> Fraction {
        guard let chance = Fraction(chance: text) else { throw noChance(text, flag) }
        return chance
    }

    /// A chance, or two with two dots between them.
    func range(_ text: String, _ flag: String) throws -> ChanceRange {
        guard let range = ChanceRange(text: text) else { throw noChance(text, flag) }
        return range
    }

    private func noChance(_ text: String, _ flag: String) -> WrongUse {
        WrongUse("simulate-no-chance", [.text("flag", flag), .text("text", text)])
    }

    private func pairs(_ text: String, _ flag: String, among names: [String]) throws
        -> [(name: String, number: Int)]
    {
        var pairs: [(name: String, number: Int)] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let sides = part.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
            guard sides.count == 2, names.contains(sides[0]), let number = Int(sides[1]),
                (0...Self.mostMembers).contains(number), !pairs.contains(where: { $0.name == sides[0] })
            else {
                throw WrongUse(
                    "simulate-no-numbers",
                    [.text("flag", flag), .text("text", String(part)), .list("names", names)])
            }
            pairs.append((sides[0], number))
        }
        return pairs
    }
}
