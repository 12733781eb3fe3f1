extension Workflow {
    /// The document of a workflow file with its keys in the order of the house.
    ///
    /// Keys that the language knows come in the order of its definitions: what a thing
    /// is first, its clock and its ways out last. Names that the steward chose, and
    /// lists, keep their order; keys that nothing is known of come last. Every node
    /// keeps the place it has in the file.
    public static func arranged(_ document: Node) -> Node {
        Key.Form.map(keys).arranged(document)
    }

    /// The keys of a file between whose entries the layout of the house has an empty line.
    public static let separatedKeys: Set<String> = ["states", "scenarios"]
}

extension Key.Form {
    /// The node with the keys of all its maps in the order of the house.
    func arranged(_ node: Node) -> Node {
        switch node.content {
        case .scalar: return node
        case .sequence(let items):
            let form = Key.Form.either(alternatives.flatMap(\.itemForms))
            return Node(.sequence(items.map(form.arranged)), at: node.mark, width: node.width)
        case .mapping(let entries):
            let keys = keys(for: node, entries)
            let places = Dictionary(
                keys.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
            let named = alternatives.compactMap(\.namedForm)
            let sorted = entries.enumerated().sorted { left, right in
                let last = keys.count
                return (places[left.element.key] ?? last, left.offset)
                    < (places[right.element.key] ?? last, right.offset)
            }
            let arranged = sorted.map { _, entry in
                let form = places[entry.key].map { keys[$0].form } ?? Key.Form.either(named)
                return Node.Entry(key: entry.key, mark: entry.mark, value: form.arranged(entry.value))
            }
            return Node(.mapping(arranged), at: node.mark, width: node.width)
        }
    }

    /// The keys of the form of map that fits some entries best; empty where names are the steward's.
    func keys(fitting entries: [Node.Entry]) -> [Key] { keys(for: Node(.mapping(entries)), entries) }

    /// The form of what stands under a name that the steward chose.
    var named: Key.Form { .either(alternatives.compactMap(\.namedForm)) }

    /// The keys in their order, of that form of map that fits best; empty where names are the steward's.
    private func keys(for node: Node, _ entries: [Node.Entry]) -> [Key] {
        var best: [Key] = []
        var unknown = alternatives.contains { $0.namedForm != nil } ? 1 : entries.count + 1
        for form in alternatives {
            guard let keys = form.mapKeys(of: node) else { continue }
            let names = Set(keys.map(\.name))
            let strange = entries.count { !names.contains($0.key) }
            if strange < unknown { (best, unknown) = (keys, strange) }
        }
        return best
    }

    /// The forms of which this is one, without any further choice in them.
    private var alternatives: [Key.Form] {
        if case .either(let forms) = self { forms.flatMap(\.alternatives) } else { [self] }
    }

    private var namedForm: Key.Form? {
        if case .named(let form) = self { form } else { nil }
    }

    private var itemForms: [Key.Form] {
        switch self {
        case .list(let form): [form]
        case .closed(let keys, let otherwise): [.map(keys), .map([Key("otherwise", otherwise)])]
        case .phrase, .wording, .oneOf, .reference, .map, .named, .state, .either: []
        }
    }

    /// The keys of a map of this form, in the order of the house; nil where this is no map with keys.
    private func mapKeys(of node: Node) -> [Key]? {
        switch self {
        case .map(let keys): keys.housed
        case .state: State.arrangedKeys(of: node["kind"]?.text)
        case .phrase, .wording, .oneOf, .reference, .named, .list, .closed, .either: nil
        }
    }
}

extension [Key] {
    /// The same keys in the order in which people read them: in a rule, the clause and the quorum first.
    fileprivate var housed: [Key] {
        let isRule = contains { $0.name == "formulas" } && contains { $0.name == "basis" }
        guard isRule, !contains(where: { $0.name == "states" }) else { return self }
        return first(["basis", "formulas", "quorum"])
    }

    /// The keys with these names before all others.
    fileprivate func first(_ names: [String]) -> [Key] {
        names.compactMap { name in first { $0.name == name } } + filter { !names.contains($0.name) }
    }
}

extension State {
    /// The keys of a state in the order in which people read them.
    ///
    /// What it is, what happens there, how long, how it is decided, how often, who may leave
    /// it, who is told, and where it leads. Without a known kind, only the common keys.
    fileprivate static func arrangedKeys(of kind: String?) -> [Key] {
        let type = kind.flatMap(Kinds.named)
        let common = type.map { $0.clocks == [.none] ? finalKeys : commonKeys } ?? commonKeys
        let own = type?.keys ?? []
        let decided = own.firstIndex { $0.name == "decides" } ?? own.count
        let head = ["kind", "title", "basis"]
        let clock = ["lasts", "waits-for", "in-total-at-most"]
        let tail = ["visits", "actions", "support", "notify", "remind", "outcomes"]
        func named(_ names: [String]) -> [Key] {
            names.compactMap { name in common.first { $0.name == name } }
        }
        return named(head) + own[..<decided] + named(clock) + own[decided...] + named(tail)
    }
}
