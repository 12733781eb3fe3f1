import TingTally

extension Comparing {
    /// Compares two values under a key, down to what can be told by itself.
    mutating func compare(_ before: Node?, _ after: Node?, _ form: Key.Form, _ place: Place) {
        guard let before, let after else {
            if before != nil || after != nil { tell(before, after, form, place) }
            return
        }
        guard !before.says(sameAs: after) else { return }
        if let was = before.entries, let isNow = after.entries {
            if form.isWording { return tell(before, after, form, place) }
            compare(was, isNow, form, place)
        } else if before.cases != nil || after.cases != nil {
            compareCases(
                before.cases ?? [("otherwise", before)], after.cases ?? [("otherwise", after)], form, place)
        } else {
            tell(before, after, form, place)
        }
    }

    /// Compares two values that depend on what a proposal touches, subject by subject.
    private mutating func compareCases(
        _ before: [(name: String, value: Node)], _ after: [(name: String, value: Node)], _ form: Key.Form,
        _ place: Place
    ) {
        let names =
            after.map(\.name) + before.map(\.name).filter { name in !after.contains { $0.name == name } }
        for name in names {
            let (was, isNow) = (before.first { $0.name == name }, after.first { $0.name == name })
            // Where a subject had no value of its own, the value of all others was its.
            let others = (before.last { $0.name == "otherwise" }, after.last { $0.name == "otherwise" })
            compare(
                was?.value ?? others.0?.value, isNow?.value ?? others.1?.value, form,
                name == "otherwise" && before.count + after.count == 2 ? place : place.noted(name))
        }
    }

    /// Compares two maps, key by key.
    private mutating func compare(
        _ before: [Node.Entry], _ after: [Node.Entry], _ form: Key.Form, _ place: Place
    ) {
        let known = form.keys(fitting: after)
        let names = after.map(\.key) + before.map(\.key).filter { key in !after.contains { $0.key == key } }
        for name in names {
            let (was, isNow) = (before.first { $0.key == name }, after.first { $0.key == name })
            let key = known.first { $0.name == name }
            compare(
                was?.value, isNow?.value, key?.form ?? form.named,
                key == nil ? place.name(name) : place.key(name))
        }
    }

    /// Notes a change of one value, as far as it can be judged.
    private mutating func tell(_ before: Node?, _ after: Node?, _ form: Key.Form, _ place: Place) {
        let keys = place.path.filter { $0 != "*" }
        let sense = Sense(place.path, kind: place.kind)
        var direction = sense.direction(of: measure(before, after, form, sense, place))
        if form.isWording { direction = .words }
        var facts: [Fact] = [
            Fact("place", .statement(place.named)), .text("key", place.written),
            .text("word", keys.last ?? ""),
        ]
        let code: String
        switch (before, after) {
        case (nil, let after?):
            code = "compare-added"
            facts.append(.text("new", after.flowText))
        case (let before?, nil):
            code = "compare-removed"
            facts.append(.text("old", before.flowText))
        default:
            code = "compare-changed"
            facts += [.text("old", before?.flowText ?? ""), .text("new", after?.flowText ?? "")]
        }
        note(Change(direction, Statement(code, facts), before: before?.mark, after: after?.mark))
    }

    // MARK: - Measuring

    /// Whether the new value is more than the old one.
    private func measure(
        _ before: Node?, _ after: Node?, _ form: Key.Form, _ sense: Sense, _ place: Place
    ) -> Measure? {
        let (was, isNow) = (before?.unlessNone, after?.unlessNone)
        guard let was else { return isNow == nil ? nil : sense.missing.reversed }
        guard let isNow else { return sense.missing }
        if let words = place.order, let first = was.text.flatMap(words.firstIndex),
            let second = isNow.text.flatMap(words.firstIndex)
        {
            return Measure.of(first, second)
        }
        if let before = was.items?.compactMap(\.text), let after = isNow.items?.compactMap(\.text),
            !form.phrases.contains(.people)
        {
            return Measure.of(before, after)
        }
        for phrase in form.phrases {
            if let measure = measure(was, isNow, phrase, place.path.last ?? "") { return measure }
        }
        return .unclear
    }

