import TingTally

extension RuleDefinition {
    /// The keys of a rule of several bodies.
    static let bodiesKeys = [Key("bodies", .named(.map(bodyKeys)), required: true)]
    /// The keys of one body.
    static let bodyKeys = [
        Key("of", .phrase(.name)), Key("districts", .named(.phrase(.part))),
        Key("carried", .phrase(.share)), Key("decides", .reference(.rule), required: true),
    ]
}

extension MapReader {
    /// Reads the bodies of a rule; nil when one of them is wrong.
    func bodies(of rule: String) -> [RuleDefinition.BodyDemand]? {
        let entries = named("bodies")
        if let value = node["bodies"], value.entries != nil, entries.count < 2 {
            reading.error("bodies-too-few", at: mark(of: "bodies"), width: "bodies".count)
        }
        let bodies = entries.map { entry -> RuleDefinition.BodyDemand? in
            let place = Statement("place-key", [.text("key", entry.key)])
            guard
                let map = MapReader(
                    entry.value, name: entry.key, at: entry.mark, place: place,
                    keys: RuleDefinition.bodyKeys, reading: reading)
            else { return nil }
            let decides = map.reference(.rule, "decides")
            if decides == rule, let node = map["decides"] {
                reading.error("rule-in-itself", [.text("rule", rule)], at: node)
            }
            guard let votes = map.votesOfBody(), let decides, decides != rule else { return nil }
            return RuleDefinition.BodyDemand(name: entry.key, votes: votes, rule: decides, mark: entry.mark)
        }
        return bodies.isEmpty || bodies.contains(where: { $0 == nil }) ? nil : bodies.compactMap { $0 }
    }

    /// Reads whose votes a body has: `of: members`, `of: CLASS`, or `districts` with `carried`.
    private func votesOfBody() -> Body.Votes? {
        switch (node["of"], node["districts"]) {
        case (let node?, nil):
            if self.node["carried"] != nil {
                reading.error("carried-without-districts", at: mark(of: "carried"), width: "carried".count)
            }
            guard let text = reading.text(node, for: "of") else { return nil }
            if text == "members" { return .everybody }
            let known = reading.declared[.memberClass]
            if known.contains(text) { return .ofClass(text) }
            let allowed = ["members"] + known
            reading.error(
                "unknown-class", [.text("name", text)], at: node, allowed: allowed,
                suggestion: didYouMean(text, among: allowed))
            return nil
        case (nil, .some):
            let parts = classParts("districts")
            guard let carried = node["carried"] else {
                reading.error(
                    "districts-without-carried", at: mark(of: "districts"), width: "districts".count,
                    allowed: PhraseForm.share.examples)
                return nil
            }
            guard let share = reading.share(carried, for: "carried", ofClass: false), let parts else {
                return nil
            }
            return .districts(Districts(carriedBy: share, parts))
        case (nil, nil), (.some, .some):
            reading.error("body-votes", [.text("body", name)], at: mark, width: name.unicodeScalars.count)
            return nil
        }
    }
}
