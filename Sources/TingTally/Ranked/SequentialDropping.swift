/// Schwartz sequential dropping: drops the weakest defeats within the Schwartz set until none is left there.
///
/// - Source: Debian Constitution 1.9, A.5.4 to A.5.8.
struct SequentialDropping {
    private let matrix: PairwiseMatrix
    private let names: [String]
    private let options: [Int]

    /// A count over some of the options, of which there is at least one.
    init(matrix: PairwiseMatrix, options names: [String], among options: [Int]) {
        self.matrix = matrix
        self.names = names
        self.options = options
    }

    /// A defeat, weaker when fewer prefer its winner, or as many and more prefer its loser.
    private struct Defeat {
        let winner: Int
        let loser: Int
        let votes: Int
        let against: Int

        static func isWeaker(_ first: Defeat, _ second: Defeat) -> Bool {
            (first.votes, second.against) < (second.votes, first.against)
        }
    }

    /// The options that remain; several where only a casting vote can choose.
    mutating func winners(writing transcript: inout Transcript) -> [Int] {
        var defeats = pairwiseDefeats(writing: &transcript)
        while true {
            var standing = Defeats(size: matrix.size)
            for defeat in defeats { standing[defeat.winner, defeat.loser] = true }
            let set = standing.schwartzSet(among: options)
            transcript.add(Statement("schwartz-set", [.list("options", set.map { names[$0] })]))
            let within = defeats.filter { set.contains($0.winner) && set.contains($0.loser) }
            guard let weakest = within.min(by: Defeat.isWeaker) else { return set }
            defeats.removeAll { defeat in
                let isWeakest =
                    set.contains(defeat.winner) && set.contains(defeat.loser)
                    && !Defeat.isWeaker(weakest, defeat)
                if isWeakest { transcript.add(statement("defeat-dropped", defeat)) }
                return isWeakest
            }
        }
    }

    /// Every option that more ballots prefer than prefer the other, pair by pair.
    private func pairwiseDefeats(writing transcript: inout Transcript) -> [Defeat] {
        var defeats: [Defeat] = []
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
                    continue
                }
                let isFirst = votes > against
                let defeat = Defeat(
                    winner: isFirst ? first : second, loser: isFirst ? second : first,
                    votes: max(votes, against), against: min(votes, against))
                transcript.add(statement("pair-defeat", defeat))
                defeats.append(defeat)
            }
        }
        return defeats
    }

    /// The sentence about one defeat.
    private func statement(_ code: String, _ defeat: Defeat) -> Statement {
        Statement(
            code,
            [
                .text("winner", names[defeat.winner]), .text("loser", names[defeat.loser]),
                .number("votes", defeat.votes), .number("against", defeat.against),
            ])
    }
}
