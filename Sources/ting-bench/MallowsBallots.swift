import Foundation
import TingTally

/// Rankings that scatter around one order, as those of real voters do.
///
/// The nearer phi is to 0, the more they agree; at 1 every order is as likely
/// as any other. Seven in ten ballots rank everything, the others stop early.
///
/// - Source: Mallows 1957, drawn by repeated insertion (Doignon, Pekeč and Regenwetter 2004).
enum MallowsBallots {
    /// Draws the ballots.
    static func draw(_ count: Int, options: Int, phi: Double, seed: UInt64) throws -> RankedBallots {
        var random = SplitMix(seed: seed)
        var ballots = try RankedBallots(options: (0..<options).map { "Option \($0)" })
        // For each option the chance to be inserted at each place or above it.
        let chances = (0..<options).map { option in
            let weights = (0...option).map { pow(phi, Double(option - $0)) }
            let sum = weights.reduce(0, +)
            var reached = 0.0
            return weights.map { weight in
                reached += weight / sum
                return reached
            }
        }
        var ranks = Array(repeating: UInt8.max, count: options)
        for _ in 0..<count {
            var order: [Int] = []
            for option in 0..<options {
                let drawn = Double(random.next() >> 11) / 9_007_199_254_740_992
                order.insert(option, at: chances[option].firstIndex { drawn < $0 } ?? option)
            }
            let isWhole = random.next() % 10 < 7
            let length = isWhole ? options : Int(random.next() % UInt64(options - 1)) + 1
            for (rank, option) in order.enumerated() {
                ranks[option] = rank < length ? UInt8(rank) : UInt8.max
            }
            try ranks.withUnsafeBufferPointer { try ballots.append(ranks: $0) }
        }
        return ballots
    }
}
