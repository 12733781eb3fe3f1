import TingProceedings

/// Where random bytes come from: the system, or a seed in a sandbox.
public protocol Chance: Sendable {
    /// So many random bytes for the use named; `place` is the record's length, so that
    /// a seeded source gives other bytes each time.
    func bytes(_ count: Int, for use: String, at place: Int) -> [UInt8]
}

/// The system's own random source.
public struct SystemChance: Chance {
    /// Makes the source.
    public init() {}

    /// Random bytes that nobody can foretell.
    public func bytes(_ count: Int, for use: String, at place: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
}

/// Bytes that follow from a seed: for sandboxes, rehearsals and tests, never for a real assembly.
public struct SeededChance: Chance {
    private let seed: Int

    /// Makes the source.
    public init(seed: Int) {
        self.seed = seed
    }

    /// Bytes that follow from seed, use and place alone.
    public func bytes(_ count: Int, for use: String, at place: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        var block = 0
        while bytes.count < count {
            let digest = Hashing.digest(Array("\(seed)/\(use)/\(place)/\(block)".utf8))
            var digits = digest.hex.utf8.makeIterator()
            while let high = digits.next(), let low = digits.next() {
                bytes.append(SeededChance.value(high) << 4 | SeededChance.value(low))
            }
            block += 1
        }
        return Array(bytes.prefix(count))
    }

    private static func value(_ digit: UInt8) -> UInt8 { digit < 58 ? digit - 48 : digit - 87 }
}
