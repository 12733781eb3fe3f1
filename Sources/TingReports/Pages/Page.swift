import TingTally
import TingWorkflow

/// A template, checked, ready to be filled with values.
///
/// Templates are a small part of Mustache: values, sections over lists and
/// flags, inverted sections, included templates, comments. They hold no rule
/// and no arithmetic. Everything that could make the renderer fail or hide a
/// mistake is refused when the page is made.
public struct Page: Sendable {
    /// The template.
    public let source: PageSource
    /// Every template that takes part, by the name it is included by.
    let parts: [String: Part]
    private let tree: PageTree
    private let mustache: MustachePage

    /// A template that is included by others.
    struct Part: Sendable {
        let source: PageSource
        let tree: PageTree
    }

    /// Makes a page from its template and those it may include.
    ///
    /// - Parameter partials: Templates that may be included, by ``PageSource/name``. One
    ///   that nobody includes is checked all the same.
    /// - Throws: ``BrokenPage`` for the first file with mistakes, the page before its parts.
    public init(_ source: PageSource, partials: [PageSource] = []) throws(BrokenPage) {
        self.source = source
        tree = try Self.read(source)
        var parts: [String: Part] = [:]
        for partial in partials { parts[partial.name] = Part(source: partial, tree: try Self.read(partial)) }
        self.parts = parts
        let isPart = parts[source.name]?.source == source
        try Self.checkInclusions(source, tree, parts, within: isPart ? [source.name] : [])
        for partial in partials {
            guard let part = parts[partial.name] else { continue }
            try Self.checkInclusions(part.source, part.tree, parts, within: [partial.name])
        }
        mustache = try MustachePage(source, partials)
    }

    /// Fills the template.
    ///
    /// A name that has no value prints nothing and shows no section;
    /// ``unknown(in:)`` finds such names before it happens.
    ///
    /// - Parameter values: A map; the names of the template are its names.
    public func render(_ values: PageValue) -> String {
        mustache.render(values)
    }

    /// The names that a template uses and that a tree of values does not have, or cannot show so.
    ///
    /// - Parameter sample: A full tree: every list with an item, every flag and optional value there.
    /// - Returns: One entry a file, in the order the files are included; empty when all names are known.
    public func unknown(in sample: PageValue) -> [BrokenPage] {
        var check = PageCheck(parts: parts)
        check.walk(tree.nodes, in: source, stack: [sample])
        return check.broken
    }

    private static func read(_ source: PageSource) throws(BrokenPage) -> PageTree {
        do throws(Unreadable) {
            return try PageTree(source.text)
        } catch {
            throw BrokenPage(source, error.findings)
        }
    }

    /// Refuses a template that includes an unknown one, or itself by whatever way round.
    private static func checkInclusions(
        _ source: PageSource, _ tree: PageTree, _ parts: [String: Part], within names: [String]
    ) throws(BrokenPage) {
        for node in partials(in: tree.nodes) {
            guard let part = parts[node.name] else {
                let known = parts.keys.sorted()
                let finding = Finding(
                    .error, Statement("page-no-such-part", [.text("name", node.name)]), at: node.mark,
                    width: node.width, allowed: known, suggestion: didYouMean(node.name, among: known))
                throw BrokenPage(source, [finding])
            }
            guard !names.contains(node.name) else {
                let statement = Statement("page-includes-itself", [.text("name", node.name)])
                throw BrokenPage(source, [Finding(.error, statement, at: node.mark, width: node.width)])
            }
            try checkInclusions(part.source, part.tree, parts, within: names + [node.name])
        }
    }

    private static func partials(in nodes: [PageTree.Node]) -> [PageTree.Node] {
        nodes.flatMap { $0.kind == .partial ? [$0] : partials(in: $0.children) }
    }
}
