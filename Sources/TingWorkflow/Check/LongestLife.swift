import TingTally

/// The longest that a proposal can live under a workflow, with all its limits of visits.
///
/// Every way through is followed with a count of visits, so that rounds end
/// where the file ends them. Final states and the time before the submission
/// are not counted.
struct LongestLife {
    /// The answer.
    enum Answer {
        /// So many seconds, by these moves.
        case seconds(Int, [Graph.Move])
        /// A state can last or come back for ever; the sentence says why.
        case endless(Int, Statement)
        /// There are too many ways to follow.
        case tooLarge
    }

    /// A state with the number of visits to each limited state so far.
    private struct Spot: Hashable {
        let place: Int
        let visits: [Int]
    }

    private let graph: Graph
    /// The states that can be entered only so often, or whose total time is limited.
    private let limited: [Int]
    private var known: [Spot: (seconds: Int, move: Graph.Move?)] = [:]
    private var isTooLarge = false
    /// How many spots are followed at most.
    static let mostSpots = 50_000
    /// How many moves a way may have at most.
    static let mostMoves = 1_000
    private var depth = 0

    init(_ graph: Graph) {
        self.graph = graph
        limited = graph.states.indices.filter {
            graph.states[$0].visits != nil || graph.states[$0].inTotalAtMost != nil
        }
    }

    /// The longest life after the first state was left.
    mutating func longest(after first: Int) -> Answer {
        let starts = graph.moves[first].map(\.to)
        let isDraft = graph.states[first].kind is DraftKind
        let begin = isDraft ? starts : [first]
        let reached = graph.reachable(from: begin)
        for place in graph.states.indices where reached.contains(place) {
            if let reason = endless(place) { return .endless(place, reason) }
        }
        if let place = unlimitedRound(among: reached) {
            return .endless(place, Statement("why-endless-round", [.text("state", graph.states[place].name)]))
        }
        var best: (seconds: Int, spot: Spot)?
        for place in begin {
            let spot = enter(place, [Int](repeating: 0, count: limited.count))
            let seconds = longest(from: spot)
            if best.map({ seconds > $0.seconds }) ?? true { best = (seconds, spot) }
        }
        guard !isTooLarge, let best else { return .tooLarge }
        return .seconds(best.seconds, path(from: best.spot))
    }

    /// The story of a longest life, told with the date on which each state has lasted its longest.
    func story(_ path: [Graph.Move]) -> [StoryStep] {
        let first = StoryClock.start(of: path, shortest: false) { dates(of: path, from: $0).last }
        return graph.told(path, on: dates(of: path, from: first), most: 8)
    }

    /// The latest dates of the moves of a path.
    private func dates(of path: [Graph.Move], from first: CivilDate) -> [CivilDate] {
        var clock = StoryClock(first)
        var visits = [Int](repeating: 0, count: limited.count)
        return path.map { move in
            for period in longestStay(move.from, visits: visits) { clock.pass(period) }
            if let index = limited.firstIndex(of: move.from) { visits[index] += 1 }
            return clock.date
        }
    }

    /// The periods that a state lasts at most, one after another; their sum is its longest duration.
    private func longestStay(_ place: Int, visits: [Int]) -> [Period] {
        let state = graph.states[place]
        guard duration(place, visits: visits) > 0 else { return [] }
        if let cap = state.inTotalAtMost, duration(place, visits: visits) == cap.longest { return [cap] }
        return state.longestStay(in: graph.workflow) ?? []
    }

    /// The longest way from a spot to the end, in seconds.
    private mutating func longest(from spot: Spot) -> Int {
        if let found = known[spot] { return found.seconds }
        guard known.count < LongestLife.mostSpots, depth < LongestLife.mostMoves else {
            isTooLarge = true
            return 0
        }
        depth += 1
        defer { depth -= 1 }
        known[spot] = (0, nil)
        var before = spot.visits
        if let index = limited.firstIndex(of: spot.place) { before[index] -= 1 }
        let own = duration(spot.place, visits: before)
        var best: (seconds: Int, move: Graph.Move?) = (0, nil)
        for move in graph.moves[spot.place] where isOpen(move, spot.visits) {
            let seconds = longest(from: enter(move.to, spot.visits))
            if best.move == nil || seconds > best.seconds { best = (seconds, move) }
        }
        known[spot] = (own + best.seconds, best.move)
        return own + best.seconds
    }

