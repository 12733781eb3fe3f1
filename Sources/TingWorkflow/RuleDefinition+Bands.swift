import TingTally

extension RuleDefinition {
    /// The keys of a rule over yes, no and abstain that decides by bands.
    static let bandedKeys =
        [Key("bands", .closed(bandKeys, otherwise: .oneOf(bandOutcomes)), required: true)] + partKeys
    /// The keys of a band: where it begins, and how the vote ends in it.
    static let bandKeys = [
        Key("sum", .phrase(.sum)), Key("yes", .phrase(.share)),
        Key("outcome", .oneOf(bandOutcomes)), Key("as", .phrase(.outcome)),
    ]
    /// How a vote can end in a band.
    static let bandOutcomes = [VoteOutcome.passed, .failed, .tied].map(\.rawValue)
}

extension MapReader {
    /// Reads `bands`: entries from the highest to the lowest, closed by `otherwise`.
    func bands() -> Bands? {
        guard let list = node["bands"], let items = reading.items(list, for: "bands") else { return nil }
        let before = reading.findings.count
        var bands: [Bands.Band] = []
        for item in items.dropLast(items.last?["otherwise"] == nil ? 0 : 1) {
            guard let band = band(item) else { continue }
            if let last = bands.last { checkOrder(band, below: last, at: item) }
            bands.append(band)
        }
        guard let last = items.last, last["otherwise"] != nil else {
            reading.error("otherwise-missing", [.text("key", "bands")], at: list)
            return nil
        }
        let map = MapReader(
            last, name: "bands", at: last.mark,
            place: Statement("place-otherwise", [.text("key", "bands")]),
            keys: [Key("otherwise", .oneOf(RuleDefinition.bandOutcomes), required: true)],
            reading: reading)
        if items.count == 1 { reading.error("empty-list", [.text("key", "bands")], at: list) }
        guard let word = map?.one(of: RuleDefinition.bandOutcomes, "otherwise"),
            let otherwise = VoteOutcome(rawValue: word), reading.findings.count == before
        else { return nil }
        return Bands(bands, otherwise: otherwise)
    }

    private func band(_ item: Node) -> Bands.Band? {
        guard
            let map = MapReader(
                item, name: "bands", at: item.mark,
                place: Statement("place-key", [.text("key", "bands")]),
                keys: RuleDefinition.bandKeys, reading: reading)
        else { return nil }
        let floor: Bands.Floor?
        switch (map["sum"], map["yes"]) {
        case (let node?, nil): floor = reading.sum(node, for: "sum")
        case (nil, let node?): floor = reading.share(node, for: "yes").map { .share($0) }
        case (nil, nil), (.some, .some):
            reading.error("band-floor", at: item)
            return nil
        }
        guard (map["outcome"] == nil) != (map["as"] == nil) else {
            reading.error("band-outcome", at: item)
            return nil
        }
        if map["as"] != nil {
            let name = map.ownOutcome("as")
            guard let floor, let name else { return nil }
            return Bands.Band(floor, as: name)
        }
        let word = map.one(of: RuleDefinition.bandOutcomes, "outcome")
        guard let floor, let outcome = word.flatMap(VoteOutcome.init) else { return nil }
        return Bands.Band(floor, outcome)
    }

    /// Each band begins below the one before it, on the same scale.
    private func checkOrder(_ band: Bands.Band, below last: Bands.Band, at item: Node) {
        let isBelow: Bool?
        switch (last.floor, band.floor) {
        case (.sum(let upper, let high), .sum(let lower, let low)):
            isBelow = low < high || (low == high && upper == .moreThan && lower == .atLeast)
        case (.share(let high), .share(let low))
        where high.base == low.base && high.className == low.className:
            isBelow =
                low.fraction < high.fraction
                || (low.fraction == high.fraction && high.comparison == .moreThan
                    && low.comparison == .atLeast)
        case (.sum, _), (.share, _): isBelow = nil
        }
        guard isBelow != true else { return }
        reading.error(isBelow == nil ? "bands-mixed" : "bands-order", at: item)
    }
}
