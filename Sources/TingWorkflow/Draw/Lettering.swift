/// How wide texts are, and how they are broken into lines.
///
/// Widths are estimates for the usual sans-serif faces, in whole pixels; the
/// table holds the advance widths of Helvetica in thousandths of the size.
enum Lettering {
    /// A size and weight of letters.
    struct Face: Hashable {
        /// The height of the letters, in pixels.
        let size: Int
        /// Whether they are bold.
        let isBold: Bool
        /// From one line to the next, in pixels.
        let leading: Int

        static let heading = Face(size: 20, isBold: true, leading: 25)
        static let basis = Face(size: 12, isBold: false, leading: 16)
        static let title = Face(size: 14, isBold: true, leading: 17)
        static let kind = Face(size: 12, isBold: false, leading: 15)
        static let rule = Face(size: 11, isBold: false, leading: 14)
        static let label = Face(size: 12, isBold: false, leading: 14)
    }

    /// How wide a text is, in pixels, rounded up.
    static func width(_ text: String, _ face: Face) -> Int {
        var sum = 0
        for scalar in text.unicodeScalars { sum += advance(scalar, face.isBold) }
        return (sum * face.size + 999) / 1000
    }

    /// The lines of a text, none wider than so many pixels; an overlong word is broken.
    ///
    /// Among the ways with the fewest lines, the lines come out about equally wide.
    static func lines(_ text: String, _ face: Face, within most: Int) -> [String] {
        let words = text.split(separator: " ").flatMap { pieces(String($0), face, most) }
        guard !words.isEmpty else { return [] }
        var best = fill(words, face, most)
        var narrow = most
        // The narrowest measure that needs no further line, by halving.
        var low = 0
        while narrow - low > 4 {
            let middle = (low + narrow) / 2
            let tried = fill(words, face, middle)
            if tried.count == best.count, tried.allSatisfy({ width($0, face) <= middle }) {
                best = tried
                narrow = middle
            } else {
                low = middle
            }
        }
        return best
    }

    private static func fill(_ words: [String], _ face: Face, _ most: Int) -> [String] {
        var lines: [String] = []
        for word in words {
            if let last = lines.last, width(last + " " + word, face) <= most {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(word)
            }
        }
        return lines
    }

    /// A word, in pieces where it is too wide; it breaks after a hyphen where it can.
    private static func pieces(_ word: String, _ face: Face, _ most: Int) -> [String] {
        guard width(word, face) > most else { return [word] }
        var pieces: [String] = []
        var piece = ""
        for character in word {
            if !piece.isEmpty, width(piece + String(character), face) > most {
                if let hyphen = piece.lastIndex(of: "-"), hyphen > piece.startIndex {
                    let next = piece.index(after: hyphen)
                    pieces.append(String(piece[..<next]))
                    piece = String(piece[next...])
                } else {
                    pieces.append(piece)
                    piece = ""
                }
            }
            piece.append(character)
        }
        if !piece.isEmpty { pieces.append(piece) }
        return pieces
    }

    /// The advance width of a character, in thousandths of the size.
    private static func advance(_ scalar: Unicode.Scalar, _ isBold: Bool) -> Int {
        let value = Int(scalar.value)
        if (32...126).contains(value) { return (isBold ? bold : plain)[value - 32] }
        switch value {
        case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: return 0
        case 0xB7: return isBold ? 333 : 278
        case 0x2026, 0x2014, 0x1100...0x11FF, 0x2E80...0xFFDC, 0x1F000...0x3FFFF: return 1000
        default: return scalar.properties.isUppercase ? 778 : 611
        }
    }

    private static let plain = [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556,
        556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778,
        722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278,
        278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ]
    private static let bold = [
        278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556,
        556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778,
        722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333,
        278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611,
        611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
    ]
}
