import TingTally

extension MapReader {
    /// Reads the quorums: `none`, one demand, several that must all be met, or any of these by subject.
    func quorums(_ node: Node, _ names: [String]) -> BySubject<[RuleDefinition.QuorumDemand]>? {
        typealias Demands = [RuleDefinition.QuorumDemand]
        let caseKeys = RuleDefinition.orNone(RuleDefinition.quorumKeys)
        func one(_ node: Node) -> RuleDefinition.QuorumDemand? {
            let map = MapReader(
                node, name: "quorum", at: node.mark,
                place: Statement("place-key", [.text("key", "quorum")]),
                keys: RuleDefinition.quorumKeys, reading: reading)
            return map?.quorumDemand(names)
        }
        func value(_ node: Node) -> Demands? {
            if node.text == "none" { return [] }
            guard let items = node.items else { return one(node).map { [$0] } }
            if items.isEmpty { reading.error("empty-list", [.text("key", "quorum")], at: node) }
            let demands = items.compactMap(one)
            return demands.count == items.count && !items.isEmpty ? demands : nil
        }
        func caseValue(_ map: MapReader) -> Demands? {
            if map["ballots"]?.text == "none" { return [] }
            map.check([Key("when", .reference(.subject))] + RuleDefinition.quorumKeys)
            return map.quorumDemand(names).map { [$0] }
        }
        return reading.bySubject(
            node, for: "quorum", caseKeys: caseKeys, value: value, caseValue: caseValue)
    }

    /// Reads one quorum; the map is the one under its key.
    func quorumDemand(_ names: [String]) -> RuleDefinition.QuorumDemand? {
        var need: RuleDefinition.QuorumDemand.Need?
        if let node = node["ballots"] { need = quorumNeed(node, names) }
        var counting: [Choice] = []
        for node in texts("counting") ?? [] {
            guard let text = node.text else { continue }
            let words = Choice.allCases.map(\.rawValue)
            guard let choice = Choice(rawValue: text) else {
                reading.error(
                    "unknown-value", [.text("value", text), .text("key", "counting")], at: node,
                    allowed: words, suggestion: didYouMean(text, among: words))
                continue
            }
            if counting.contains(choice) {
                reading.error("choice-twice", [.text("choice", text), .text("key", "counting")], at: node)
            } else {
                counting.append(choice)
            }
        }
        if let node = node["counting"], node.items?.isEmpty ?? false {
            reading.error("empty-list", [.text("key", "counting")], at: node)
        }
        let least = whole("never-fewer-than")
        guard let need else { return nil }
        return RuleDefinition.QuorumDemand(need: need, counting: counting, neverFewerThan: least)
    }

    /// A list by size; a share when the words `of` and a base follow; else an amount.
    func quorumNeed(_ node: Node, _ names: [String]) -> RuleDefinition.QuorumDemand.Need? {
        if let items = node.items { return needBySize(items, of: node, names) }
        if let text = node.text, text.contains(" of "), !text.hasSuffix(" of members") {
            return reading.share(node, for: "ballots").map { .share($0) }
        }
        return reading.amount(node, for: "ballots", names: names).map { .amount($0) }
    }

    /// Reads `- up-to: 1000, ballots: at least 1/20 of electorate` entries closed by `- otherwise: at least 50`.
    private func needBySize(_ items: [Node], of list: Node, _ names: [String])
        -> RuleDefinition.QuorumDemand.Need?
    {
        let place = Statement("place-key", [.text("key", "ballots")])
        var sizes: [RuleDefinition.QuorumDemand.Size] = []
        for item in items.dropLast(items.last?["otherwise"] == nil ? 0 : 1) {
            guard
                let map = MapReader(
                    item, name: "ballots", at: item.mark, place: place, keys: RuleDefinition.sizeKeys,
                    reading: reading), let size = map.whole("up-to"), let inner = map["ballots"]
            else { continue }
            if let last = sizes.last, size <= last.upTo {
                reading.error(
                    "sizes-order", [.number("size", size), .number("last", last.upTo)],
                    at: map["up-to"] ?? item)
            }
            if let need = map.quorumNeed(inner, names) { sizes.append(.init(upTo: size, need: need)) }
        }
        guard let last = items.last, let otherwise = last["otherwise"] else {
            reading.error("otherwise-missing", [.text("key", "ballots")], at: list)
            return nil
        }
        _ = MapReader(
            last, name: "ballots", at: last.mark,
            place: Statement("place-otherwise", [.text("key", "ballots")]),
            keys: [Key("otherwise", .either([]))], reading: reading)
        if items.count == 1 { reading.error("empty-list", [.text("key", "ballots")], at: list) }
        return quorumNeed(otherwise, names).map { .bySize(sizes, otherwise: $0) }
    }
}
