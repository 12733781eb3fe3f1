import TingTally
import TingWorkflow

/// Walks a template beside a tree of values, as the renderer would, and notes every name without a value.
struct PageCheck {
    /// The templates that may be included.
    let parts: [String: Page.Part]
    /// What was found, one entry a file.
    private(set) var broken: [BrokenPage] = []

    /// Walks the tags of one file.
    ///
    /// - Parameter stack: The values in whose names the tags look, the innermost last.
    mutating func walk(_ nodes: [PageTree.Node], in source: PageSource, stack: [PageValue]) {
        for node in nodes {
            switch node.kind {
            case .partial:
                guard let part = parts[node.name] else { continue }
                walk(part.tree.nodes, in: part.source, stack: stack)
            case .variable:
                switch value(node, in: source, stack) {
                case nil, .text, .lines: break
                case .flag, .list, .map: note("page-not-a-text", node, in: source)
                }
            case .section, .inverted:
                section(node, in: source, stack: stack)
            }
        }
    }

    private mutating func section(_ node: PageTree.Node, in source: PageSource, stack: [PageValue]) {
        if node.name == "first()" || node.name == "last()" {
            walk(node.children, in: source, stack: stack)
            return
        }
        guard let value = value(node, in: source, stack) else { return }
        guard node.kind == .section else {
            walk(node.children, in: source, stack: stack)
            return
        }
        switch value {
        case .flag: walk(node.children, in: source, stack: stack)
        case .list(let items): walk(node.children, in: source, stack: stack + [Self.merged(items)])
        case .text, .lines, .map: walk(node.children, in: source, stack: stack + [value])
        }
    }

    private mutating func value(
        _ node: PageTree.Node, in source: PageSource, _ stack: [PageValue]
    ) -> PageValue? {
        if node.name == "." { return stack.last }
        let names = node.name.split(separator: ".").map(String.init)
        guard let first = names.first, let root = stack.reversed().lazy.compactMap({ $0[first] }).first else {
            note("page-unknown-name", node, in: source, known: stack.reversed().flatMap(Self.names))
            return nil
        }
        var value = root
        for name in names.dropFirst() {
            guard let next = value[name] else {
                note("page-unknown-name", node, in: source, known: Self.names(value))
                return nil
            }
            value = next
        }
        return value
    }

    private mutating func note(
        _ code: String, _ node: PageTree.Node, in source: PageSource, known: [String] = []
    ) {
        let last = node.name.split(separator: ".").last.map(String.init) ?? node.name
        let finding = Finding(
            .error, Statement(code, [.text("name", node.name)]), at: node.mark, width: node.width,
            suggestion: didYouMean(last, among: known))
        guard let index = broken.firstIndex(where: { $0.source == source }) else {
            broken.append(BrokenPage(source, [finding]))
            return
        }
        // An included file is walked once for each place that includes it.
        guard !broken[index].findings.contains(finding) else { return }
        broken[index] = BrokenPage(source, Frame.sorted(broken[index].findings + [finding]))
    }

    private static func names(_ value: PageValue) -> [String] {
        guard case .map(let entries) = value else { return [] }
        return entries.map(\.name)
    }

    /// One value with the names of all: the items of a list need not all have every name.
    private static func merged(_ items: [PageValue]) -> PageValue {
        guard let first = items.first else { return .map([]) }
        guard case .map = first else { return first }
        var names: [String] = []
        var values: [String: [PageValue]] = [:]
        for case .map(let entries) in items {
            for entry in entries {
                if values[entry.name] == nil { names.append(entry.name) }
                values[entry.name, default: []].append(entry.value)
            }
        }
        return .map(names.map { PageEntry($0, joined(values[$0] ?? [])) })
    }

    private static func joined(_ values: [PageValue]) -> PageValue {
        switch values.first {
        case nil:
            return .map([])
        case .map:
            return merged(values)
        case .list:
            var all: [PageValue] = []
            for case .list(let items) in values { all += items }
            return .list(all)
        case .some(let value):
            return value
        }
    }
}
