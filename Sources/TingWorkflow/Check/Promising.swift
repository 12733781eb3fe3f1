import TingTally

extension Check {
    /// What the file promises its readers is kept, whatever happens.
    static func promises(_ graph: Graph) -> [Finding] {
        let promises = graph.workflow.promises
        return adoptedOnlyAfter(promises, graph)
            + promises.timeBetween.flatMap { timeBetween($0, graph) }
            + promises.frozenText.flatMap { frozenText($0, graph) } + endsWithin(promises, graph)
    }

    /// Nothing is adopted before one of the things named has happened.
    private static func adoptedOnlyAfter(_ promises: Promises, _ graph: Graph) -> [Finding] {
        guard let mark = promises.adoptedOnlyAfter.first?.mark else { return [] }
        let names = promises.adoptedOnlyAfter.map(\.description)
        return graph.finals(.adopted).compactMap { end in
            let path = graph.course(to: end) { move in
                !promises.adoptedOnlyAfter.contains { graph.happens($0, by: move) }
            }
            guard let path else { return nil }
            let facts: [Fact] = [.text("state", graph.states[end].name), .list("happenings", names)]
            return Finding(
                .error, Statement("promise-adopted-only-after", facts), at: mark,
                width: promises.adoptedOnlyAfter[0].description.unicodeScalars.count,
                promise: promises.adoption, story: graph.story(path),
                mends: [Statement("mend-lead-through", [.list("happenings", names)])])
        }
    }

    /// The text cannot be changed from one thing until a state is entered.
    static func frozenText(_ freeze: Promises.Freeze, _ graph: Graph) -> [Finding] {
        guard let end = graph.place(of: freeze.to) else { return [] }
        let starts = graph.starts(of: freeze.from)
        // What happens anew freezes anew: a way back before it is no change in between.
        let isWithin: (Graph.Move) -> Bool = { $0.from != end && !graph.happens(freeze.from, by: $0) }
        let within = graph.reachable(from: starts, over: isWithin)
            .intersection(graph.reaching([end], over: isWithin))
        let facts: [Fact] = [.text("from", freeze.from.description), .text("to", freeze.to)]
        guard !within.isEmpty else {
            return [empty("frozen-text", freeze.from, freeze.to, at: freeze.mark)]
        }
        return graph.states.indices.filter { place in
            place != end && within.contains(place) && graph.states[place].kind.writing.amendments != nil
        }.map { place in
            let paths = starts.compactMap { graph.path(from: $0, to: place, over: isWithin) }
            let path = paths.min { $0.count < $1.count } ?? []
            let beginning = graph.beginning(of: freeze.from, to: path.first?.from ?? place)
            return Finding(
                .error,
                Statement("promise-frozen-text", facts + [.text("state", graph.states[place].name)]),
                at: graph.states[place].mark, width: max(1, graph.states[place].name.unicodeScalars.count),
                promise: .init(Statement("promised-frozen-text", facts), at: freeze.mark),
                story: graph.story(path, after: beginning),
                mends: [
                    Statement("mend-no-amendments", [.text("state", graph.states[place].name)]),
                    Statement("mend-promise-less"),
                ])
        }
    }

    /// The finding that a promise is about something that cannot happen.
    static func empty(_ promise: String, _ from: Promises.Happening, _ to: String, at mark: Mark)
        -> Finding
    {
        let facts: [Fact] = [.text("from", from.description), .text("to", to)]
        return Finding(.warning, Statement("promise-of-nothing", facts), at: mark, width: promise.count)
    }
}

extension Promises {
    /// The promise about what comes before an adoption; nil when the file makes none.
    var adoption: Finding.Promised? {
        guard let first = adoptedOnlyAfter.first else { return nil }
        return .init(
            Statement(
                "promised-adopted-only-after", [.list("happenings", adoptedOnlyAfter.map(\.description))]),
            at: first.mark)
    }
}

extension Graph {
    /// Whether a move is the thing that happens, or brings it about.
    func happens(_ happening: Promises.Happening, by move: Move) -> Bool {
        if let outcome = happening.outcome {
            return states[move.from].name == happening.state && move.cause == .outcome(outcome)
        }
        return states[move.to].name == happening.state
    }

    /// The move by which an outcome happened and led to a state; nil for an entry.
    func beginning(of happening: Promises.Happening, to place: Int?) -> Move? {
        guard happening.outcome != nil, let from = self.place(of: happening.state) else { return nil }
        return moves[from].first { happens(happening, by: $0) && (place == nil || $0.to == place) }
    }

    /// The states in which one is just after a thing has happened.
    func starts(of happening: Promises.Happening) -> [Int] {
        guard let place = place(of: happening.state) else { return [] }
        guard let outcome = happening.outcome else { return [place] }
        var starts: [Int] = []
        for move in moves[place] where move.cause == .outcome(outcome) && !starts.contains(move.to) {
            starts.append(move.to)
        }
        return starts
    }
}

extension Promises.Happening: CustomStringConvertible {
    /// As in the file: `vote passed`, `deliberation entered`.
    public var description: String { state + " " + (outcome ?? "entered") }
}
