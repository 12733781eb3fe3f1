import TingTally

extension State {
    /// The keys that every state has, whatever its kind.
    static let commonKeys = [
        Key("kind", .oneOf(Kinds.words), required: true), Key("title", .wording),
        Key("basis", .phrase(.name)),
        Key("lasts", Clock.keyForm), Key("waits-for", .wording),
        Key("in-total-at-most", .phrase(.duration)), Key("actions", .named(.map(actionKeys))),
        Key("visits", .map(visitKeys)), Key("notify", people),
        Key("remind", .either([.map(reminderKeys), .list(.map(reminderKeys))])),
        Key("support", .map(supportKeys)),
        Key("outcomes", .named(.reference(.state))),
    ]
    /// The keys that a final state has besides those of its kind.
    static let finalKeys = [
        Key("kind", .oneOf(Kinds.words), required: true), Key("title", .wording),
        Key("basis", .phrase(.name)),
        Key("notify", people),
    ]
    /// One people phrase, or a list of them.
    static let people = Key.Form.either([.phrase(.people), .list(.phrase(.people))])
    /// Every key that a state of a kind may have: those of all states, then the kind's own.
    public static func keys(of type: any StateKind.Type) -> [Key] {
        (type.clocks == [.none] ? finalKeys : commonKeys) + type.keys
    }
    /// Keys that a final state cannot have, and the checks explain why.
    static let keysOfExits = ["lasts", "outcomes", "actions", "visits"]
    /// The keys of an action.
    static let actionKeys = [
        Key("by", .phrase(.people), required: true), Key("goto", .reference(.state), required: true),
        Key("reason", .oneOf(["required"])), Key("after-minimum", .oneOf(["yes", "no"])),
        Key("after-silence-of", .phrase(.duration)),
    ]
    /// The keys of `visits`.
    static let visitKeys = [
        Key("at-most", .phrase(.whole), required: true),
        Key("then", .reference(.state), required: true),
    ]
    /// The keys of `support`.
    static let supportKeys = [
        Key("sponsors", .phrase(.amount), required: true), Key("else", .reference(.state), required: true),
    ]
    /// The keys of `remind`.
    static let reminderKeys = [
        Key("to", .phrase(.people), required: true),
        Key("before-end", .phrase(.duration), required: true),
    ]

    /// Reads a state; nil when its kind is not known, with everything else in it read all the same.
    convenience init?(_ entry: Node.Entry, reading: Reading) {
        reading.checkName(entry.key, at: entry.mark)
        let place = Statement("place-state", [.text("name", entry.key)])
        guard entry.value.entries != nil else {
            reading.wrongForm(entry.value, for: entry.key, expected: "map")
            return nil
        }
        let map = MapReader(entry.value, name: entry.key, at: entry.mark, place: place, reading: reading)
        let type = map.kind()
        let waitsFor = map.wording("waits-for")
        let clock = map["lasts"].flatMap { reading.clock($0, waitsFor: waitsFor) }
        if let node = map["waits-for"], let clock, clock.form != .waits {
            reading.error("waits-for-unused", at: node)
        }
        let total = map.period("in-total-at-most")
        let (actions, exits, visits) = (map.actions(), map.exits(), map.visits())
        let (notify, reminders) = (map.notify(), map.reminders())
        let (title, basis) = (map.wording("title"), map.text("basis"))
        let support = map.support()
        guard let type else { return nil }

        let kindPlace = Statement(
            "place-state-of-kind", [.text("name", entry.key), .text("kind", type.word)])
        let placed = MapReader(
            entry.value, name: entry.key, at: entry.mark, place: kindPlace, clock: clock ?? .none,
            reading: reading)
        placed.checkKeys(of: type, clock)
        self.init(
            name: entry.key, title: title ?? Wording(plain: entry.key), basis: basis,
            kind: type.init(placed), clock: clock ?? .none, inTotalAtMost: total, visits: visits,
            actions: actions, outcomes: exits, notify: notify, reminders: reminders, support: support,
            mark: entry.mark, clockMark: map["lasts"]?.mark ?? entry.mark)
        if type == SponsorshipKind.self, let node = map["support"] {
            reading.error("support-twice", at: node)
        }
    }
}

