/// A SHA-256 digest, or a salted commitment of the same length.
///
/// The pure modules never compute one: whoever calls them hands the function
/// over (``Situation/digest``).
public struct Digest: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Sixty-four hexadecimal digits in lower case.
    public let hex: String

    /// Makes a digest from its hexadecimal digits.
    public init(hex: String) {
        self.hex = hex
    }

    /// Whether there are sixty-four digits, and nothing but digits.
    var isWellFormed: Bool {
        hex.utf8.count == 64 && hex.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }

    /// The first twelve digits in groups of four, as people read them aloud.
    public var short: String {
        let digits = Array(hex.prefix(12))
        return stride(from: 0, to: digits.count, by: 4)
            .map { String(digits[$0..<min($0 + 4, digits.count)]) }.joined(separator: "-")
    }

    /// All sixty-four digits.
    public var description: String { hex }

    /// In the order of the digits.
    public static func < (left: Digest, right: Digest) -> Bool { left.hex < right.hex }
}
