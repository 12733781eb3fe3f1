import TingTally

/// Who acts in a story, each by a name: the author is Ada, whoever else comes next Bo, Cy, Di ...
struct StoryCast {
    private let workflow: Workflow
    /// The names given so far, by what their bearers are.
    private var names: [People.Who: [String]] = [.relation(.author): ["Ada"]]
    private var used = 1

    /// Names for as many people as stories have; of any further one only the role is told.
    private static let all = ["Ada", "Bo", "Cy", "Di", "Eli", "Fay", "Gus", "Hal", "Ida", "Jo", "Kim", "Liv"]

    init(_ workflow: Workflow) {
        self.workflow = workflow
    }

    /// What a move is, told as something that somebody does.
    mutating func sentence(_ move: Graph.Move, in graph: Graph) -> Statement {
        let state = graph.states[move.from]
        let told: Statement =
            switch move.cause {
            case .outcome(let name): outcome(name, of: state)
            case .action(let name):
                Statement(
                    "tale-action",
                    [who(state.action(name)?.by ?? .anyMember), .text("action", name)])
            }
        guard let full = move.insteadOf.map({ graph.states[$0] }) else { return told }
        return Statement(
            "tale-full",
            [
                Fact("step", .statement(told)), .text("full", full.name),
                .number("visits", full.visits?.atMost ?? 0),
            ])
    }

    /// What an outcome is.
    private mutating func outcome(_ name: String, of state: State) -> Statement {
        let facts: [Fact] = [.text("state", state.name), .term("outcome", name)]
        switch (state.kind, name) {
        case (is VoteKind, _):
            return Statement(Self.votes.contains(name) ? "tale-vote-\(name)" : "tale-ends", facts)
        case (is DraftKind, "submitted"): return Statement("tale-submitted", [who(.author)])
        case (is DraftKind, _): return Statement("tale-not-submitted", [who(.author)])
        case (let kind as SponsorshipKind, "enough"):
            guard let count = kind.sponsors?.otherwise.wholeNumber else {
                return Statement("tale-sponsored-enough", facts)
            }
            return Statement("tale-sponsored", [.number("count", count)])
        case (let kind as NoticeKind, "given"): return Statement("tale-notice", [who(kind.by)] + facts)
        case (let kind as OpinionKind, "given"): return Statement("tale-opinion", [who(kind.by)] + facts)
        case (is MeetingKind, "held"): return Statement("tale-held", facts)
        case (let kind as VetoKind, "vetoed"): return Statement("tale-vetoed", [who(kind.by)] + facts)
        case (let kind as JudgementKind, _) where kind.choices.contains(name):
            return Statement("tale-judged", [who(kind.by)] + facts)
        case (let kind as TaskKind, "done"), (let kind as TaskKind, "refused"):
            return Statement("tale-reported", [who(kind.by)] + facts)
        default: break
        }
        if case .between(_, _, .some(let people)) = state.clock, state.kind is DeliberationKind {
            return Statement("tale-ended", [who(people)] + facts)
        }
        let form = state.kind.outcomes.first { $0.name == name }
        guard form?.byPeople ?? false, let deed = state.kind.deeds(in: workflow).first else {
            return Statement(state.kind.outcomes.count == 1 ? "tale-time-up" : "tale-ends", facts)
        }
        return Statement("tale-people", [who(deed.by)] + facts)
    }

    private static let votes = ["passed", "failed", "no-quorum", "tied", "not-held"]

    /// The people who act: `Bo (maintainer)`, `Cy and Di (maintainers)`.
    private mutating func who(_ people: People) -> Fact {
        let who = people.anyOf.first ?? .members
        let number: Int
        switch people.number {
        case .one: number = 1
        case .several(let several): number = several
        case .each: return Fact("who", .statement(Statement("tale-everybody", [role(who)])))
        case .formula, .allBut:
            return Fact("who", .statement(Statement("tale-enough", [.text("people", people.description)])))
        }
        var given = names[who] ?? []
        while given.count < number, used < Self.all.count {
            given.append(Self.all[used])
            used += 1
        }
        names[who] = given
        guard given.count >= number else {
            return Fact("who", .statement(Statement("tale-several", [.number("count", number), role(who)])))
        }
        return Fact(
            "who",
            .statement(Statement("tale-person", [.list("names", Array(given.prefix(number))), role(who)])))
    }

    private func role(_ who: People.Who) -> Fact {
        switch who {
        case .relation(let relation): .term("role", "story-" + relation.rawValue)
        case .members: .term("role", "story-member")
        case .role(let name), .memberClass(let name): .text("role", name)
        }
    }
}

extension Amount {
    /// The number, where it is the same for every electorate; nil for a formula.
    var wholeNumber: Int? {
        guard let small = try? bound(members: 10, formulas: []),
            let large = try? bound(members: 1_000, formulas: []),
            small == large
        else { return nil }
        let least = try? comparison.least(beyond: small)
        return least
    }
}

extension People: CustomStringConvertible {
    /// The people as a workflow file names them.
    public var description: String {
        let words = anyOf.map(\.description).joined(separator: ", ")
        switch number {
        case .one: return anyOf == [.members] ? "any member" : words
        case .several(let count): return "\(count) of \(words)"
        case .each: return "each of \(words)"
        case .formula(let formula): return "\(formula.description) of \(words)"
        case .allBut(let count, let moreThanHalf):
            return "all but \(count) of \(words)" + (moreThanHalf ? ", and more than half" : "")
        }
    }
}

extension People.Who: CustomStringConvertible {
    /// The group as a workflow file names it.
    public var description: String {
        switch self {
        case .relation(let relation): relation.rawValue
        case .members: "members"
        case .role(let name), .memberClass(let name): name
        }
    }
}
