/// Schwartz sequential dropping: drops the weakest defeats within the Schwartz set until none is left there.
///
/// - Source: Debian Constitution 1.9, A.5.4 to A.5.8.
struct SequentialDropping {
    private let names: [String]
    /// Every defeat among the options, weakest first.
    private let defeats: [Defeat]

    /// A count over some of the options.
    init(matrix: PairwiseMatrix, options names: [String], among options: [Int]) {
        self.names = names
        var defeats: [Defeat] = []
        for first in options {
            for second in options where matrix[first, over: second] > matrix[second, over: first] {
                defeats.append(
                    Defeat(
                        winner: first, loser: second, votes: matrix[first, over: second],
                        against: matrix[second, over: first]))
            }
        }
        self.defeats = defeats.sorted { $0.isWeaker(than: $1) }
    }

    /// The options that remain of some; several where only a casting vote can choose.
    ///
    /// No option comes into the Schwartz set while defeats within it are
    /// dropped: what kept it out, a path from the set, leads over defeats that
    /// are not within the set at its end. So each round looks at the last set only.
    ///
    /// - Parameter transcript: Gets every set and every defeat dropped; nil writes nothing.
    func winners(among options: [Int], writing transcript: inout Transcript?) -> [Int] {
        var set = OptionSet256()
        for option in options { set[option] = true }
        var standing = Defeats(size: names.count)
        for defeat in defeats where set[defeat.winner] && set[defeat.loser] {
            standing.set(defeat.winner, over: defeat.loser, true)
        }
        set = standing.schwartzSet(within: set)
        var within = defeats.filter { set[$0.winner] && set[$0.loser] }[...]
        write(set, options, to: &transcript)
        while let weakest = within.first {
            while let defeat = within.first, !weakest.isWeaker(than: defeat) {
                standing.set(defeat.winner, over: defeat.loser, false)
                transcript?.add(defeat.statement("defeat-dropped", names))
                within.removeFirst()
            }
            let next = standing.schwartzSet(within: set)
            guard next != set else { continue }
            set = next
            within = within.filter { set[$0.winner] && set[$0.loser] }[...]
            write(set, options, to: &transcript)
        }
        return options.filter { set[$0] }
    }

    /// Writes down how every pair of options compares.
    func compare(_ matrix: PairwiseMatrix, among options: [Int], writing transcript: inout Transcript) {
        for (place, first) in options.enumerated() {
            for second in options.dropFirst(place + 1) {
                let (votes, against) = (matrix[first, over: second], matrix[second, over: first])
                if votes == against {
                    transcript.add(
                        Statement(
                            "pair-level",
                            [
                                .text("first", names[first]), .text("second", names[second]),
                                .number("votes", votes),
                            ]))
                } else {
                    let (winner, loser) = votes > against ? (first, second) : (second, first)
                    transcript.add(
                        Defeat(
                            winner: winner, loser: loser, votes: max(votes, against),
                            against: min(votes, against)
                        ).statement("pair-defeat", names))
                }
            }
        }
    }

    /// Writes down the Schwartz set, in the order of the ballot paper.
    private func write(_ set: OptionSet256, _ options: [Int], to transcript: inout Transcript?) {
        transcript?.add(
            Statement("schwartz-set", [.list("options", options.filter { set[$0] }.map { names[$0] })]))
    }
}
