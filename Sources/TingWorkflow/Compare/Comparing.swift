import TingTally

/// Two versions of a workflow, compared key by key.
///
/// Nothing that the files say differently is left out: what nobody can judge is told as
/// different. States and rules are told by their names, and what is in them by its key.
public struct Comparing {
    let old: WorkflowVersion
    let new: WorkflowVersion
    private(set) var changes: [Change] = []

    /// What changed, in the order of the new file; what is gone comes where it stood.
    public static func changes(from old: WorkflowVersion, to new: WorkflowVersion) -> [Change] {
        var comparing = Comparing(old: old, new: new)
        comparing.compareAll()
        return comparing.changes
    }

    private init(old: WorkflowVersion, new: WorkflowVersion) {
        self.old = old
        self.new = new
    }

    mutating func note(_ change: Change) { changes.append(change) }

    private mutating func compareAll() {
        for key in Workflow.keys {
            let (before, after) = (old.document[key.name], new.document[key.name])
            switch key.name {
            case "states": compareStates()
            case "rules": compareNamed("rules", place: "compare-rule")
            case "subjects": compareNamed("subjects", place: "compare-subject")
            case "scenarios": compareScenarios(before, after)
            default:
                let place = Place(path: [key.name], named: Statement("compare-file"), kind: nil)
                compare(before, after, key.form, place)
            }
        }
    }

    /// Where something stands, for its sentence and its sense.
    struct Place {
        /// The keys, without those that stewards chose.
        var path: [String]
        /// What it belongs to: the file, a state, a rule.
        let named: Statement
        /// The kind of the state.
        let kind: String?
        /// The keys and names, as they stand below each other in the file.
        private(set) var written: String

        init(path: [String], named: Statement, kind: String?) {
            self.path = path
            self.named = named
            self.kind = kind
            written = path.joined(separator: " ")
        }

        /// The place of a key within.
        func key(_ name: String) -> Place { place(name, as: name) }

        /// The place of something with a name within.
        func name(_ name: String) -> Place { place(name, as: "*") }

        /// The same place with a word after it, for people.
        func noted(_ words: String) -> Place {
            var place = self
            place.written += " " + words
            return place
        }

        private func place(_ name: String, as key: String) -> Place {
            var place = self
            place.path.append(key)
            place.written += place.written.isEmpty ? name : " " + name
            return place
        }
    }

    // MARK: - States, rules and subjects

    private mutating func compareStates() {
        let before = old.document["states"]?.entries ?? []
        let after = new.document["states"]?.entries ?? []
        for entry in after where !before.contains(where: { $0.key == entry.key }) {
            note(added: entry, safeguards: new.workflow)
        }
        for entry in before where !after.contains(where: { $0.key == entry.key }) {
            note(removed: entry, safeguards: old.workflow)
        }
        for entry in after {
            guard let earlier = before.first(where: { $0.key == entry.key }) else { continue }
            compareState(earlier, entry)
        }
    }

    private mutating func note(added entry: Node.Entry, safeguards workflow: Workflow) {
        let isSafeguard = workflow.isSafeguard(entry.key)
        let facts: [Fact] = [.text("state", entry.key), .text("kind", entry.value["kind"]?.text ?? "")]
        note(
            Change(
                isSafeguard ? .stricter : .different, Statement("compare-state-added", facts), before: nil,
                after: entry.mark))
    }

    private mutating func note(removed entry: Node.Entry, safeguards workflow: Workflow) {
        let isSafeguard = workflow.isSafeguard(entry.key)
        let facts: [Fact] = [.text("state", entry.key), .text("kind", entry.value["kind"]?.text ?? "")]
        note(
            Change(
                isSafeguard ? .looser : .different, Statement("compare-state-removed", facts),
                before: entry.mark, after: nil))
    }

    private mutating func compareState(_ before: Node.Entry, _ after: Node.Entry) {
        let name = after.key
        let kind = after.value["kind"]?.text
        let place = Place(path: [], named: Statement("compare-state", [.text("name", name)]), kind: kind)
        let keys = State.keys(of: kind)
        let others = State.keys(of: before.value["kind"]?.text).filter { key in
            !keys.contains { $0.name == key.name }
        }
        for key in keys + others {
            let (was, isNow) = (before.value[key.name], after.value[key.name])
            switch key.name {
            case "lasts": compareClocks(was, isNow, name, place.key("lasts"))
            case "outcomes": compareOutcomes(was, isNow, place.key("outcomes"))
            default: compare(was, isNow, key.form, place.key(key.name))
            }
        }
        compareDecisions(name)
    }

    private mutating func compareNamed(_ section: String, place code: String) {
        let form = Workflow.keys.first { $0.name == section }?.form
        guard case .named(let inner) = form else { return }
        let before = old.document[section]?.entries ?? []
        let after = new.document[section]?.entries ?? []
        for entry in after {
            let place = Place(path: [], named: Statement(code, [.text("name", entry.key)]), kind: nil)
            guard let earlier = before.first(where: { $0.key == entry.key }) else {
                note(
                    Change(
                        .different, Statement(code + "-added", [.text("name", entry.key)]), before: nil,
                        after: entry.mark))
                continue
            }
            compare(earlier.value, entry.value, inner, place)
        }
        for entry in before where !after.contains(where: { $0.key == entry.key }) {
            note(
                Change(
                    .different, Statement(code + "-removed", [.text("name", entry.key)]), before: entry.mark,
                    after: nil))
        }
    }

    private mutating func compareScenarios(_ before: Node?, _ after: Node?) {
        let titles = { (node: Node?) in (node?.items ?? []).map { $0["title"]?.text ?? "" } }
        let (was, isNow) = (titles(before), titles(after))
        let changed = (after?.items ?? []).count { item in
            let earlier = before?.items?.first { $0["title"]?.text == item["title"]?.text }
            return earlier.map { !$0.says(sameAs: item) } ?? false
        }
        let added = isNow.count { !was.contains($0) }
        let removed = was.count { !isNow.contains($0) }
        guard added + removed + changed > 0 else { return }
        note(
            Change(
                .words,
                Statement(
                    "compare-scenarios",
                    [.number("added", added), .number("removed", removed), .number("changed", changed)]),
                before: before?.mark, after: after?.mark))
    }
}

extension State {
    /// The keys of a state of a kind; the common ones where the kind is not known.
    static func keys(of kind: String?) -> [Key] {
        kind.flatMap(Kinds.named).map { keys(of: $0) } ?? commonKeys
    }
}

extension Workflow {
    /// Whether a state stands between a proposal and its adoption, as something that could stop or slow it.
    func isSafeguard(_ name: String) -> Bool {
        let graph = Graph(self)
        guard let state = state(name), let first = graph.first, let place = graph.place(of: name) else {
            return false
        }
        let slows =
            state.kind.vote != nil || state.kind is ConsentKind || state.kind is VetoKind
            || state.kind is NoticeKind || state.kind is DeliberationKind || state.kind is SponsorshipKind
            || state.kind is OpinionKind || state.kind is HoldKind || state.kind is RollCallKind
        return slows && graph.reachable(from: [first]).contains(place)
            && graph.reaching(graph.finals(.adopted)).contains(place)
    }
}
