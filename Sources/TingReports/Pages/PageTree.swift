import TingTally
import TingWorkflow

/// A template as a tree of its tags; the text between them is left to the renderer.
struct PageTree: Sendable {
    /// One tag, and what stands within it.
    struct Node: Sendable {
        /// What a tag does.
        enum Kind { case variable, section, inverted, partial }

        let kind: Kind
        let name: String
        let mark: Mark
        let width: Int
        var children: [Node]
    }

    /// How deep sections may stand within each other.
    static let deepestNesting = 32

    /// The tags that stand in no other, in their order.
    private(set) var nodes: [Node] = []

    /// Reads a template.
    ///
    /// - Throws: ``Unreadable`` with every mistake of form, in the order of their places.
    init(_ text: String) throws(Unreadable) {
        var (tags, findings) = PageTag.all(in: text)
        var open: [Node] = []
        for tag in tags where tag.kind != .comment {
            switch tag.kind {
            case .section, .inverted:
                open.append(Self.node(tag, tag.kind == .section ? .section : .inverted))
                if open.count == Self.deepestNesting + 1 {
                    let facts: [Fact] = [.number("limit", Self.deepestNesting)]
                    findings.append(Self.finding("page-too-deep", facts, tag))
                }
            case .end:
                Self.close(tag, &open, &nodes, &findings)
            case .variable:
                Self.put(Self.node(tag, .variable), &open, &nodes)
            case .partial:
                Self.put(Self.node(tag, .partial), &open, &nodes)
            case .comment:
                break
            }
        }
        for node in open {
            let statement = Statement("page-section-unclosed", [.text("name", node.name)])
            findings.append(Finding(.error, statement, at: node.mark, width: node.width))
        }
        guard findings.isEmpty else { throw Unreadable(Frame.sorted(findings)) }
    }

    private static func close(
        _ tag: PageTag, _ open: inout [Node], _ nodes: inout [Node], _ findings: inout [Finding]
    ) {
        guard let last = open.last else {
            findings.append(finding("page-end-without-section", [.text("name", tag.name)], tag))
            return
        }
        guard last.name == tag.name else {
            let facts: [Fact] = [
                .text("name", tag.name), .text("open", last.name), .number("line", last.mark.line),
            ]
            findings.append(finding("page-section-crossed", facts, tag))
            // An end that fits a section further out closes all within it.
            guard let match = open.lastIndex(where: { $0.name == tag.name }) else { return }
            open.removeSubrange(match...)
            return
        }
        open.removeLast()
        put(last, &open, &nodes)
    }

    private static func put(_ node: Node, _ open: inout [Node], _ nodes: inout [Node]) {
        if open.isEmpty { nodes.append(node) } else { open[open.count - 1].children.append(node) }
    }

    private static func node(_ tag: PageTag, _ kind: Node.Kind) -> Node {
        Node(kind: kind, name: tag.name, mark: tag.mark, width: tag.width, children: [])
    }

    private static func finding(_ code: String, _ facts: [Fact], _ tag: PageTag) -> Finding {
        Finding(.error, Statement(code, facts), at: tag.mark, width: tag.width)
    }
}
