/// The points that ballots give to options by place.
struct BordaPoints {
    /// How many points a place is worth.
    enum Variant: String, CaseIterable {
        case standard
        case tournament
        case modified
        case dowdall
    }

    /// The points of every option.
    let points: [Fraction]

    /// Adds up the points.
    ///
    /// - Throws: ``TallyError`` `arithmetic-overflow`.
    /// - Complexity: O(rows × options).
    init(of ballots: RankedBallots, _ variant: Variant, with workers: Workers) throws(TallyError) {
        let size = ballots.options.count
        do {
            switch variant {
            case .tournament:
                // Over all ballots an option has half a point for each other option, and half a point more
                // or less for each ballot that prefers it to one or one to it.
                let matrix = ballots.pairwise(unranked: .last, with: workers)
                points = try (0..<size).map { option throws(ArithmeticError) in
                    let doubled = (0..<size).reduce(Int128(ballots.total) * Int128(size - 1)) {
                        $0 + Int128(matrix[option, over: $1]) - Int128(matrix[$1, over: option])
                    }
                    return try Fraction(reducing: doubled, over: 2)
                }
            case .standard, .modified:
                var doubled = Array(repeating: Int128(0), count: size)
                let isPlain = !ballots.hasEqualRanks && !ballots.hasSkippedRanks
                ballots.forEachBlock { columns in
                    if isPlain, variant == .standard, columns.weights == nil {
                        return Self.addPlain(columns, to: &doubled)
                    }
                    Self.forEachPlace(columns, size) { option, place, level, ranked, weight in
                        let first = variant == .standard ? size - 1 - place : ranked - place
                        doubled[option] += Int128(weight) * Int128(2 * first - (level - 1))
                    }
                }
                points = try doubled.map { sum throws(ArithmeticError) in try Fraction(reducing: sum, over: 2)
                }
            case .dowdall:
                points = try Self.harmonic(ballots)
            }
        } catch { throw TallyError(error) }
    }

    /// One over the place, added up exactly.
    private static func harmonic(_ ballots: RankedBallots) throws(ArithmeticError) -> [Fraction] {
        let size = ballots.options.count
        // By option and place: what ballots give for it that have one option there; and the few others.
        var single = Array(repeating: 0, count: size * size)
        var shared: [Int: [Int]] = [:]
        ballots.forEachBlock { columns in
            forEachPlace(columns, size) { option, place, level, _, weight in
                if level == 1 {
                    single[option * size + place] += weight
                } else {
                    let key = place * (size + 1) + level
                    shared[key, default: Array(repeating: 0, count: size)][option] += weight
                }
            }
        }
        var points: [Fraction] = []
        for option in 0..<size {
            var sum = Fraction(0)
            for place in 0..<size where single[option * size + place] != 0 {
                sum = try sum + Fraction(single[option * size + place], place + 1)
            }
            for (key, weights) in shared.sorted(by: { $0.key < $1.key }) where weights[option] != 0 {
                let (place, level) = key.quotientAndRemainder(dividingBy: size + 1)
                var share = Fraction(0)
                for taken in place..<(place + level) { share = try share + Fraction(1, taken + 1) }
                sum = try sum + share * Fraction(weights[option], level)
            }
            points.append(sum)
        }
        return points
    }

    /// Adds the doubled standard points of ballots without level options and without empty ranks, each of
    /// weight 1: a rank is then a place.
    private static func addPlain(_ columns: RankedColumns, to doubled: inout [Int128]) {
        for option in doubled.indices {
            var sum = 0
            for rank in columns.column(option) {
                sum &+= rank == RankedBallots.unranked ? 0 : doubled.count &- 1 &- Int(rank)
            }
            doubled[option] += Int128(2 * sum)
        }
    }

    /// Tells for every option that a ballot ranks: how many stand above it, how many are level with it
    /// (itself included), how many the ballot ranks, and the ballot's weight.
    private static func forEachPlace(
        _ columns: RankedColumns, _ size: Int,
        _ body: (_ option: Int, _ place: Int, _ level: Int, _ ranked: Int, _ weight: Int) -> Void
    ) {
        var counts = Array(repeating: 0, count: Int(RankedBallots.unranked) + 1)
        var above = counts
        for row in 0..<columns.count {
            var last = -1
            for option in 0..<size {
                let rank = columns.ranks[option * columns.capacity + row]
                guard rank != RankedBallots.unranked else { continue }
                counts[Int(rank)] += 1
                last = max(last, Int(rank))
            }
            guard last >= 0 else { continue }
            var ranked = 0
            for rank in 0...last {
                above[rank] = ranked
                ranked += counts[rank]
            }
            let weight = columns.weight(of: row)
            for option in 0..<size {
                let rank = Int(columns.ranks[option * columns.capacity + row])
                guard rank <= last else { continue }
                body(option, above[rank], counts[rank], ranked, weight)
            }
            for rank in 0...last { counts[rank] = 0 }
        }
    }
}
