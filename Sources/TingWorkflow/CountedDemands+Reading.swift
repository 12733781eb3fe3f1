import TingTally

extension RuleDefinition {
    /// The keys of a rule over several options.
    static let countedKeys = [
        Key("count", .phrase(.count), required: true),
        Key("unranked", .oneOf(Unranked.allCases.map(\.rawValue))),
        Key(
            "quorum",
            .bySubject(.either([.oneOf(["none"]), .map(ballotQuorumKeys)]), orNone(ballotQuorumKeys))),
        Key("each-option", .either([.oneOf(["none"]), .map(optionKeys)])),
        Key("seats", .phrase(.whole)),
        Key("equal-ranks", .oneOf(["yes", "no"])),
        Key("overvotes", .oneOf(BallotRules.Overvotes.allCases.map(\.rawValue))),
        Key("skipped-ranks", .phrase(.whole)), Key("most-ranks", .phrase(.whole)),
        Key("must-rank-all", .oneOf(["yes", "no"])), Key("decimals", .phrase(.whole)),
        Key("budget", .phrase(.money)), Key("least-sum", .phrase(.whole)), Key("group-cap", .phrase(.whole)),
    ]
    /// The keys of a quorum where every ballot cast counts to it.
    static let ballotQuorumKeys = [
        Key("ballots", needForm, required: true),
        Key("never-fewer-than", .phrase(.whole)),
    ]
    /// The setting of a method that each key stands for, where a key belongs to some methods only.
    private static let settings: [(key: String, setting: Setting)] = [
        ("unranked", .unranked), ("seats", .seats), ("overvotes", .ballotRules),
        ("skipped-ranks", .ballotRules), ("most-ranks", .ballotRules), ("must-rank-all", .ballotRules),
        ("decimals", .decimals), ("budget", .budget), ("least-sum", .budget), ("group-cap", .groupCap),
    ]

    /// The keys of `map` that its method does not use.
    fileprivate static func unused(_ map: MapReader, by type: any CountingMethod.Type) -> [String] {
        settings.filter { map[$0.key] != nil && !type.settings.contains($0.setting) }.map(\.key)
    }
}

extension MapReader {
    /// Reads a rule over several options; nil when its method cannot be told.
    func countedDemands(_ names: [String]) -> RuleDefinition.CountedDemands? {
        guard let node = node["count"], let (type, variant) = reading.countingMethod(node) else { return nil }
        var demands = RuleDefinition.CountedDemands(method: type.name, variant: variant)
        for key in RuleDefinition.unused(self, by: type) {
            reading.error(
                "key-of-other-counts", [.text("key", key), .text("method", type.name)], at: mark(of: key),
                width: key.unicodeScalars.count)
        }
        if type.settings.contains(.budget), variant == nil {
            reading.error(
                "count-needs-variant", [.text("method", type.name)], at: node, allowed: type.variants)
        }
        require("unranked", when: type.settings.contains(.unranked))
        demands.unranked =
            one(of: Unranked.allCases.map(\.rawValue), "unranked").flatMap(Unranked.init) ?? .last
        demands.seats = whole("seats") ?? 1
        demands.equalRanks = flag("equal-ranks")
        demands.overvotes = one(of: BallotRules.Overvotes.allCases.map(\.rawValue), "overvotes")
            .flatMap(BallotRules.Overvotes.init)
        if demands.equalRanks == false, demands.overvotes != nil {
            reading.error("overvotes-refused", at: mark(of: "overvotes"), width: "overvotes".count)
        }
        demands.skippedRanks = whole("skipped-ranks", atLeast: 0)
        demands.mostRanks = whole("most-ranks")
        demands.mustRankAll = flag("must-rank-all") ?? false
        demands.decimals = whole("decimals", atLeast: 0)
        demands.budget = self["budget"].flatMap { reading.budget($0, for: "budget") }
        demands.leastSum = whole("least-sum")
        demands.groupCap = whole("group-cap")
        if demands.budget != nil, self["seats"] != nil {
            reading.error("seats-beside-budget", at: mark(of: "seats"), width: "seats".count)
        }
        if let cap = demands.groupCap, let node = self["group-cap"], cap >= demands.seats {
            reading.error(
                "cap-never-reached", [.number("most", cap), .number("seats", demands.seats)], at: node)
        }
        if let node = self["quorum"] { demands.quorum = ballotQuorum(node, names) }
        eachOption(names, of: type, into: &demands)
        return demands
    }

