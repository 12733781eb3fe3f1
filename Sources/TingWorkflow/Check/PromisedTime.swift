import TingTally

extension Check {
    /// At least the time promised passes from one thing to another, by the quickest way.
    static func timeBetween(_ interval: Promises.Interval, _ graph: Graph) -> [Finding] {
        // With months on either side, a month is 31 days; else it is the 28 it may be.
        let monthsLong = !interval.atLeast.isFixed
        guard
            let (seconds, path) = QuickestWay.find(
                graph, from: interval.from, to: interval.to, monthsLong: monthsLong)
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
        let story = graph.story(path, after: graph.beginning(of: interval.from, to: path.first?.from))
        let last = path.last
        return [
            Finding(
                .error, Statement(code, facts), at: last?.mark ?? interval.mark,
                width: last?.width ?? "time-between".count,
                promise: .init(Statement("promised-time-between", facts), at: interval.mark), story: story,
                mends: [
                    Statement(
                        "mend-longer-wait", [.text("state", last.map { graph.states[$0.from].name } ?? "")]),
                    Statement("mend-promise-less"),
                ])
        ]
    }

    /// No proposal lives longer than promised, counted from its submission.
    static func endsWithin(_ promises: Promises, _ graph: Graph) -> [Finding] {
        guard let promised = promises.endsWithin, let first = graph.first else { return [] }
        let width = promised.description.unicodeScalars.count
        func finding(
            _ code: String, _ facts: [Fact], notes: [Statement] = [], story: [StoryStep] = [],
            mends: [Statement] = [], _ severity: Finding.Severity = .error
        ) -> Finding {
            let statement = Statement(code, [.text("promised", promised.description)] + facts)
            return Finding(
                severity, statement, at: promises.endsWithinMark, width: width, notes: notes, story: story,
                mends: mends)
        }
        var life = LongestLife(graph)
        switch life.longest(after: first) {
        case .endless(let state, let reason):
            return [
                finding(
                    "promise-ends-never", [.text("state", graph.states[state].name)], notes: [reason],
                    mends: [Statement("mend-at-most", [.text("state", graph.states[state].name)])])
            ]
        case .tooLarge: return [finding("promise-too-large", [], .warning)]
        case .seconds(let seconds, let path):
            guard seconds > promised.shortest else { return [] }
            let days = (seconds + 86_399) / 86_400
            return [
                finding(
                    "promise-ends-within", [.number("days", days)], story: life.story(path),
                    mends: [Statement("mend-shorter"), Statement("mend-promise-longer")])
            ]
        }
    }
}

extension Period {
    /// Whether the period is the same length whenever it begins, clock changes aside.
    var isFixed: Bool { unit != .months && unit != .years }
}
