/// The ballots of an instant runoff in the form in which they are counted fastest.
enum RunoffBallots: Sendable {
    /// By columns, anew in every round.
    case columns(FirstPreferences)
    /// As lists on piles, which are passed on.
    case lists(PreferenceLists)

    /// The form for these ballots and rules.
    init(_ ballots: RankedBallots, _ rules: BallotRules, _ workers: Workers) {
        if let columns = FirstPreferences(ballots, rules, workers) {
            self = .columns(columns)
        } else {
            self = .lists(PreferenceLists(ballots, rules))
        }
    }

    /// Ballots that leave options out where all must be ranked, in units.
    var invalid: Int {
        switch self {
        case .columns: 0
        case .lists(let lists): lists.invalid
        }
    }

    /// The votes of every option while all continue, in units.
    var firstPreferences: [Int] {
        switch self {
        case .columns(let columns):
            return columns.votes(continuing: Array(0..<columns.optionCount))
        case .lists(let lists):
            var piles = Piles(lists)
            return piles.deal(worth: 1, continuing: Array(repeating: true, count: lists.optionCount)).received
        }
    }
}
