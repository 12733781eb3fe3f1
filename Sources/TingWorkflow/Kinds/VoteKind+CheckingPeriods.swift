import TingTally

extension VoteKind {
    /// The ends of a vote move only as far as they can, and never where that tells a secret.
    func findingsOfPeriods(_ state: State) -> [Finding] {
        var findings: [Finding] = []
        func add(_ code: String, _ facts: [Fact] = [], at mark: Mark, _ key: String) {
            let statement = Statement(code, [.text("state", state.name)] + facts)
            findings.append(Finding(.error, statement, at: mark, width: key.count))
        }
        let early = closeEarly
        for (key, period) in [("after", early.after), ("passing-after", early.passingAfter)] {
            guard let period else { continue }
            let facts: [Fact] = [.text("key", key), .text("period", period.description)]
            if early.when.contains(.superQuorum) {
                // Later ballots could undo what the super quorum has passed while the vote waits.
                add("early-wait-super-quorum", facts, at: closeEarlyMark, "close-early")
            } else if atMeeting != nil {
                add("early-wait-at-meeting", facts, at: closeEarlyMark, "close-early")
            } else if let length = state.shortestVote, period.longest > length.shortest {
                add(
                    "early-wait-too-long", facts + [.text("length", length.description)], at: closeEarlyMark,
                    "close-early")
            }
        }
        if early.passingAfter != nil, early.when == [.hopeless] {
            add("early-passing-never", at: closeEarlyMark, "close-early")
        }
        if repetition != nil {
            if !isYesNo { add("repeated-vote-of-options", at: extendMark, "extend") }
            if secret { add("repeated-vote-secret", at: extendMark, "extend") }
            if atMeeting != nil { add("extension-at-meeting", at: extendMark, "extend") }
        }
        if faults != nil, atMeeting != nil { add("extension-at-meeting", at: faultsMark, "faults") }
        if advisory != nil, !isYesNo { add("advisory-of-options", at: advisoryMark, "advisory") }
        if case .afterQuorum = state.clock {
            if !hasQuorum { add("clock-without-quorum", at: state.clockMark, "lasts") }
            if extend != nil { add("extension-beside-quorum-clock", at: extendMark, "extend") }
        }
        return findings
    }
}
