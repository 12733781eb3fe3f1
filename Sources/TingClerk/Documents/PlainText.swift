// The one file of this module that imports Foundation: the standard library
// compares texts by Unicode's rules, but does not bring them into a normal form.
import Foundation
import TingProceedings

/// A text from a person in the form in which the record keeps it: Unicode's
/// normal form C, and every line ended by a line feed.
///
/// Two texts that look alike then have the same bytes, so that commitments,
/// names and canonical JSON do not depend on the keyboard, the editor or the
/// system they were written with.
///
/// - Source: Unicode Standard Annex 15; RFC 8785 leaves the form to the writer.
enum PlainText {
    /// The text in the form of the record.
    ///
    /// - Complexity: O(n); ASCII without carriage returns is returned as it is.
    static func kept(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0x80 || $0 == 0x0D }) else { return text }
        return lines(of: text).precomposedStringWithCanonicalMapping
    }

    /// The text with every line ended by a line feed, however it was ended.
    static func lines(of text: String) -> String {
        guard text.utf8.contains(0x0D) else { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var follows = false
        for byte in text.utf8 {
            if byte == 0x0D {
                bytes.append(0x0A)
            } else if byte != 0x0A || !follows {
                bytes.append(byte)
            }
            follows = byte == 0x0D
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension JSON {
    /// The same value with every text in the form of the record.
    var kept: JSON {
        switch self {
        case .string(let text): .string(PlainText.kept(text))
        case .integer, .boolean: self
        case .array(let items): .array(items.map(\.kept))
        case .object(let members): .object(members.mapValues(\.kept))
        }
    }
}
