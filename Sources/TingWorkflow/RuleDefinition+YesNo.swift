import TingTally

extension RuleDefinition {
    /// The keys of a rule over yes, no and abstain that stand beside its majority or its bands.
    static let partKeys = [
        Key(
            "quorum",
            .bySubject(
                .either([.oneOf(["none"]), .map(quorumKeys), .list(.map(quorumKeys))]), orNone(quorumKeys)),
            required: true), Key("minimum-yes", .phrase(.whole)),
        Key("each-class", .named(.phrase(.share))), Key("seats", .phrase(.whole)),
        Key("vacant", .bySubject(.oneOf(VacantSeats.allCases.map(\.rawValue)), under: "counts")),
        Key("caps", .named(.phrase(.cap))),
    ]
    /// The keys of one size of electorate, in a quorum that depends on it.
    static let sizeKeys = [
        Key("up-to", .phrase(.whole), required: true),
        Key("ballots", plainNeed, required: true),
    ]
    /// How many ballots: a share of a base or a number, or one for each size of the electorate.
    static let needForm = Key.Form.either([plainNeed, .closed(sizeKeys, otherwise: plainNeed)])
    private static let plainNeed = Key.Form.either([.phrase(.share), .phrase(.amount)])

    /// The keys of a quorum by subject, which may be none for one of them.
    static func orNone(_ keys: [Key]) -> [Key] {
        keys.map { key in
            guard key.name == "ballots" else { return Key(key.name, key.form) }
            return Key(key.name, .either([.oneOf(["none"]), key.form]), required: true)
        }
    }
}

extension MapReader {
    /// Reads a rule over yes, no and abstain; nil when a demand that it cannot do without is wrong.
    func yesNoDemands(_ names: [String]) -> RuleDefinition.YesNoDemands? {
        var quorums: BySubject<[RuleDefinition.QuorumDemand]>?
        if let node = node["quorum"] { quorums = self.quorums(node, names) }
        let majority = node["majority"].flatMap { node in
            reading.bySubject(node, for: "majority", under: Key("share", .phrase(.share))) {
                reading.share($0, for: $1)
            }
        }
        let minimum = whole("minimum-yes")
        let classes = eachClass()
        let bands = self.bands()
        let vacant = self.vacant()
        let cap = self.cap()
        let weights = self.weights()
        guard let quorums, majority != nil || bands != nil else { return nil }
        var demands = RuleDefinition.YesNoDemands(
            quorums: quorums, majority: majority, minimumYes: minimum, eachClass: classes)
        demands.seats = whole("seats")
        demands.vacant = vacant
        demands.cap = cap
        demands.weights = weights
        demands.bands = bands
        checkTogether(demands)
        return demands
    }

    private func eachClass() -> [RuleDefinition.ClassDemand] {
        guard let node = node["each-class"] else { return [] }
        guard let entries = node.entries else {
            reading.wrongForm(node, for: "each-class", expected: "map")
            return []
        }
        return entries.compactMap { entry in
            let known = reading.reference(.memberClass, entry.key, at: entry.name)
            guard let share = reading.share(entry.value, for: entry.key, ofClass: false), let known else {
                return nil
            }
            return RuleDefinition.ClassDemand(name: known, share: share, mark: entry.mark)
        }
    }

    /// Reads `vacant`, which may depend on the subject.
    private func vacant() -> BySubject<VacantSeats>? {
        guard let node = node["vacant"] else { return nil }
        let words = VacantSeats.allCases.map(\.rawValue)
        let key = Key("counts", .oneOf(words))
        return reading.bySubject(node, for: "vacant", under: key) { node, key in
            guard let text = reading.text(node, for: key) else { return nil }
            if let vacant = VacantSeats(rawValue: text) { return vacant }
            reading.error(
                "unknown-value", [.text("value", text), .text("key", "vacant")], at: node, allowed: words,
                suggestion: didYouMean(text, among: words))
            return nil
        }
    }

    /// Demands that can only stand together with others, or not at all with them.
    private func checkTogether(_ demands: RuleDefinition.YesNoDemands) {
        func refuse(_ key: String, _ code: String, _ facts: [Fact] = []) {
            reading.error(code, facts, at: mark(of: key), width: key.count)
        }
        if demands.vacant != nil, demands.seats == nil { refuse("vacant", "vacant-without-seats") }
        if demands.cap != nil {
            for key in ["seats", "vacant", "weights"] where node[key] != nil {
                refuse(key, "cap-beside", [.text("key", key)])
            }
        }
        if demands.weights != nil {
            for key in ["seats", "vacant", "minimum-yes"] where node[key] != nil {
                refuse(key, "weights-beside", [.text("key", key)])
            }
        }
        let isOfSeats = demands.shares.contains { $0.base == .seats || $0.base == .seatsWithoutAbstentions }
        if isOfSeats, demands.seats == nil {
            reading.error("seats-not-said", [.text("rule", name)], at: mark, width: name.unicodeScalars.count)
        }
    }
}

extension RuleDefinition.YesNoDemands {
    /// Every share that is asked of everybody's ballots.
    var shares: [Share] {
        var shares = majority?.all ?? []
        for demand in quorums.all.joined() { shares += demand.need.shares }
        for case .share(let share) in bands?.bands.map(\.floor) ?? [] { shares.append(share) }
        return shares
    }
}

extension RuleDefinition.QuorumDemand.Need {
    /// The shares among the needs.
    var shares: [Share] {
        switch self {
        case .share(let share): [share]
        case .amount: []
        case .bySize(let sizes, let otherwise): sizes.flatMap(\.need.shares) + otherwise.shares
        }
    }
}