    /// Whether a move is the one made, given the visits so far: a full state is not entered again.
    private func isOpen(_ move: Graph.Move, _ visits: [Int]) -> Bool {
        func isFull(_ place: Int) -> Bool {
            guard let limit = graph.states[place].visits, let index = limited.firstIndex(of: place) else {
                return false
            }
            return visits[index] >= limit.atMost
        }
        return !isFull(move.to) && (move.insteadOf.map(isFull) ?? true)
    }

    /// The spot after entering a state; visits are counted only as far as they matter.
    private func enter(_ place: Int, _ visits: [Int]) -> Spot {
        var visits = visits
        if let index = limited.firstIndex(of: place) {
            // Where only a total limits, first and later visits are told apart, no more.
            let most = graph.states[place].visits?.atMost ?? 2
            visits[index] = min(visits[index] + 1, most)
        }
        return Spot(place: place, visits: visits)
    }

    private func path(from start: Spot) -> [Graph.Move] {
        var path: [Graph.Move] = []
        var spot = start
        while path.count < LongestLife.mostMoves, let move = known[spot]?.move {
            path.append(move)
            spot = enter(move.to, spot.visits)
        }
        return path
    }

    /// How long a state lasts at most, after so many visits to the limited states.
    private func duration(_ place: Int, visits: [Int]) -> Int {
        let state = graph.states[place]
        let once = state.longestVisit(in: graph.workflow) ?? 0
        guard let cap = state.inTotalAtMost else { return once }
        let index = limited.firstIndex(of: place) ?? 0
        // The total is counted whole at the first visit: later ones only share it.
        let most = state.visits.map { $0.atMost } ?? .max
        let all = once.multipliedReportingOverflow(by: most)
        return visits[index] == 0 ? min(cap.longest, all.overflow ? .max : all.partialValue) : 0
    }

    /// Why a state can last for ever; nil when it cannot.
    private func endless(_ place: Int) -> Statement? {
        let state = graph.states[place]
        guard state.kind.final == nil, state.inTotalAtMost == nil,
            state.longestVisit(in: graph.workflow) == nil
        else { return nil }
        switch state.clock {
        case .waits: return Statement("why-endless-wait")
        case .untilEnd(let meeting): return Statement("why-endless-meeting", [.text("meeting", meeting)])
        default: return Statement("why-endless-state")
        }
    }

    /// A state on a round that no number of visits limits; nil when there is none.
    private func unlimitedRound(among reached: Set<Int>) -> Int? {
        graph.states.indices.first { place in
            guard reached.contains(place), graph.states[place].visits == nil else { return false }
            return graph.moves[place].contains { move in
                graph.states[move.to].visits == nil
                    && graph.path(from: move.to, to: place) { graph.states[$0.to].visits == nil } != nil
            }
        }
    }
}

extension State {
    /// How long one visit lasts at most, in seconds; nil when there is no bound by time.
    func longestVisit(in workflow: Workflow) -> Int? {
        longestStay(in: workflow).map { $0.reduce(0) { $0 + $1.longest } }
    }

    /// The periods that one visit lasts at most, one after another; nil when there is no bound by time.
    func longestStay(in workflow: Workflow) -> [Period]? {
        let vote = kind.vote
        let repeated = vote?.repetition.map { $0.by.times($0.times) }
        let further = [vote?.extend?.by, repeated, vote?.faults?.reopenFor].compactMap { $0 }
        switch clock {
        case .none: return []
        case .waits, .between(_, .none, _): return nil
        case .exactly(let periods): return [periods.longest] + further
        case .between(_, .some(let atMost), _):
            let writing = kind.writing
            guard writing.amendmentsRestartClock, writing.amendments != nil else { return [atMost.longest] }
            return writing.amendmentsAtMost.map { [atMost.longest.times($0 + 1)] }
        case .extendable(let bounds): return [bounds.extendableTo] + further
        case .afterQuorum(_, let atMost): return [atMost] + further
        case .untilEnd(let meeting): return workflow.meeting(meeting)?.length.map { [$0] }
        }
    }
}

extension Period {
    /// So many such periods, one after another; of very many only so many as fill a million units.
    fileprivate func times(_ number: Int) -> Period {
        let (all, overflow) = count.multipliedReportingOverflow(by: number)
        return Period(overflow ? 1_000_000 : min(all, 1_000_000), unit)
    }
}
