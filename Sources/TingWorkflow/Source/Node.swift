/// A node of a YAML document: text, a list or a map, with its place in the file.
///
/// Every scalar is text; what `yes`, `2/3` or `12:30` mean is decided by whoever
/// reads the node. Anchors, aliases and tags do not exist here: the reader of
/// the bytes refuses them.
public struct Node: Hashable, Sendable {
    /// What a node holds.
    public enum Content: Hashable, Sendable {
        /// A text, without its quotes.
        case scalar(String)
        /// A list, in file order.
        case sequence([Node])
        /// A map, in file order; keys are unique.
        case mapping([Entry])
    }

    /// One key of a map with its value.
    public struct Entry: Hashable, Sendable {
        /// The key's text.
        public let key: String
        /// Where the key begins.
        public let mark: Mark
        /// The value.
        public let value: Node

        /// Makes an entry of a map.
        public init(key: String, mark: Mark, value: Node) {
            self.key = key
            self.mark = mark
            self.value = value
        }

        /// The key itself, as a text.
        var name: Node { Node(.scalar(key), at: mark, width: max(1, key.unicodeScalars.count)) }
    }

    /// What the node holds.
    public let content: Content
    /// Where the node begins.
    public let mark: Mark
    /// How many columns to underline: the length of a one-line scalar, else 1.
    public let width: Int
    /// Whether a scalar was written in quotes or as a block; false for lists and maps.
    public let quoted: Bool

    /// Makes a node.
    public init(_ content: Content, at mark: Mark = .start, width: Int = 1, quoted: Bool = false) {
        self.content = content
        self.mark = mark
        self.width = width
        self.quoted = quoted
    }

    /// The text of a scalar; nil for lists and maps.
    public var text: String? {
        if case .scalar(let text) = content { text } else { nil }
    }

    /// The entries of a map; nil for texts and lists.
    public var entries: [Entry]? {
        if case .mapping(let entries) = content { entries } else { nil }
    }

    /// The items of a list; nil for texts and maps.
    public var items: [Node]? {
        if case .sequence(let items) = content { items } else { nil }
    }

    /// The value under a key of a map; nil when this is no map or has no such key.
    public subscript(key: String) -> Node? {
        entries?.first { $0.key == key }?.value
    }
}
