import TingTally

extension Check {
    /// At least the time promised passes from one thing to another, by the quickest way.
    static func timeBetween(_ interval: Promises.Interval, _ graph: Graph) -> [Finding] {
        // With months on either side, a month is 31 days; else it is the 28 it may be.
        let monthsLong = !interval.atLeast.isFixed
        guard
            let (seconds, path) = graph.quickest(
                from: interval.from, to: interval.to, monthsLong: monthsLong)
        else {
            return [empty("time-between", interval.from, interval.to.description, at: interval.mark)]
        }
        guard seconds < interval.atLeast.longest else { return [] }
        let facts: [Fact] = [
            .text("from", interval.from.description), .text("to", interval.to.description),
            .text("promised", interval.atLeast.description), .number("seconds", seconds),
            .number("days", seconds / 86_400),
        ]
        let code = seconds == 0 ? "promise-time-none" : "promise-time-between"
        return [
            Finding(
                .error, Statement(code, facts), at: interval.mark, width: "time-between".count,
                notes: graph.story(path, after: graph.beginning(of: interval.from, to: path.first?.from)))
        ]
    }

    /// No proposal lives longer than promised, counted from its submission.
    static func endsWithin(_ promises: Promises, _ graph: Graph) -> [Finding] {
        guard let promised = promises.endsWithin, let first = graph.first else { return [] }
        let width = promised.description.unicodeScalars.count
        func finding(
            _ code: String, _ facts: [Fact], notes: [Statement], _ severity: Finding.Severity = .error
        )
            -> Finding
        {
            let statement = Statement(code, [.text("promised", promised.description)] + facts)
            return Finding(severity, statement, at: promises.endsWithinMark, width: width, notes: notes)
        }
        var life = LongestLife(graph)
        switch life.longest(after: first) {
        case .endless(let state, let reason):
            return [
                finding("promise-ends-never", [.text("state", graph.states[state].name)], notes: [reason])
            ]
        case .tooLarge: return [finding("promise-too-large", [], notes: [], .warning)]
        case .seconds(let seconds, let path):
            guard seconds > promised.shortest else { return [] }
            let days = (seconds + 86_399) / 86_400
            return [finding("promise-ends-within", [.number("days", days)], notes: life.story(path))]
        }
    }
}

extension Period {
    /// Whether the period is the same length whenever it begins, clock changes aside.
    var isFixed: Bool { unit != .months && unit != .years }
}

extension Graph {
    /// A place on a quickest way: a state, the notice of a meeting given last on the way to it.
    private struct Spot: Hashable {
        let place: Int
        let notice: Int?
    }

    /// How a spot was reached, and how quickly.
    private struct Arrival {
        let seconds: Int
        let move: Move?
        let from: Spot?
    }

    /// The quickest way from one thing to another, in seconds; nil when there is none.
    ///
    /// A notice that must be given some time before its meeting keeps that
    /// time between them, whatever lies in between.
    ///
    /// - Complexity: O(moves × notices × spots), by relaxing until nothing improves.
    func quickest(
        from: Promises.Happening, to: Promises.Happening, monthsLong: Bool
    ) -> (seconds: Int, path: [Move])? {
        var arrivals: [Spot: Arrival] = [:]
        var noticeTimes: [Int: Int] = [:]
        var queue: [Spot] = []
        func arrive(_ spot: Spot, _ arrival: Arrival) {
            if let known = arrivals[spot], known.seconds <= arrival.seconds { return }
            arrivals[spot] = arrival
            queue.append(spot)
        }
        if from.outcome == nil, let place = place(of: from.state) {
            arrive(Spot(place: place, notice: nil), Arrival(seconds: 0, move: nil, from: nil))
        } else if let place = place(of: from.state) {
            for move in moves[place] where happens(from, by: move) {
                let notice = givesNotice(move) ? move.from : nil
                if let notice { noticeTimes[notice] = 0 }
                arrive(Spot(place: move.to, notice: notice), Arrival(seconds: 0, move: nil, from: nil))
            }
        }
        var best: (seconds: Int, move: Move?, spot: Spot)?
        func end(_ seconds: Int, _ move: Move?, _ spot: Spot) {
            if best.map({ seconds < $0.seconds }) ?? true { best = (seconds, move, spot) }
        }
        var next = 0
        while next < queue.count {
            let spot = queue[next]
            next += 1
            guard let arrival = arrivals[spot] else { continue }
            if to.outcome == nil, states[spot.place].name == to.state, arrival.move != nil || from != to {
                end(arrival.seconds, nil, spot)
                continue
            }
            for move in moves[spot.place] {
                var seconds = arrival.seconds + wait(move, monthsLong: monthsLong)
                if states[spot.place].kind.isMeeting, move.cause == .outcome("held"),
                    let notice = spot.notice,
                    let window = (states[notice].kind as? NoticeKind)?.window,
                    window.meeting == states[spot.place].name
                {
                    let length = Wait(period: window.atLeast).seconds(monthsLong: monthsLong)
                    seconds = max(seconds, (noticeTimes[notice] ?? 0) + length)
                }
                if to.outcome != nil, happens(to, by: move) { end(seconds, move, spot) }
                let notice = givesNotice(move) ? move.from : spot.notice
                if givesNotice(move), seconds < noticeTimes[move.from] ?? .max {
                    noticeTimes[move.from] = seconds
                }
                arrive(
                    Spot(place: move.to, notice: notice), Arrival(seconds: seconds, move: move, from: spot))
            }
        }
        guard let best else { return nil }
        var path = best.move.map { [$0] } ?? []
        var spot: Spot? = best.spot
        while let here = spot, let arrival = arrivals[here], let move = arrival.move, path.count <= 500 {
            path.append(move)
            spot = arrival.from
        }
        return (best.seconds, path.reversed())
    }

    /// The least wait of a move; none where an earlier visit may have used up the state's total time.
    private func wait(_ move: Move, monthsLong: Bool) -> Int {
        let seconds = move.least.seconds(monthsLong: monthsLong)
        guard let cap = states[move.from].inTotalAtMost else { return seconds }
        let returns = moves[move.from].contains { path(from: $0.to, to: move.from) != nil }
        return returns ? 0 : min(seconds, cap.shortest)
    }

    private func givesNotice(_ move: Move) -> Bool {
        states[move.from].kind is NoticeKind && move.cause == .outcome("given")
    }
}
