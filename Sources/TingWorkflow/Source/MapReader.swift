import TingTally

/// A map of the file together with the keys it may have.
///
/// Making one reports the keys that are unknown or missing. Each accessor
/// reads one key: it returns nil when the key is not there (silently, since a
/// missing one was reported) or when its value is wrong (with a finding).
public struct MapReader {
    /// The map.
    public let node: Node
    /// The name of what the map describes, such as the state's name; else the key above it.
    public let name: String
    /// Where that name stands.
    public let mark: Mark
    /// How long the state lasts, where the map is a state; else ``Clock/none``.
    public let clock: Clock
    /// Where the findings go.
    let reading: Reading
    /// What the map is, for sentences: `place-state`, `place-rule` ...
    let place: Statement

    /// Reads a map that is already known to be one, without looking at its keys.
    init(
        _ node: Node, name: String, at mark: Mark, place: Statement, clock: Clock = .none,
        reading: Reading
    ) {
        self.node = node
        self.name = name
        self.mark = mark
        self.place = place
        self.clock = clock
        self.reading = reading
    }

    /// Reads a map and checks its keys; nil and a finding when the node is no map.
    init?(
        _ node: Node, name: String, at mark: Mark, place: Statement, keys: [Key], later: [String] = [],
        reading: Reading
    ) {
        guard node.entries != nil else {
            reading.wrongForm(node, for: name, expected: "map")
            return nil
        }
        self.init(node, name: name, at: mark, place: place, reading: reading)
        check(keys, later: later)
    }

    /// Reports keys that are not among these, and required ones that are not there.
    ///
    /// - Parameters:
    ///   - later: Keys that the language has and this version does not know yet.
    ///   - passing: Keys that somebody else reports on.
    func check(_ keys: [Key], later: [String] = [], passing: [String] = []) {
        let names = keys.map(\.name)
        for entry in node.entries ?? [] where !names.contains(entry.key) && !passing.contains(entry.key) {
            let width = max(1, entry.key.unicodeScalars.count)
            let facts: [Fact] = [.text("key", entry.key), Fact("place", .statement(place))]
            if later.contains(entry.key) {
                reading.error("key-not-yet", facts, at: entry.mark, width: width)
            } else {
                reading.error(
                    "unknown-key", facts, at: entry.mark, width: width, allowed: names,
                    suggestion: didYouMean(entry.key, among: names))
            }
        }
        for key in keys where key.required && node[key.name] == nil {
            reading.error(
                "missing-key", [Fact("place", .statement(place)), .text("key", key.name)], at: mark,
                width: max(1, name.unicodeScalars.count), allowed: key.form.examples(reading.declared))
        }
    }

    /// The value under a key; nil when the key is not there.
    public subscript(key: String) -> Node? { node[key] }

    /// Where a key stands; where the map is named when it has no such key.
    func mark(of key: String) -> Mark {
        node.entries?.first { $0.key == key }?.mark ?? mark
    }

    /// The text under a key.
    public func text(_ key: String) -> String? {
        node[key].flatMap { reading.text($0, for: key) }
    }

    /// The words for people under a key: plain text or a map by language.
    public func wording(_ key: String) -> Wording? {
        node[key].flatMap { reading.wording($0, for: key) }
    }

    /// `yes` or `no`.
    public func flag(_ key: String) -> Bool? {
        one(of: ["yes", "no"], key).map { $0 == "yes" }
    }

    /// A word from a closed list; words of the second list get a sentence that they are not known yet.
    public func one(of words: [String], _ key: String, later: [String] = []) -> String? {
        guard let node = node[key], let text = reading.text(node, for: key) else { return nil }
        if words.contains(text) { return text }
        if later.contains(where: { text == $0 || text.hasPrefix($0 + " ") }) {
            reading.error(
                "value-not-yet", [.text("value", text), .text("key", key)], at: node, allowed: words)
        } else {
            reading.error(
                "unknown-value", [.text("value", text), .text("key", key)], at: node, allowed: words,
                suggestion: didYouMean(text, among: words))
        }
        return nil
    }

    /// A whole number, at least as large as said.
    public func whole(_ key: String, atLeast least: Int = 1) -> Int? {
        guard let node = node[key], let text = reading.text(node, for: key) else { return nil }
        guard let number = text.wholeNumber, number >= least else {
            reading.error(
                "whole-number", [.text("value", text), .text("key", key), .number("least", least)], at: node
            )
            return nil
        }
        return number
    }

    /// The name of something that the file declares.
    public func reference(_ reference: Key.Reference, _ key: String) -> String? {
        guard let node = node[key], let name = reading.text(node, for: key) else { return nil }
        return reading.reference(reference, name, at: node)
    }

    /// A list of texts; a single text is no list.
    public func texts(_ key: String) -> [Node]? {
        node[key].flatMap { reading.items($0, for: key) }?.filter { reading.text($0, for: key) != nil }
    }

    /// The map under a key, with the keys it may have.
    func map(_ key: String, _ keys: [Key], later: [String] = []) -> MapReader? {
        guard let entry = node.entries?.first(where: { $0.key == key }) else { return nil }
        return MapReader(
            entry.value, name: key, at: entry.mark, place: Statement("place-key", [.text("key", key)]),
            keys: keys, later: later, reading: reading)
    }

    /// The entries of a map from names that the steward chooses.
    func named(_ key: String) -> [Node.Entry] {
        guard let value = node[key] else { return [] }
        guard let entries = value.entries else {
            reading.wrongForm(value, for: key, expected: "map")
            return []
        }
        for entry in entries { reading.checkName(entry.key, at: entry.mark) }
        return entries
    }
}

extension String {
    /// The number that ASCII digits write, at most nine of them; nil for anything else.
    var wholeNumber: Int? {
        guard (1...9).contains(utf8.count), utf8.allSatisfy({ (48...57).contains($0) }) else {
            return nil
        }
        return Int(self)
    }
}
