/// The characters that a steward's file never holds.
enum Forbidden {
    /// Whether a character is a control character, or one that breaks lines unseen.
    ///
    /// Tab, line feed and carriage return are not. U+0085, U+2028 and U+2029 are:
    /// libyaml ends a line there where an editor does not.
    static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    /// Whether a character changes the direction of what follows, so that people
    /// would read another order than the program does.
    static func turnsDirection(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// The name of a character as `U+001B`.
    static func name(_ scalar: Unicode.Scalar) -> String {
        let digits = hex(scalar.value)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// A number in upper-case hexadecimal digits, at least two.
    static func hex(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return digits.count < 2 ? "0" + digits : digits
    }
}
