import TingProceedings
import TingTally
import TingWorkflow

/// Ways in which everybody could vote, one of which should bring about each outcome.
struct SuggestedBallots {
    private let vote: VoteKind
    private let paper: BallotPaper
    private let voters: Int

    init(_ vote: VoteKind, _ opened: ProposalEvent.VoteOpened, _ life: Life) {
        self.vote = vote
        paper = BallotPaper(vote, opened, in: life.workflow)
        voters = life.voters.count
    }

    /// The lines, those with the plainest numbers first.
    var lines: [Scenario.Line] {
        guard voters > 0 else { return [] }
        return paper.isYesNo ? answers : choices
    }

    private var answers: [Scenario.Line] {
        let words =
            paper.form == .plusMinus ? ["+1", "-1", "0"] : [Choice.yes, .no, .abstain].map(\.rawValue)
        let half = voters / 2
        var counts = [[voters, 0, 0], [0, voters, 0], [1, 0, 0], [0, 1, 0], [1, 1, 0], [half, half, 0]]
        counts += [[half + 1, 0, 0], [voters - half - 1, half + 1, 0], [0, 0, voters]]
        counts += [[2 * voters / 3, voters / 3, 0], [half, 0, half]]
        var lines: [Scenario.Line] = []
        for row in counts {
            let parts = zip(words, row).filter { $1 > 0 }.map { Scenario.Count(ballot: $0, count: $1) }
            let line = Scenario.Line.vote(group: vote.electorate.who, choices: parts)
            if !parts.isEmpty, !lines.contains(line) { lines.append(line) }
        }
        return lines
    }

    private var choices: [Scenario.Line] {
        let ballots = paper.letters.compactMap(ballot)
        guard let first = ballots.first, let last = ballots.last else { return [] }
        let half = voters / 2
        var rows = ballots.map { [Scenario.Count(ballot: $0, count: voters)] }
        rows.append([Scenario.Count(ballot: first, count: 1)])
        if first != last, half > 0 {
            rows.append([Scenario.Count(ballot: first, count: 1), Scenario.Count(ballot: last, count: 1)])
            for other in ballots.dropFirst() {
                rows.append([
                    Scenario.Count(ballot: first, count: half), Scenario.Count(ballot: other, count: half),
                ])
            }
            for other in ballots.dropFirst().dropLast() {
                rows.append([
                    Scenario.Count(ballot: other, count: half), Scenario.Count(ballot: last, count: half),
                ])
            }
        }
        return rows.map { .cast(group: vote.electorate.who, ballots: $0) }
    }

    /// A ballot for one option before all others.
    private func ballot(for letter: String) -> String? {
        switch paper.form {
        case .ranking:
            let others = paper.letters.filter { $0 != letter }
            return ([letter] + (paper.mustRankAll ? others : [])).joined(separator: ">")
        case .oneChoice, .approval: return letter
        case .plusMinus: return letter + "=+1"
        case .score(_, let highest): return "\(letter)=\(highest)"
        case .points: return letter + "=1"
        case .yesNoAbstain: return nil
        }
    }
}
