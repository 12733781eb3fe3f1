/// Which options defeat which, directly or through others, kept as one row of bits an option.
struct Defeats {
    private let size: Int
    private let words: Int
    private var bits: [UInt64]

    /// No defeats among so many options.
    init(size: Int) {
        self.size = size
        words = (size + 63) / 64
        bits = Array(repeating: 0, count: size * words)
    }

    /// Whether the first option defeats the second.
    subscript(first: Int, second: Int) -> Bool {
        get { bits[first * words + second / 64] >> UInt64(second % 64) & 1 == 1 }
        set {
            let bit = UInt64(1) << UInt64(second % 64)
            if newValue {
                bits[first * words + second / 64] |= bit
            } else {
                bits[first * words + second / 64] &= ~bit
            }
        }
    }

    /// The defeats with those added that lead through other options.
    ///
    /// - Complexity: O(options³ / 64). Source: Warshall 1962.
    var transitive: Defeats {
        var closed = self
        for middle in 0..<size {
            for first in 0..<size where closed[first, middle] {
                for word in 0..<words {
                    closed.bits[first * words + word] |= closed.bits[middle * words + word]
                }
            }
        }
        return closed
    }

    /// The options that defeat, directly or not, every option that so defeats them.
    ///
    /// - Source: Debian Constitution 1.9, A.5.6.
    func schwartzSet(among options: [Int]) -> [Int] {
        let reach = transitive
        return options.filter { option in options.allSatisfy { reach[option, $0] || !reach[$0, option] } }
    }
}