    /// Compares two values by the grammar of a phrase; nil where one of them does not read so, or they are equal.
    private func measure(_ before: Node, _ after: Node, _ phrase: PhraseForm, _ key: String) -> Measure? {
        func both<Value>(_ read: (Reading, Node) -> Value?) -> (old: Value, new: Value)? {
            guard let old = read(Reading(self.old.document), before),
                let new = read(Reading(self.new.document), after)
            else { return nil }
            return (old, new)
        }
        switch phrase {
        case .duration: return both { $0.period($1, for: key) }.flatMap { Measure.of($0.old, $0.new) }
        case .share: return both { $0.share($1, for: key) }.flatMap { Measure.of($0.old, $0.new) }
        case .ratio: return both { $0.ratio($1, for: key) }.flatMap { Measure.of($0.old, $0.new) }
        case .people: return both { $0.people($1, for: key) }.flatMap { Measure.of($0.old, $0.new) }
        case .group:
            return both { $0.group($1, for: key) }.flatMap { Measure.of(People([$0.old]), People([$0.new])) }
        case .window:
            return both { $0.window($1, for: key) }.flatMap { Measure.of($0.old.atLeast, $0.new.atLeast) }
        case .whole, .name, .spread:
            return both { _, node in node.text.flatMap { Int($0.prefix { $0.isNumber }) } }.flatMap {
                Measure.of($0.old, $0.new)
            }
        case .amount, .answers:
            let group = phrase == .answers ? "asked" : "members"
            let names = (old.workflow.formulas.map(\.name), new.workflow.formulas.map(\.name))
            guard
                let was = Reading(old.document).amount(
                    before, for: key, names: names.0, form: phrase, of: group),
                let isNow = Reading(new.document).amount(
                    after, for: key, names: names.1, form: phrase, of: group)
            else { return nil }
            return Measure.of(was, isNow, (old.workflow, new.workflow))
        default: return nil
        }
    }
}

extension Comparing.Place {
    /// The words of a closed list, from the loosest to the strictest of them, or from no to yes.
    fileprivate var order: [String]? {
        switch path.last {
        case "secret", "after-minimum", "restart-the-clock", "must-be-resolved", "written": ["no", "yes"]
        case "silence": ["consents", "counts for nothing"]
        case "untested": ["valid", "falls"]
        default: nil
        }
    }
}

extension Node {
    /// The node, unless it says `none`, `nothing` or `never`, or that a tie fails, or that objections stand.
    fileprivate var unlessNone: Node? {
        ["none", "nothing", "never", "fails", "stand"].contains(text) ? nil : self
    }

    /// The values of a list of `when` entries closed by `otherwise`, by their subjects; nil for anything else.
    fileprivate var cases: [(name: String, value: Node)]? {
        guard let items, items.contains(where: { $0["when"] != nil || $0["otherwise"] != nil }) else {
            return nil
        }
        return items.map { item in
            if let value = item["otherwise"] { return ("otherwise", value) }
            let rest = (item.entries ?? []).filter { $0.key != "when" }
            let name = "when " + (item["when"]?.text ?? "")
            return (name, rest.count == 1 ? rest[0].value : Node(.mapping(rest), at: item.mark))
        }
    }

    /// The whole node on one line, as it would stand in brackets.
    var flowText: String {
        switch content {
        case .scalar(let text): text
        case .sequence(let items): "[" + items.map(\.flowText).joined(separator: ", ") + "]"
        case .mapping(let entries):
            "{" + entries.map { "\($0.key): \($0.value.flowText)" }.joined(separator: ", ") + "}"
        }
    }
}

extension Key.Form {
    /// Whether words for people stand here, and nothing else can.
    fileprivate var isWording: Bool { self == .wording }

    /// The grammars of the phrases that can stand here.
    fileprivate var phrases: [PhraseForm] {
        switch self {
        case .phrase(let name): PhraseForm(rawValue: name).map { [$0] } ?? []
        case .either(let forms): forms.flatMap(\.phrases)
        case .list(let form): form.phrases
        case .wording, .oneOf, .reference, .map, .named, .closed, .state: []
        }
    }
}
