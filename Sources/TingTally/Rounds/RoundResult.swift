/// Who is elected by a count in rounds, all ties included.
///
/// A tie that nothing given breaks is tried out in every way. Where every way
/// elects the same, the count goes on. Else the result is tied: those elected
/// in every way are elected, those elected in some are tied. Where there are
/// too many ways to try, all options that were still in the count are reported
/// as tied: nobody is declared elected, or out, who may not be.
///
/// The ranking begins with the elected, in the order of election; then come
/// those who were never excluded, by their votes in the last round; then the
/// excluded, the last one first. Options whose order hangs on a tie that nobody
/// broke stand in one group.
struct RoundResult {
    /// The elected in order of election, and those tied for the last seats.
    private(set) var winners: [Int] = []
    /// Those elected in some ways of breaking the tie, and not in others.
    private(set) var tied: [Int] = []
    /// All options in groups, best first.
    private(set) var ranking: [[Int]] = []

    /// Runs a count to its end, and writes down what becomes of its ties.
    init<Count: TiedCount>(_ count: inout Count, rows: Int) throws(TallyError) {
        var exploration = TieExploration<Count>(rows: rows, options: count.log.names.count)
        // From where on the order of the elected and of the excluded hangs on a tie that is left.
        var unsettled: (elected: Int?, excluded: Int?) = (nil, nil)
        while true {
            switch try count.advance() {
            case .done:
                finish(count, unsettled)
                return
            case .open(let options):
                count.log.add("tie-without-votes", [count.log.options(options)])
                finish(count, unsettled, tied: options)
                return
            case .tie(let options):
                let before = exploration.states
                guard let ends = try exploration.ends(of: count, tied: options) else {
                    count.log.add(
                        "tie-too-many-ways",
                        [count.log.options(count.eligible), .number("states", exploration.states)])
                    finish(count, unsettled, tied: count.eligible)
                    return
                }
                let states = Fact.number("states", exploration.states - before)
                guard ends.areAlike else {
                    let certain = count.eligible.filter { ends.certain.contains($0) }
                    let tied = count.eligible.filter {
                        ends.possible.contains($0) && !ends.certain.contains($0)
                    }
                    count.log.add("tie-matters", [count.log.options(tied), states])
                    finish(count, unsettled, certain: certain, tied: tied)
                    return
                }
                count.log.add("tie-does-not-matter", [count.log.option(options[0]), states])
                if ends.order == nil, unsettled.elected == nil {
                    unsettled.elected = count.elected.count
                }
                if unsettled.excluded == nil { unsettled.excluded = count.excluded.count }
                try count.decide(options[0])
            }
        }
    }

    /// Puts the groups together.
    private mutating func finish<Count: TiedCount>(
        _ count: Count, _ unsettled: (elected: Int?, excluded: Int?), certain: [Int] = [], tied: [Int] = []
    ) {
        let settled = unsettled.elected ?? count.elected.count
        let late = (count.elected.dropFirst(settled).joined() + certain).sorted()
        self.tied = tied
        winners = count.elected.prefix(settled).joined() + late + tied
        ranking = Array(count.elected.prefix(settled)) + (late.isEmpty ? [] : [late])
        if !tied.isEmpty { ranking.append(tied) }
        let isOut = { [winners] option in !winners.contains(option) }
        let out = unsettled.excluded ?? count.excluded.count
        let rest = (count.continuing + count.excluded.dropFirst(out).joined()).filter(isOut)
        if !tied.isEmpty || unsettled.excluded != nil {
            if !rest.isEmpty { ranking.append(rest.sorted()) }
        } else if let votes = count.log.rounds.last {
            ranking += rest.places { votes[$0] }
        } else if !rest.isEmpty {
            ranking.append(rest)
        }
        ranking += count.excluded.prefix(out).reversed().map { $0.filter(isOut) }.filter { !$0.isEmpty }
    }
}
