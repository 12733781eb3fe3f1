import TingTally

extension Check {
    /// A second meeting on one matter has a notice of its own, given after the first was held.
    static func readings(_ graph: Graph) -> [Finding] {
        let meetings = graph.states.indices.filter { graph.states[$0].kind.isMeeting }
        let noticed = Set(graph.states.compactMap { ($0.kind as? NoticeKind)?.meeting })
        return meetings.compactMap { second in
            let name = graph.states[second].name
            for first in meetings where first != second && noticed.contains(graph.states[first].name) {
                let held = graph.moves[first].filter { $0.cause == .outcome("held") }
                for start in held {
                    // Any way on which no notice of the second is given after the first was held.
                    let path = graph.path(from: start.to, to: second) { !graph.gives($0, noticeOf: name) }
                    guard let path, let begin = graph.first, let before = graph.path(from: begin, to: first)
                    else {
                        continue
                    }
                    let facts: [Fact] = [.text("first", graph.states[first].name)]
                    return .about(
                        graph.states[second], "second-meeting-without-notice", facts,
                        story: graph.story(before + [start] + path),
                        mends: [Statement("mend-second-notice", [.text("state", name)])])
                }
            }
            return nil
        }
    }
}

extension Graph {
    /// Whether a move gives the notice of a meeting.
    fileprivate func gives(_ move: Move, noticeOf meeting: String) -> Bool {
        (states[move.from].kind as? NoticeKind)?.meeting == meeting && move.cause == .outcome("given")
    }
}
