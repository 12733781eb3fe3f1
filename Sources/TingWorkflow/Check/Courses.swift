/// The courses that proposals can take, with their visits counted: a full state is not entered again.
///
/// Without limits of visits the moves of a state do not depend on what came before; with them
/// a move can be possible only before, or only after, a state has had all its visits.
struct Courses {
    /// A state with the visits to each limited state so far, this one included.
    struct Spot: Hashable {
        let place: Int
        let visits: [Int]
    }

    /// How often each limited state may be entered, in file order; a place has its number here.
    private let limits: [Int: (number: Int, atMost: Int)]
    private let moves: [[Graph.Move]]

    /// How many spots are followed at most where only the moves are wanted.
    static let mostSpots = 5_000

    init(_ states: [State], _ moves: [[Graph.Move]]) {
        var limits: [Int: (number: Int, atMost: Int)] = [:]
        for (place, state) in states.enumerated() {
            if let limit = state.visits { limits[place] = (limits.count, limit.atMost) }
        }
        self.limits = limits
        self.moves = moves
    }

    /// Whether visits matter at all.
    var haveLimits: Bool { !limits.isEmpty }

    /// A first visit of a state.
    func start(_ place: Int) -> Spot {
        enter(place, after: Spot(place: place, visits: [Int](repeating: 0, count: limits.count)))
    }

    /// The moves that can be made from a spot, with the spots that they lead to.
    func open(_ spot: Spot) -> [(move: Graph.Move, to: Spot)] {
        var open: [(move: Graph.Move, to: Spot)] = []
        var last: Graph.Move.Cause?
        // The moves of one cause stand together: where the file says first, then what stands for full states.
        for move in moves[spot.place] where move.cause != last && !isFull(move.to, in: spot) {
            last = move.cause
            open.append((move, enter(move.to, after: spot)))
        }
        return open
    }

    private func isFull(_ place: Int, in spot: Spot) -> Bool {
        limits[place].map { spot.visits[$0.number] >= $0.atMost } ?? false
    }

    private func enter(_ place: Int, after spot: Spot) -> Spot {
        guard let limit = limits[place] else { return Spot(place: place, visits: spot.visits) }
        var visits = spot.visits
        visits[limit.number] += 1
        return Spot(place: place, visits: visits)
    }

    /// Every move that some course makes; nil when there are too many spots to say.
    func made(from first: Int) -> Set<Graph.Move>? {
        var made: Set<Graph.Move> = []
        var found: Set<Spot> = [start(first)]
        var rest = Array(found)
        while let spot = rest.popLast() {
            for (move, to) in open(spot) {
                made.insert(move)
                guard found.insert(to).inserted else { continue }
                guard found.count <= Courses.mostSpots else { return nil }
                rest.append(to)
            }
        }
        return made
    }

    /// A course with the fewest moves from a state to another.
    ///
    /// - Returns: The moves, nil in it when there is none; nil when there are too many spots to say.
    func path(
        from first: Int, to end: Int, over isWanted: (Graph.Move) -> Bool
    ) -> [Graph.Move]?? {
        var arrivals: [Spot: (move: Graph.Move, from: Spot)?] = [start(first): nil]
        var queue = [start(first)]
        var next = 0
        while next < queue.count {
            let spot = queue[next]
            next += 1
            if spot.place == end { return .some(.some(path(to: spot, by: arrivals))) }
            for (move, to) in open(spot) where isWanted(move) && arrivals[to] == nil {
                guard queue.count < Courses.mostSpots else { return nil }
                arrivals[to] = .some((move, spot))
                queue.append(to)
            }
        }
        return .some(nil)
    }

    private func path(to end: Spot, by arrivals: [Spot: (move: Graph.Move, from: Spot)?]) -> [Graph.Move] {
        var path: [Graph.Move] = []
        var here = end
        while case .some(.some(let arrival)) = arrivals[here] {
            path.append(arrival.move)
            here = arrival.from
        }
        return path.reversed()
    }
}

extension Graph {
    /// The course with the fewest moves from the first state to another; nil when there is none.
    ///
    /// Visits are counted, so that what stands for a full state is entered only when it is full.
    func course(to end: Int, over isWanted: (Move) -> Bool = { _ in true }) -> [Move]? {
        guard let first else { return nil }
        if courses.haveLimits, let found = courses.path(from: first, to: end, over: isWanted) { return found }
        return path(from: first, to: end, over: isWanted)
    }
}
