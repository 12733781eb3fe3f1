/// A value of the record: JSON without floating point and without null.
///
/// The minutes keep events as canonical JSON, RFC 8785 restricted: ASCII keys
/// in ascending order, integers only, fractions as text (`"2/3"`), no white
/// space. The bytes are written once and hashed as written.
///
/// Strings are written as they are. The record wants them in Unicode's normal
/// form C, and whoever takes a text from a person brings it into that form:
/// this module cannot, since the standard library does not offer it.
public indirect enum JSON: Hashable, Sendable {
    /// Text.
    case string(String)
    /// A whole number.
    case integer(Int)
    /// True or false.
    case boolean(Bool)
    /// A list.
    case array([JSON])
    /// A map; the writer sorts the keys, which are unique.
    case object([String: JSON])

    /// The text, when this is text.
    public var string: String? {
        if case .string(let value) = self { value } else { nil }
    }

    /// The number, when this is a number.
    public var integer: Int? {
        if case .integer(let value) = self { value } else { nil }
    }

    /// The truth value, when this is one.
    public var boolean: Bool? {
        if case .boolean(let value) = self { value } else { nil }
    }

    /// The items, when this is a list.
    public var array: [JSON]? {
        if case .array(let value) = self { value } else { nil }
    }

    /// The value under a key; nil when this is no map or has no such key.
    public subscript(key: String) -> JSON? {
        if case .object(let members) = self { members[key] } else { nil }
    }

    /// A list of texts.
    public static func strings(_ values: [String]) -> JSON { .array(values.map(JSON.string)) }
}
