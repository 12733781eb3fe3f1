import TingTally

extension Graph {
    /// A path told step by step, with the earliest day on which each step can come.
    ///
    /// The first day is day 0; a story longer than `most` steps is cut in the middle.
    ///
    /// - Parameter beginning: The move with which the story begins, on day 0; nil when it begins in a state.
    func story(_ path: [Move], after beginning: Move? = nil, most: Int = 10) -> [Statement] {
        var seconds = 0
        var steps = beginning.map { [step($0, day: 0)] } ?? []
        for move in path {
            seconds += move.least.seconds(monthsLong: false)
            steps.append(step(move, day: seconds / 86_400))
        }
        guard steps.count > most else { return steps }
        let head = steps.prefix(most / 2)
        let tail = steps.suffix(most - most / 2)
        let left = steps.count - head.count - tail.count
        return head + [Statement("story-more", [.number("count", left)])] + tail
    }

    /// One step of a story.
    private func step(_ move: Move, day: Int) -> Statement {
        var facts: [Fact] = [
            .number("day", day), .text("state", states[move.from].name),
            .text("next", states[move.to].name),
        ]
        let isCut = move.insteadOf.map { states[$0] }
        if let full = isCut {
            facts += [.text("full", full.name), .number("visits", full.visits?.atMost ?? 0)]
        }
        switch move.cause {
        case .outcome(let name):
            return Statement(
                isCut == nil ? "story-outcome" : "story-outcome-full", facts + [.text("outcome", name)])
        case .action(let name):
            let people = states[move.from].action(name)?.by.description ?? ""
            return Statement(
                isCut == nil ? "story-action" : "story-action-full",
                facts + [.text("action", name), .text("people", people)])
        }
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
