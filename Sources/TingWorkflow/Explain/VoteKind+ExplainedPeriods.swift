import TingTally

extension VoteKind {
    /// When the vote closes before its time.
    func early(_ telling: Telling) -> [Statement] {
        guard closeEarly != .never else { return [Statement("explain-close-never")] }
        var sentences = closeEarly.when.map { reason in
            switch reason {
            case .allHaveVoted: return Statement("explain-close-all")
            case .decided: return Statement("explain-close-decided")
            case .hopeless: return Statement("explain-close-hopeless")
            case .superQuorum:
                guard let demand = closeEarly.superQuorum else { return Statement("explain-close-decided") }
                let counting = FactValue.list(demand.counting.map { .term($0.rawValue) })
                return Statement(
                    "explain-close-super-quorum",
                    [Fact("need", telling.need(demand.need)), Fact("counting", counting)])
            }
        }
        if let after = closeEarly.after {
            sentences.append(Statement("explain-close-after", [Fact("period", telling.period(after))]))
        }
        if let after = closeEarly.passingAfter {
            sentences.append(
                Statement("explain-close-passing-after", [Fact("period", telling.period(after))]))
        }
        return sentences
    }

    /// What else moves the end of the vote, and whose ballots are not counted.
    func periods(_ telling: Telling) -> [Statement] {
        var sentences: [Statement] = []
        if let repetition {
            sentences.append(
                Statement(
                    "explain-repeated",
                    [Fact("period", telling.period(repetition.by)), .number("times", repetition.times)]))
        }
        if let faults {
            sentences.append(
                Statement(
                    faults.onlyWhoHasNot ? "explain-faults-shut-out" : "explain-faults",
                    [
                        Fact("people", telling.actors(faults.by)),
                        Fact("period", telling.period(faults.reopenFor)),
                    ]))
        }
        if let advisory {
            sentences.append(Statement("explain-advisory", [Fact("people", telling.actors(advisory))]))
        }
        return sentences
    }
}
