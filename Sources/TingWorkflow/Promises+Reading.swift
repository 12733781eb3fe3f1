import TingTally

extension Promises {
    /// The keys of `promises`.
    static let keys = [
        Key("adopted-only-after", .list(.phrase(.happening))),
        Key("time-between", .either([.map(intervalKeys), .list(.map(intervalKeys))])),
        Key("frozen-text", .either([.map(freezeKeys), .list(.map(freezeKeys))])),
        Key("secret-until-closing", .list(.reference(.state))), Key("ends-within", .phrase(.duration)),
    ]
    static let intervalKeys = [
        Key("from", .phrase(.happening), required: true), Key("to", .phrase(.happening), required: true),
        Key("at-least", .phrase(.duration), required: true),
    ]
    static let freezeKeys = [
        Key("from", .phrase(.happening), required: true), Key("to", .reference(.state), required: true),
    ]

    /// Reads the promises; the states are needed for their outcomes.
    init(_ map: MapReader, states: [State]) {
        let reading = map.reading
        self.init()
        adoptedOnlyAfter = (map.texts("adopted-only-after") ?? []).compactMap {
            reading.happening($0, for: "adopted-only-after", states: states)
        }
        if let node = map["adopted-only-after"], node.items?.isEmpty ?? false {
            reading.error("empty-list", [.text("key", "adopted-only-after")], at: node)
        }
        timeBetween = map.maps("time-between", Promises.intervalKeys).compactMap { inner in
            let from = inner["from"].flatMap { reading.happening($0, for: "from", states: states) }
            let to = inner["to"].flatMap { reading.happening($0, for: "to", states: states) }
            guard let atLeast = inner.period("at-least"), let from, let to else { return nil }
            return Interval(from: from, to: to, atLeast: atLeast, mark: inner.mark)
        }
        frozenText = map.maps("frozen-text", Promises.freezeKeys).compactMap { inner in
            let from = inner["from"].flatMap { reading.happening($0, for: "from", states: states) }
            guard let to = inner.reference(.state, "to"), let from else { return nil }
            return Freeze(from: from, to: to, mark: inner.mark)
        }
        for node in map.texts("secret-until-closing") ?? [] {
            guard let name = node.text.flatMap({ reading.reference(.state, $0, at: node) }) else { continue }
            secretUntilClosing.append(name)
            guard let state = states.first(where: { $0.name == name }), state.kind.vote == nil else {
                continue
            }
            reading.error(
                "secret-without-vote", [.text("state", name), .text("kind", state.kind.word)], at: node)
        }
        endsWithin = map.period("ends-within")
        endsWithinMark = map["ends-within"]?.mark ?? map.mark
    }
}

extension MapReader {
    /// One map, or a list of maps, under a key.
    fileprivate func maps(_ key: String, _ keys: [Key]) -> [MapReader] {
        guard let entry = node.entries?.first(where: { $0.key == key }) else { return [] }
        let place = Statement("place-key", [.text("key", key)])
        guard let items = entry.value.items else { return map(key, keys).map { [$0] } ?? [] }
        return items.compactMap { item in
            MapReader(item, name: key, at: item.mark, place: place, keys: keys, reading: reading)
        }
    }
}

extension Reading {
    /// Reads `vote passed`, `deliberation entered`, `vote opened`.
    fileprivate func happening(_ node: Node, for key: String, states: [State]) -> Promises.Happening? {
        guard var phrase = PhraseReader(node, .happening, key: key, reading: self),
            let name = phrase.state()
        else { return nil }
        if phrase.take("entered") || phrase.take("opened") {
            return phrase.finish() ? Promises.Happening(state: name, outcome: nil, mark: node.mark) : nil
        }
        guard let state = states.first(where: { $0.name == name }) else { return nil }
        let outcomes = state.kind.outcomes.map(\.name)
        let words = outcomes + ["entered"] + (state.kind.vote == nil ? [] : ["opened"])
        guard let word = phrase.peek, outcomes.contains(word) else {
            phrase.unexpected(allowed: words.map { "\(name) \($0)" }, suggestions: words)
            return nil
        }
        _ = phrase.next()
        return phrase.finish() ? Promises.Happening(state: name, outcome: word, mark: node.mark) : nil
    }
}
