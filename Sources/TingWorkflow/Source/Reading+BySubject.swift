import TingTally

extension Reading {
    /// Reads a value that may depend on what the proposal touches.
    ///
    /// - Parameters:
    ///   - node: One value, or a list of `when` entries closed by `otherwise`.
    ///   - key: The key the value stands under.
    ///   - caseKeys: The keys of a `when` entry besides `when`.
    ///   - value: Reads a value that stands alone.
    ///   - caseValue: Reads the value of a `when` entry.
    func bySubject<Value>(
        _ node: Node, for key: String, caseKeys: [Key], value: (Node) -> Value?,
        caseValue: (MapReader) -> Value?
    ) -> BySubject<Value>? {
        guard let items = node.items, items.contains(where: { $0["when"] != nil || $0["otherwise"] != nil })
        else { return value(node).map { BySubject($0) } }
        let place = Statement("place-when", [.text("key", key)])
        var cases: [BySubject<Value>.Case] = []
        var otherwise: Value?
        var hasOtherwise = false
        for (index, item) in items.enumerated() {
            if let last = item["otherwise"] {
                hasOtherwise = true
                _ = MapReader(
                    item, name: key, at: item.mark, place: Statement("place-otherwise", [.text("key", key)]),
                    keys: [Key("otherwise", .either([]))], reading: self)
                otherwise = value(last)
                if index != items.count - 1 { error("otherwise-not-last", [.text("key", key)], at: item) }
                continue
            }
            guard
                let map = MapReader(
                    item, name: "when", at: item.mark, place: place,
                    keys: [Key("when", .reference(.subject), required: true)] + caseKeys, reading: self)
            else { continue }
            guard let subject = map.reference(.subject, "when") else { continue }
            if cases.contains(where: { $0.subject == subject }) {
                error(
                    "subject-twice", [.text("subject", subject), .text("key", key)], at: map["when"] ?? item)
            }
            if let value = caseValue(map) { cases.append(.init(subject: subject, value: value)) }
        }
        if !hasOtherwise { error("otherwise-missing", [.text("key", key)], at: node) }
        return otherwise.map { BySubject($0, cases: cases) }
    }

    /// Reads a value that may depend on the subject and stands under one key in each entry.
    func bySubject<Value>(
        _ node: Node, for key: String, under valueKey: Key, value: (Node, String) -> Value?
    ) -> BySubject<Value>? {
        bySubject(
            node, for: key, caseKeys: [Key(valueKey.name, valueKey.form, required: true)],
            value: { value($0, key) },
            caseValue: { map in map[valueKey.name].flatMap { value($0, valueKey.name) } })
    }

    /// Reads a duration that may depend on the subject.
    func periods(_ node: Node, for key: String) -> BySubject<Period>? {
        bySubject(node, for: key, under: Key(key, .phrase(.duration))) { period($0, for: $1) }
    }
}
