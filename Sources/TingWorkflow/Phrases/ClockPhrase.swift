import TingTally

extension Clock {
    /// The forms of `lasts`.
    static let keyForm = Key.Form.either([
        .bySubject(.phrase(.clock), under: "lasts"), .map(betweenKeys), .map(extendableKeys),
        .map(afterQuorumKeys),
    ])
    /// The keys of `lasts: {at-least, at-most, ended-by}`.
    static let betweenKeys = [
        Key("at-least", .phrase(.duration)), Key("at-most", .bySubject(.phrase(.duration), under: "at-most")),
        Key("ended-by", .phrase(.people)),
    ]
    /// The keys of `lasts: {ends-after, extendable-to, ...}`.
    static let extendableKeys = [
        Key("ends-after", .phrase(.duration), required: true),
        Key("extendable-to", .phrase(.duration), required: true),
        Key("each-amendment", .phrase(.left)), Key("adjusted-by", .map(adjustmentKeys)),
    ]
    /// The keys of `lasts: {after-quorum, at-most}`.
    static let afterQuorumKeys = [
        Key("after-quorum", .phrase(.duration), required: true),
        Key("at-most", .phrase(.duration), required: true),
    ]
    /// The keys of `adjusted-by`.
    static let adjustmentKeys = [
        Key("role", .phrase(.people), required: true),
        Key("by-at-most", .phrase(.duration), required: true),
    ]

    /// The form of the clock.
    public var form: ClockForm {
        switch self {
        case .exactly: .exactly
        case .between: .between
        case .extendable: .extendable
        case .waits: .waits
        case .untilEnd: .untilEnd
        case .afterQuorum: .afterQuorum
        case .none: .none
        }
    }
}

extension ClockForm {
    /// The word for the form in sentences.
    var term: String {
        switch self {
        case .exactly: "clock-exactly"
        case .between: "clock-between"
        case .extendable: "clock-extendable"
        case .waits: "clock-waits"
        case .untilEnd: "clock-until-end"
        case .afterQuorum: "clock-after-quorum"
        case .none: "form-nothing"
        }
    }

    /// How a clock of this form is written.
    public var example: String {
        switch self {
        case .exactly: "14 days"
        case .between: "{at-least: 14 days, at-most: 60 days, ended-by: ROLE}"
        case .extendable: "{ends-after: 2 weeks, extendable-to: 3 weeks}"
        case .waits: "waits"
        case .untilEnd: "until end of MEETING"
        case .afterQuorum: "{after-quorum: 7 days, at-most: 60 days}"
        case .none: ""
        }
    }
}

extension Reading {
    /// Reads `lasts`, in any of its forms.
    ///
    /// - Parameters:
    ///   - node: The value of `lasts`.
    ///   - waitsFor: The words under `waits-for`; a clock that waits needs them.
    func clock(_ node: Node, waitsFor: Wording?) -> Clock? {
        switch node.content {
        case .sequence: return periods(node, for: "lasts").map(Clock.exactly)
        case .mapping:
            if node["after-quorum"] != nil { return afterQuorum(node) }
            return node["ends-after"] != nil || node["extendable-to"] != nil
                ? extendable(node) : between(node)
        case .scalar: break
        }
        guard var phrase = PhraseReader(node, .clock, key: "lasts", reading: self) else { return nil }
        if phrase.take("waits") {
            guard phrase.finish() else { return nil }
            if let waitsFor { return .waits(for: waitsFor) }
            error("waits-for-missing", at: node)
            return nil
        }
        if phrase.take("until") {
            guard phrase.take("end", "of") else {
                phrase.unexpected()
                return nil
            }
            guard let meeting = phrase.state(), phrase.finish() else { return nil }
            return .untilEnd(ofMeeting: meeting)
        }
        guard let period = phrase.period(), phrase.finish() else { return nil }
        return .exactly(BySubject(period))
    }

    private func between(_ node: Node) -> Clock? {
        let place = Statement("place-key", [.text("key", "lasts")])
        guard
            let map = MapReader(
                node, name: "lasts", at: node.mark, place: place, keys: Clock.betweenKeys, reading: self)
        else { return nil }
        let atLeast = map.period("at-least")
        let atMost = map["at-most"].flatMap { periods($0, for: "at-most") }
        let endedBy = map.people("ended-by")
        if let atLeast, let atMost,
            let tooShort = atMost.all.first(where: { $0.longest < atLeast.shortest })
        {
            error(
                "bounds-crossed",
                [.text("at-least", atLeast.description), .text("at-most", tooShort.description)],
                at: map["at-most"] ?? node)
        }
        if node.entries?.isEmpty ?? true { wrongForm(node, for: "lasts", expected: "clock") }
        return .between(atLeast: atLeast, atMost: atMost, endedBy: endedBy)
    }

    private func afterQuorum(_ node: Node) -> Clock? {
        let place = Statement("place-key", [.text("key", "lasts")])
        guard
            let map = MapReader(
                node, name: "lasts", at: node.mark, place: place, keys: Clock.afterQuorumKeys, reading: self)
        else { return nil }
        let after = map.period("after-quorum")
        guard let atMost = map.period("at-most"), let after else { return nil }
        if atMost.longest < after.shortest {
            error(
                "bounds-crossed",
                [.text("at-least", after.description), .text("at-most", atMost.description)],
                at: map["at-most"] ?? node)
        }
        return .afterQuorum(after, atMost: atMost)
    }

    private func extendable(_ node: Node) -> Clock? {
        let place = Statement("place-key", [.text("key", "lasts")])
        guard
            let map = MapReader(
                node, name: "lasts", at: node.mark, place: place, keys: Clock.extendableKeys, reading: self)
        else { return nil }
        let left = map["each-amendment"].flatMap(left)
        var adjustment: Clock.Adjustment?
        if let inner = map.map("adjusted-by", Clock.adjustmentKeys), let by = inner.people("role"),
            let atMost = inner.period("by-at-most")
        {
            adjustment = Clock.Adjustment(by: by, atMost: atMost)
        }
        guard let endsAfter = map.period("ends-after"), let to = map.period("extendable-to") else {
            return nil
        }
        if to.longest < endsAfter.shortest {
            error(
                "bounds-crossed",
                [.text("at-least", endsAfter.description), .text("at-most", to.description)],
                at: map["extendable-to"] ?? node)
        }
        return .extendable(
            Clock.Extendable(
                endsAfter: endsAfter, extendableTo: to, leftAfterAmendment: left, adjustment: adjustment))
    }

    /// Reads `1 week left`.
    private func left(_ node: Node) -> Period? {
        guard var phrase = PhraseReader(node, .left, key: "each-amendment", reading: self),
            let period = phrase.period()
        else { return nil }
        guard phrase.take("left") else {
            phrase.unexpected()
            return nil
        }
        return phrase.finish() ? period : nil
    }
}
