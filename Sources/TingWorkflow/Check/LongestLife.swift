import TingTally

/// The longest that a proposal can live under a workflow, with all its limits of visits.
///
/// Every way through is followed with a count of visits, and of what is left of each total, so
/// that rounds end where the file ends them. Final states and the time before the submission
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

    /// A spot of a course, with the seconds that earlier visits of each state with a total have used.
    private struct Spot: Hashable {
        let spot: Courses.Spot
        /// At most.
        var spent: [Int]
        /// At least.
        var used: [Int]
        var place: Int { spot.place }
    }

    private let graph: Graph
    /// The number of each state whose total time is limited, in file order.
    private let totals: [Int: Int]
    private var spots: [Spot] = []
    private var ways: [[(move: Graph.Move, to: Int)]] = []
    /// The longest life from each spot on, and the move that makes it so long.
    private var lives: [Int] = []
    private var chosen: [(move: Graph.Move, to: Int)?] = []
    /// How many spots are followed at most.
    static let mostSpots = 50_000
    /// How often the lives are worked out anew at most.
    static let mostPasses = 1_000

    init(_ graph: Graph) {
        self.graph = graph
        var totals: [Int: Int] = [:]
        for (place, state) in graph.states.enumerated() where state.inTotalAtMost != nil {
            totals[place] = totals.count
        }
        self.totals = totals
    }

    /// The longest life after the first state was left.
    mutating func longest(after first: Int) -> Answer {
        let isDraft = graph.states[first].kind is DraftKind
        let reached = graph.reachable(from: isDraft ? graph.moves[first].map(\.to) : [first])
        for place in graph.states.indices where reached.contains(place) {
            if let reason = endless(place) { return .endless(place, reason) }
        }
        if let place = unlimitedRound(among: reached) {
            return .endless(place, Statement("why-endless-round", [.text("state", graph.states[place].name)]))
        }
        guard follow(from: first), workOut() else { return .tooLarge }
        guard isDraft else { return .seconds(lives[0], path(from: 0)) }
        var best: (seconds: Int, place: Int)?
        for (_, place) in ways[0] where best.map({ lives[place] > $0.seconds }) ?? true {
            best = (lives[place], place)
        }
        return .seconds(best?.seconds ?? 0, best.map { path(from: $0.place) } ?? [])
    }

    /// Finds every spot; false when there are too many.
    private mutating func follow(from first: Int) -> Bool {
        let nothing = [Int](repeating: 0, count: totals.count)
        let start = Spot(spot: graph.courses.start(first), spent: nothing, used: nothing)
        let isDraft = graph.states[first].kind is DraftKind
        var known = [start: 0]
        spots = [start]
        while ways.count < spots.count {
            let here = spots[ways.count]
            var found: [(move: Graph.Move, to: Int)] = []
            for (move, to) in graph.courses.open(here.spot) {
                // The time before the submission is not counted, so that a quick one leaves most.
                let isFirst = isDraft && ways.isEmpty
                guard let there = spot(to, after: here, by: move, isQuick: isFirst) else { continue }
                if known[there] == nil {
                    guard spots.count < LongestLife.mostSpots else { return false }
                    known[there] = spots.count
                    spots.append(there)
                }
                if let number = known[there] { found.append((move, number)) }
            }
            ways.append(found)
        }
        return true
    }

    /// Works out the longest life of every spot from those that it leads to, until nothing changes.
    private mutating func workOut() -> Bool {
        lives = spots.map { duration(of: $0) }
        let own = lives
        chosen = [(move: Graph.Move, to: Int)?](repeating: nil, count: spots.count)
        for _ in 0..<LongestLife.mostPasses {
            var hasGrown = false
            for place in spots.indices.reversed() {
                for way in ways[place] {
                    let seconds = own[place] + lives[way.to]
                    guard seconds > lives[place] || (chosen[place] == nil && seconds == lives[place]) else {
                        continue
                    }
                    hasGrown = hasGrown || seconds > lives[place]
                    lives[place] = seconds
                    chosen[place] = way
                }
            }
            if !hasGrown { return true }
        }
        return false
    }

    private func path(from start: Int) -> [Graph.Move] {
        var path: [Graph.Move] = []
        var place = start
        while path.count < LongestLife.mostPasses, let way = chosen[place] {
            path.append(way.move)
            place = way.to
        }
        return path
    }

    /// The story of a longest life, told with the date on which each state has lasted its longest.
    func story(_ path: [Graph.Move]) -> [StoryStep] {
        let first = StoryClock.start(of: path, shortest: false) { dates(of: path, from: $0).last }
        return graph.told(path, on: dates(of: path, from: first), most: 8)
    }

    /// The latest dates of the moves of a path.
    private func dates(of path: [Graph.Move], from first: CivilDate) -> [CivilDate] {
        var clock = StoryClock(first)
        var spent: [Int: Int] = [:]
        return path.map { move in
            for period in longestStay(move.from, spent: spent[move.from] ?? 0) { clock.pass(period) }
            spent[move.from, default: 0] += duration(move.from, spent: spent[move.from] ?? 0)
            return clock.date
        }
    }

    /// The periods that a state lasts at most, one after another; their sum is its longest duration.
    private func longestStay(_ place: Int, spent: Int) -> [Period] {
        let state = graph.states[place]
        let seconds = duration(place, spent: spent)
        if let stay = state.longestStay(in: graph.workflow), state.longestVisit(in: graph.workflow) == seconds
        {
            return stay
        }
        if let total = state.inTotalAtMost, total.longest == seconds { return [total] }
        return [Period(seconds / 60, .minutes)]
    }

    private func duration(of spot: Spot) -> Int {
        duration(spot.place, spent: totals[spot.place].map { spot.spent[$0] } ?? 0)
    }

    /// How long a state lasts at most, where earlier visits have used some of its total.
    private func duration(_ place: Int, spent: Int) -> Int {
        let state = graph.states[place]
        guard state.kind.final == nil else { return 0 }
        let once = state.longestVisit(in: graph.workflow)
        guard let total = state.inTotalAtMost?.longest else { return once ?? 0 }
        return min(once ?? total, max(0, total - spent))
    }

    /// The spot after a move; nil where so little of the state's total is left that it cannot be made.
    private func spot(
        _ to: Courses.Spot, after here: Spot, by move: Graph.Move, isQuick: Bool
    ) -> Spot? {
        guard let number = totals[here.place], let total = graph.states[here.place].inTotalAtMost?.longest
        else { return Spot(spot: to, spent: here.spent, used: here.used) }
        let left = total - here.used[number]
        let least = move.least.seconds(monthsLong: false)
        guard move.isInstant || (left > 0 && least <= left) else { return nil }
        var there = Spot(spot: to, spent: here.spent, used: here.used)
        there.used[number] += min(least, left)
        there.spent[number] = min(total, there.spent[number] + (isQuick ? least : duration(of: here)))
        return there
    }

    /// Why a state can last for ever; nil when it cannot.
    private func endless(_ place: Int) -> Statement? {
        let state = graph.states[place]
        guard state.kind.final == nil, state.inTotalAtMost == nil,
            state.longestVisit(in: graph.workflow) == nil
        else { return nil }
        switch state.clock {
        case .waits: return Statement("why-endless-wait")
        default: return Statement("why-endless-state")
        }
    }

    /// A state without a total on a round that no number of visits limits; nil when there is none.
    private func unlimitedRound(among reached: Set<Int>) -> Int? {
        func goesOn(_ move: Graph.Move) -> Bool {
            graph.states[move.to].visits == nil && !graph.usesUp(move)
        }
        return graph.states.indices.first { place in
            let state = graph.states[place]
            guard reached.contains(place), state.visits == nil, state.inTotalAtMost == nil else {
                return false
            }
            return graph.moves[place].contains { move in
                goesOn(move) && graph.path(from: move.to, to: place, over: goesOn) != nil
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
        case .exactly(let periods): return restarted(periods.longest).map { $0 + further }
        case .between(_, .some(let atMost), _): return restarted(atMost.longest)
        case .extendable(let bounds): return [bounds.extendableTo] + further
        case .afterQuorum(_, let atMost): return [atMost] + further
        case .untilEnd(let meeting):
            return workflow.meeting(meeting).map { [$0.length ?? MeetingKind.longestLength] }
        }
    }

    /// A time that each amendment starts anew; nil where nothing limits their number.
    private func restarted(_ period: Period) -> [Period]? {
        let writing = kind.writing
        guard writing.amendmentsRestartClock, writing.amendments != nil else { return [period] }
        return writing.amendmentsAtMost.map { [period.times($0 + 1)] }
    }
}

extension Period {
    /// So many such periods, one after another; of very many only so many as fill a million units.
    fileprivate func times(_ number: Int) -> Period {
        let (all, overflow) = count.multipliedReportingOverflow(by: number)
        return Period(overflow ? 1_000_000 : min(all, 1_000_000), unit)
    }
}