    /// What is asked of each option against the default one, and that something is said of a quorum.
    private func eachOption(
        _ names: [String], of type: any CountingMethod.Type, into demands: inout RuleDefinition.CountedDemands
    ) {
        let isKnown = type.name == Schulze.name || type.settings.contains(.majority)
        guard let node = node["each-option"] else {
            // Nothing that decides is left unsaid: a quorum of all ballots, or demands on each option.
            return require("quorum", when: self["quorum"] == nil, or: isKnown ? "each-option" : nil)
        }
        guard node.text != "none", let map = map("each-option", RuleDefinition.optionKeys) else { return }
        guard isKnown, demands.variant == nil || demands.variant == type.variants.first else {
            reading.error(
                "each-option-of-other-counts", [.text("method", self.node["count"]?.text ?? "")],
                at: mark(of: "each-option"), width: "each-option".count)
            return
        }
        if let node = map["quorum"], node.text != "none" {
            demands.optionQuorum = reading.amount(
                node, for: "quorum", names: names, form: .optionQuorum, tail: "ballots above default")
            if demands.optionQuorum?.comparison == .moreThan {
                reading.error("option-quorum-strict", at: node)
            }
        }
        if let node = map["majority"], node.text != "none" { demands.optionMajority = map.ratios(node) }
    }

    /// Reports a key that must be there and is not.
    private func require(_ key: String, when needed: Bool, or other: String? = nil) {
        guard needed, self[key] == nil else { return }
        let form = RuleDefinition.countedKeys.first { $0.name == key }?.form
        var facts = [Fact("place", .statement(place)), .text("key", key)]
        if let other { facts.append(.text("other", other)) }
        reading.error(
            other == nil ? "missing-key" : "missing-key-of-two", facts, at: mark,
            width: max(1, name.unicodeScalars.count), allowed: form?.examples(reading.declared) ?? [])
    }

    /// The ratios by subject; those above 1 must agree on `at least` or `more than`.
    private func ratios(_ node: Node) -> BySubject<RuleDefinition.Ratio>? {
        let ratios = reading.bySubject(node, for: "majority", under: Key("ratio", .phrase(.ratio))) {
            reading.ratio($0, for: $1)
        }
        let above = ratios?.all.filter { $0.toOne > Fraction(1) } ?? []
        if Set(above.map(\.comparison)).count > 1 { reading.error("ratios-mixed", at: node) }
        return ratios
    }

    /// Reads a quorum of all ballots: `none`, one demand, or one by subject.
    private func ballotQuorum(_ node: Node, _ names: [String]) -> BySubject<RuleDefinition.QuorumDemand?>? {
        typealias Demand = RuleDefinition.QuorumDemand?
        func value(_ node: Node) -> Demand? {
            if node.text == "none" { return Demand?.some(nil) }
            let map = MapReader(
                node, name: "quorum", at: node.mark,
                place: Statement("place-key", [.text("key", "quorum")]),
                keys: RuleDefinition.ballotQuorumKeys, reading: reading)
            return map?.ballotQuorumDemand(names).map { Demand?.some($0) } ?? nil
        }
        return reading.bySubject(
            node, for: "quorum", caseKeys: RuleDefinition.ballotQuorumKeys, value: value,
            caseValue: { map in
                if map["ballots"]?.text == "none" { return Demand?.some(nil) }
                return map.ballotQuorumDemand(names).map { Demand?.some($0) } ?? nil
            })
    }

    private func ballotQuorumDemand(_ names: [String]) -> RuleDefinition.QuorumDemand? {
        guard let node = node["ballots"], let need = quorumNeed(node, names) else { return nil }
        for share in need.shares where share.base != .electorate {
            reading.error("ballot-quorum-base", [.text("base", share.base.rawValue)], at: node)
        }
        return RuleDefinition.QuorumDemand(
            need: need, counting: [], neverFewerThan: whole("never-fewer-than"))
    }
}

extension Reading {
    /// Reads the name of a counting method, and its variant after a comma.
    fileprivate func countingMethod(_ node: Node) -> (type: any CountingMethod.Type, variant: String?)? {
        guard var phrase = PhraseReader(node, .count, key: "count", reading: self) else { return nil }
        let names = CountingMethods.all.map { $0.name }
        guard let name = phrase.peek, let type = CountingMethods.named(name) else {
            let word = phrase.peek ?? ""
            phrase.report(
                Statement("unknown-count", [.text("name", word)]), word: 0, allowed: names,
                suggestion: didYouMean(word, among: names))
            return nil
        }
        _ = phrase.next()
        if phrase.isAtEnd { return (type, nil) }
        guard phrase.take(",") else {
            phrase.unexpected(allowed: type.variants)
            return nil
        }
        guard !phrase.isAtEnd else {
            phrase.unexpected(allowed: type.variants)
            return nil
        }
        // A variant of several words may be written with spaces between them.
        let variant = phrase.rest.split(separator: " ").joined(separator: "-")
        guard type.variants.contains(variant) else {
            phrase.report(
                Statement("unknown-variant", [.text("variant", phrase.rest), .text("method", name)]),
                word: phrase.position, through: phrase.words.count - 1, allowed: type.variants,
                suggestion: didYouMean(variant, among: type.variants))
            return nil
        }
        return (type, variant)
    }
}
