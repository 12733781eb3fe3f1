/// Makes inputs out of others: by bytes, by words of the language, and by whole lines.
struct Garbling {
    private var dice: Dice

    init(dice: Dice) { self.dice = dice }

    /// What breaks readers of YAML, and what the phrases of the language are made of.
    private static let words: [[UInt8]] = [
        "\t", "\r", "\0", "\u{FEFF}", "\u{2028}", ": ", "- ", "? ", "| ", "> ", "&a ", "*a", "!!int ",
        "%YAML 1.1\n",
        "---\n", "...\n", "<<: *a", "{", "}", "[", "]", "[[[[[[[[", "{a: {a: {a: {a: ", "\"", "'", "\\x",
        "\\u12",
        "#", ",", "~", "null", "yes", "no", "0", "-1", "1/0", "0/1", "9223372036854775807",
        "18446744073709551616",
        "1e9", "0x10", "50%", "at least ", "more than ", " of votes cast", " of electorate",
        "1/2 * sqrt(electorate)",
        "14 days", "0 days", "99999999999 years", "-3 days", "4 to 6 weeks before ", "2026-02-30",
        "2026-03-28",
        "each of ", "2 of ", "any member", "author", "members", "states:\n", "rules:\n", "kind: ", "goto: ",
        "outcomes: {", "lasts: ", "decides: ", "first: ", "draft", "vote", "final", "ting: 1\n",
        "scenarios:\n",
        "  - title: ", "steps: [", "expect: {", "quorum:", "majority:", "formulas: {a: a}",
    ].map { Array($0.utf8) }

    /// One input out of some; a short run of bytes by chance where there are none.
    mutating func input(from inputs: [[UInt8]]) -> [UInt8] {
        guard var bytes = dice.one(of: inputs), !dice.happens(1) else { return bytesByChance(upTo: 64) }
        for _ in 0...dice.below(4) { change(&bytes, others: inputs) }
        return bytes
    }

    private mutating func bytesByChance(upTo most: Int) -> [UInt8] {
        (0..<dice.below(most)).map { _ in UInt8(truncatingIfNeeded: dice.next()) }
    }

    private mutating func change(_ bytes: inout [UInt8], others: [[UInt8]]) {
        let place = dice.below(bytes.count + 1)
        switch dice.below(9) {
        case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8(dice.below(8))
        case 1 where place < bytes.count: bytes[place] = UInt8(truncatingIfNeeded: dice.next())
        case 2: bytes.insert(contentsOf: Self.words[dice.below(Self.words.count)], at: place)
        case 3: bytes.removeSubrange(place..<min(bytes.count, place + 1 + dice.below(16)))
        case 4: bytes.removeSubrange(line(of: place, in: bytes))
        case 5:
            bytes.insert(
                contentsOf: bytes[line(of: place, in: bytes)],
                at: line(of: dice.below(bytes.count + 1), in: bytes).lowerBound)
        case 6:
            let word = Self.words[dice.below(Self.words.count)]
            bytes.replaceSubrange(place..<min(bytes.count, place + word.count), with: word)
        case 7:
            guard let other = dice.one(of: others) else { return }
            bytes.replaceSubrange(place..., with: other[dice.below(other.count + 1)...])
        default: bytes.insert(contentsOf: bytesByChance(upTo: 8), at: place)
        }
    }

    /// The line in which a place lies, with its end.
    private func line(of place: Int, in bytes: [UInt8]) -> Range<Int> {
        let end = UInt8(ascii: "\n")
        let start = bytes[..<place].lastIndex(of: end).map { $0 + 1 } ?? 0
        let next = bytes[place...].firstIndex(of: end).map { $0 + 1 } ?? bytes.count
        return start..<next
    }
}
