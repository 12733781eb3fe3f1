/// How many ballots like each of some options best, among these options alone.
struct FirstChoices {
    /// The votes of each option, in the order in which the options were given: a ballot with several
    /// options level at its top gives each an equal part.
    private(set) var votes: [Fraction] = []
    /// The weight of the ballots that rank none of the options.
    private(set) var exhausted = 0
}

extension FirstChoices {
    /// Counts the first choices.
    ///
    /// - Throws: ``TallyError`` `arithmetic-overflow` when the parts have no common measure within 64 bits.
    /// - Complexity: O(rows × options).
    init(of ballots: RankedBallots, among options: [Int]) throws(TallyError) {
        let size = options.count
        // The weight of ballots with one option at the top; and by how many are level there, of the others.
        var single = Array(repeating: 0, count: size)
        var shared: [Int: [Int]] = [:]
        var exhausted = 0
        ballots.forEachBlock { columns in
            let ranks = options.map(columns.column)
            for row in 0..<columns.count {
                var (best, count, first) = (RankedBallots.unranked, 0, 0)
                for place in 0..<size {
                    let rank = ranks[place][row]
                    if rank < best {
                        (best, count, first) = (rank, 1, place)
                    } else if rank == best {
                        count += 1
                    }
                }
                let weight = columns.weight(of: row)
                if best == RankedBallots.unranked {
                    exhausted += weight
                } else if count == 1 {
                    single[first] += weight
                } else {
                    for place in 0..<size where ranks[place][row] == best {
                        shared[count, default: Array(repeating: 0, count: size)][place] += weight
                    }
                }
            }
        }
        self.exhausted = exhausted
        do {
            for place in 0..<size {
                var sum = Fraction(single[place])
                for (count, weights) in shared.sorted(by: { $0.key < $1.key }) {
                    sum = try sum + Fraction(weights[place], count)
                }
                votes.append(sum)
            }
            let all = try votes.reduce(Fraction(exhausted)) { (sum, next) throws(ArithmeticError) in
                try sum + next
            }
            guard all == Fraction(ballots.total) else {
                throw TallyError(
                    Statement(
                        "first-choices-do-not-add-up",
                        [.fraction("found", all), .number("ballots", ballots.total)]))
            }
        } catch let error as ArithmeticError {
            throw TallyError(error)
        } catch let error as TallyError {
            throw error
        } catch {
            throw TallyError(Statement("arithmetic-overflow"))
        }
    }
}
