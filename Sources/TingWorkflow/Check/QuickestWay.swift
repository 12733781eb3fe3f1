import TingTally

/// The quickest way from one thing to another, in seconds.
///
/// A notice that must be given some time before its meeting keeps that time
/// between them, whatever lies in between.
///
/// - Complexity: O(moves × notices × spots), by relaxing until nothing improves.
struct QuickestWay {
    /// A state, and the notice given last on the way to it.
    private struct Spot: Hashable {
        let place: Int
        let notice: Int?
    }

    /// How quickly a spot was reached, and by which move.
    private struct Arrival {
        let seconds: Int
        let move: Graph.Move?
        let from: Spot?
    }

    private let graph: Graph
    private let monthsLong: Bool
    private var arrivals: [Spot: Arrival] = [:]
    private var queue: [Spot] = []
    /// When each notice was given at the earliest, by its state.
    private var noticeTimes: [Int: Int] = [:]
    private var best: (seconds: Int, move: Graph.Move?, spot: Spot)?

    /// Finds the quickest way.
    ///
    /// - Parameter monthsLong: Whether a month counts as 31 days; else it counts as 28.
    /// - Returns: Nil when the one never leads to the other.
    static func find(
        _ graph: Graph, from: Promises.Happening, to: Promises.Happening, monthsLong: Bool
    ) -> (seconds: Int, path: [Graph.Move])? {
        var way = QuickestWay(graph: graph, monthsLong: monthsLong)
        way.begin(at: from)
        way.spread(to: to, isRound: from == to)
        return way.best.map { ($0.seconds, way.path(to: $0.spot, then: $0.move)) }
    }

    private init(graph: Graph, monthsLong: Bool) {
        self.graph = graph
        self.monthsLong = monthsLong
    }

    private mutating func begin(at happening: Promises.Happening) {
        guard let place = graph.place(of: happening.state) else { return }
        let now = Arrival(seconds: 0, move: nil, from: nil)
        guard happening.outcome != nil else { return arrive(Spot(place: place, notice: nil), now) }
        for move in graph.moves[place] where graph.happens(happening, by: move) {
            let notice = givesNotice(move) ? move.from : nil
            if let notice { noticeTimes[notice] = 0 }
            arrive(Spot(place: move.to, notice: notice), now)
        }
    }

    private mutating func arrive(_ spot: Spot, _ arrival: Arrival) {
        if let known = arrivals[spot], known.seconds <= arrival.seconds { return }
        arrivals[spot] = arrival
        queue.append(spot)
    }

    private mutating func spread(to happening: Promises.Happening, isRound: Bool) {
        var next = 0
        while next < queue.count {
            let spot = queue[next]
            next += 1
            guard let arrival = arrivals[spot] else { continue }
            let isEntry = happening.outcome == nil && graph.states[spot.place].name == happening.state
            if isEntry, arrival.move != nil || !isRound {
                end(arrival.seconds, nil, spot)
                continue
            }
            for move in graph.moves[spot.place] {
                let seconds = self.seconds(at: spot, after: arrival.seconds, by: move)
                if happening.outcome != nil, graph.happens(happening, by: move) { end(seconds, move, spot) }
                let notice = givesNotice(move) ? move.from : spot.notice
                if givesNotice(move) {
                    noticeTimes[move.from] = min(seconds, noticeTimes[move.from] ?? .max)
                }
                arrive(
                    Spot(place: move.to, notice: notice),
                    Arrival(seconds: seconds, move: move, from: spot))
            }
        }
    }

    private mutating func end(_ seconds: Int, _ move: Graph.Move?, _ spot: Spot) {
        if best.map({ seconds < $0.seconds }) ?? true { best = (seconds, move, spot) }
    }

    /// When a move can be made at the earliest; a meeting is held no sooner than its notice allows.
    private func seconds(at spot: Spot, after arrival: Int, by move: Graph.Move) -> Int {
        let seconds = arrival + wait(move)
        let state = graph.states[spot.place]
        guard state.kind.isMeeting, move.cause == .outcome("held"), let notice = spot.notice,
            let window = (graph.states[notice].kind as? NoticeKind)?.window, window.meeting == state.name
        else { return seconds }
        let length = Graph.Wait(period: window.atLeast).seconds(monthsLong: monthsLong)
        return max(seconds, (noticeTimes[notice] ?? 0) + length)
    }

    /// The least wait of a move; none where an earlier visit may have used up the state's total time.
    private func wait(_ move: Graph.Move) -> Int {
        graph.leastWait(of: move).seconds(monthsLong: monthsLong)
    }

    private func givesNotice(_ move: Graph.Move) -> Bool {
        graph.states[move.from].kind is NoticeKind && move.cause == .outcome("given")
    }

    private func path(to spot: Spot, then last: Graph.Move?) -> [Graph.Move] {
        var path = last.map { [$0] } ?? []
        var here: Spot? = spot
        // A notice given anew can make a way longer than its spots are many; it is cut, not followed.
        while let spot = here, let arrival = arrivals[spot], let move = arrival.move, path.count <= 500 {
            path.append(move)
            here = arrival.from
        }
        return path.reversed()
    }
}
