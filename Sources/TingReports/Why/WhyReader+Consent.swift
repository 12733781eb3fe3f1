import TingProceedings
import TingTally
import TingWorkflow

/// What there is to explain where people are asked, and where an outcome was reckoned from what they did.
extension WhyReader {
    /// How a round of consent stands that is running.
    var consent: [Why.Row] {
        guard let state, let kind = state.kind as? ConsentKind, let visit = proposal.visit else { return [] }
        let round = ConsentRound(visit)
        var rows = [
            Why.Row(
                label("answers"),
                Statement(
                    "why-answers",
                    [.number("answered", round.answers.count), .number("asked", round.base.count)]))
        ]
        if let answers = kind.answers,
            let bound = try? answers.bound(
                members: visit.members, asked: round.base.count, formulas: situation.workflow.formulas),
            let needed = try? answers.comparison.least(beyond: bound)
        {
            rows.append(
                Why.Row(
                    label("needed"), Statement("why-answers-needed", [.number("needed", needed)]),
                    mark: mark(round.answers.count >= needed)))
        }
        let silence = Statement("why-silence", [.term("silence", kind.silence.term)])
        rows.append(Why.Row(label("silence"), silence))
        for objection in round.objections {
            let standing =
                switch objection.test {
                case true?: "upheld"
                case false?: "dismissed"
                case nil: kind.test == nil ? "stands" : "untested"
                }
            rows.append(
                Why.Row(
                    label("objection", [.number("number", objection.number)]),
                    Statement("why-objection", [.term("standing", standing)])))
        }
        return rows
    }

    /// How the last state came to its outcome that was reckoned, line by line.
    var reckoned: [Why.Row] {
        guard proposal.openVote == nil, let reckoned = proposal.reckoning else { return [] }
        let facts: [Fact] = [.text("state", title(reckoned.state)), .term("outcome", reckoned.outcome)]
        return [Why.Row(label("reckoned"), Statement("why-reckoned", facts))]
            + reckoned.lines.map { Why.Row(nil, $0, depth: 1) }
    }
}

extension ConsentKind.Silence {
    /// The word for it in sentences.
    fileprivate var term: String {
        switch self {
        case .consents: "silence-consents"
        case .countsForNothing: "silence-nothing"
        }
    }
}
