import TingTally
import TingWorkflow

/// An event of the record that this program cannot read.
public struct UnreadableEvent: Error, Hashable, Sendable {
    /// What is missing or unknown: a key, or a type.
    public let key: String
}

/// Reads the keys of one event; a missing key or a value of another type is an error.
///
/// A key that may be missing must still hold the right type where it stands.
struct Fields {
    let json: JSON

    func string(_ key: String) throws(UnreadableEvent) -> String {
        guard let value = json[key]?.string else { throw UnreadableEvent(key: key) }
        return value
    }

    func optionalString(_ key: String) throws(UnreadableEvent) -> String? {
        json[key] == nil ? nil : try string(key)
    }

    func boolean(_ key: String) throws(UnreadableEvent) -> Bool {
        guard let value = json[key]?.boolean else { throw UnreadableEvent(key: key) }
        return value
    }

    func integer(_ key: String) throws(UnreadableEvent) -> Int {
        guard let value = json[key]?.integer else { throw UnreadableEvent(key: key) }
        return value
    }

    func optionalInteger(_ key: String) throws(UnreadableEvent) -> Int? {
        json[key] == nil ? nil : try integer(key)
    }

    func optionalIntegers(_ key: String) throws(UnreadableEvent) -> [Int]? {
        guard let value = json[key] else { return nil }
        guard let items = value.array else { throw UnreadableEvent(key: key) }
        let integers = items.compactMap(\.integer)
        guard integers.count == items.count else { throw UnreadableEvent(key: key) }
        return integers
    }

    func statements(_ key: String) throws(UnreadableEvent) -> [Statement] {
        guard let items = json[key]?.array else { throw UnreadableEvent(key: key) }
        let statements = items.compactMap(Statement.init(json:))
        guard statements.count == items.count else { throw UnreadableEvent(key: key) }
        return statements
    }

    /// Moments by name; none where the key is missing.
    func instants(_ key: String) throws(UnreadableEvent) -> [String: Instant] {
        guard let value = json[key] else { return [:] }
        guard case .object(let members) = value else { throw UnreadableEvent(key: key) }
        var instants: [String: Instant] = [:]
        for (name, member) in members {
            guard let seconds = member.integer else { throw UnreadableEvent(key: key) }
            instants[name] = Instant(seconds: seconds)
        }
        return instants
    }

    func instant(_ key: String) throws(UnreadableEvent) -> Instant { Instant(seconds: try integer(key)) }

    func optionalInstant(_ key: String) throws(UnreadableEvent) -> Instant? {
        json[key] == nil ? nil : try instant(key)
    }

    func digest(_ key: String) throws(UnreadableEvent) -> Digest {
        let digest = Digest(hex: try string(key))
        guard digest.isWellFormed else { throw UnreadableEvent(key: key) }
        return digest
    }

    func optionalDigest(_ key: String) throws(UnreadableEvent) -> Digest? {
        json[key] == nil ? nil : try digest(key)
    }

    /// A number written exactly: `1250`, `2501/2`.
    func optionalFraction(_ key: String) throws(UnreadableEvent) -> Fraction? {
        guard let text = try optionalString(key) else { return nil }
        guard let fraction = Fraction(text: text) else { throw UnreadableEvent(key: key) }
        return fraction
    }

    /// Numbers by name; none where the key is missing.
    func amounts(_ key: String) throws(UnreadableEvent) -> [String: Fraction] {
        guard let value = json[key] else { return [:] }
        guard case .object(let members) = value else { throw UnreadableEvent(key: key) }
        var amounts: [String: Fraction] = [:]
        for (name, value) in members {
            guard let amount = value.string.flatMap(Fraction.init(text:)) else {
                throw UnreadableEvent(key: key)
            }
            amounts[name] = amount
        }
        return amounts
    }

    func strings(_ key: String) throws(UnreadableEvent) -> [String] {
        guard let items = json[key]?.array else { throw UnreadableEvent(key: key) }
        let strings = items.compactMap(\.string)
        guard strings.count == items.count else { throw UnreadableEvent(key: key) }
        return strings
    }

    func items(_ key: String) throws(UnreadableEvent) -> [Fields] {
        guard let items = json[key]?.array else { throw UnreadableEvent(key: key) }
        return items.map { Fields(json: $0) }
    }
}

extension [String: JSON] {
    /// Sets a key when there is a value; the record has no null.
    mutating func set(_ key: String, _ value: String?) { if let value { self[key] = .string(value) } }
    /// Sets a key when there is a value; the record has no null.
    mutating func set(_ key: String, _ value: Int?) { if let value { self[key] = .integer(value) } }
    /// Sets a key when there are moments.
    mutating func set(_ key: String, _ values: [String: Instant]) {
        if !values.isEmpty { self[key] = .object(values.mapValues { .integer($0.seconds) }) }
    }
    /// Sets a key when there is a value; the record has no null.
    mutating func set(_ key: String, _ value: Instant?) {
        if let value { self[key] = .integer(value.seconds) }
    }
    /// Sets a key when there is a value, written exactly; the record has no null.
    mutating func set(_ key: String, _ value: Fraction?) {
        if let value { self[key] = .string(value.description) }
    }
    /// Sets a key when there are numbers.
    mutating func set(_ key: String, _ values: [String: Fraction]) {
        if !values.isEmpty { self[key] = .object(values.mapValues { .string($0.description) }) }
    }
    /// Sets a key when there is a value; the record has no null.
    mutating func set(_ key: String, _ value: Digest?) { if let value { self[key] = .string(value.hex) } }
}