extension MapReader {
    /// The kind of the state; nil and a finding when it is missing or not known.
    fileprivate func kind() -> (any StateKind.Type)? {
        guard let node = node["kind"] else {
            reportMissing("kind", allowed: Kinds.words)
            return nil
        }
        guard let word = text("kind") else { return nil }
        if let type = Kinds.named(word) { return type }
        Kinds.reportUnknown(word, at: node, reading: reading)
        return nil
    }

    /// Checks the keys against those of the kind, and the clock against those that make sense for it.
    fileprivate func checkKeys(of type: any StateKind.Type, _ clock: Clock?) {
        let isFinal = type.clocks == [.none]
        check(State.keys(of: type), passing: isFinal ? State.keysOfExits : [])
        let clocks = type.clocks.map(\.example).filter { !$0.isEmpty }
        if let clock, !type.clocks.contains(clock.form), let node = node["lasts"] {
            reading.error(
                "clock-of-kind", [.text("kind", type.word), .term("form", clock.form.term)], at: node,
                allowed: clocks)
        }
        if node["lasts"] == nil, !isFinal { reportMissing("lasts", allowed: clocks) }
    }

    private func reportMissing(_ key: String, allowed: [String]) {
        reading.error(
            "missing-key", [Fact("place", .statement(place)), .text("key", key)], at: mark,
            width: max(1, name.unicodeScalars.count), allowed: allowed)
    }

    /// The actions, in file order.
    fileprivate func actions() -> [State.Action] {
        named("actions").compactMap { entry in
            guard
                let map = MapReader(
                    entry.value, name: entry.key, at: entry.mark,
                    place: Statement("place-action", [.text("name", entry.key)]), keys: State.actionKeys,
                    reading: reading)
            else { return nil }
            let reason = map.one(of: ["required"], "reason")
            let afterMinimum = map.flag("after-minimum")
            let people = map.people("by")
            let afterSilence = map.period("after-silence-of")
            guard let goto = map.reference(.state, "goto"), let people else { return nil }
            return State.Action(
                name: entry.key, by: people, goto: goto, needsReason: reason != nil,
                afterMinimum: afterMinimum ?? false, afterSilence: afterSilence, mark: entry.mark)
        }
    }

    /// Where the outcomes lead; an unknown state is reported and the exit kept out.
    fileprivate func exits() -> [State.Exit] {
        guard let value = node["outcomes"] else { return [] }
        guard let entries = value.entries else {
            reading.wrongForm(value, for: "outcomes", expected: "map")
            return []
        }
        return entries.compactMap { entry in
            guard let name = reading.text(entry.value, for: entry.key),
                let goto = reading.reference(.state, name, at: entry.value)
            else {
                // Mapped, though not to a state: only that is to be reported.
                return State.Exit(name: entry.key, goto: "", mark: entry.mark)
            }
            return State.Exit(name: entry.key, goto: goto, mark: entry.mark)
        }
    }

    fileprivate func visits() -> State.VisitLimit? {
        guard let map = map("visits", State.visitKeys), let atMost = map.whole("at-most"),
            let then = map.reference(.state, "then")
        else { return nil }
        return State.VisitLimit(atMost: atMost, then: then, mark: map.mark)
    }

    fileprivate func support() -> State.Support? {
        guard let map = map("support", State.supportKeys), let sponsors = map.amount("sponsors"),
            let otherwise = map.reference(.state, "else")
        else { return nil }
        return State.Support(sponsors: sponsors, otherwise: otherwise, mark: map.mark)
    }

    /// Who is told: one people phrase, or a list of them.
    fileprivate func notify() -> [People] {
        guard let node = node["notify"] else { return [] }
        return (node.items ?? [node]).compactMap { reading.people($0, for: "notify") }
    }

    /// One reminder, or a list of them.
    func reminders() -> [State.Reminder] {
        guard let node = node["remind"] else { return [] }
        return (node.items ?? [node]).compactMap { item in
            guard
                let map = MapReader(
                    item, name: "remind", at: item.mark,
                    place: Statement("place-key", [.text("key", "remind")]), keys: State.reminderKeys,
                    reading: reading)
            else { return nil }
            let to = map.people("to")
            guard let before = map.period("before-end"), let to else { return nil }
            return State.Reminder(to: to, before: before)
        }
    }
}
