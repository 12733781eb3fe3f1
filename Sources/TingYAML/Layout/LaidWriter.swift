import TingWorkflow

/// Writes nodes in the layout of the house, with the comments at their entries.
struct LaidWriter {
    /// The most columns of a line that is joined from several or written in brackets.
    static let width = 110

    private var lines: [String] = []
    /// Whether the last line belongs to a block text that keeps the empty lines after it.
    private var keepsEnd = false
    private let separated: Set<String>

    /// Writes a whole file.
    ///
    /// - Parameters:
    ///   - arranged: The same document, with the keys in the order to write.
    ///   - separated: The keys of the root between whose entries an empty line stands.
    static func text(_ file: LaidFile, arranged: Node, separated: Set<String>) -> String {
        var writer = LaidWriter(separated: separated)
        for comment in file.head { writer.own(comment, indent: 0) }
        switch file.root {
        case .scalar(let scalar):
            writer.write(scalar, prefix: "", margin: 0, indent: 0, comment: nil)
        case .collection(let root):
            if root.slots.isEmpty {
                writer.line(root.isMap ? "{}" : "[]", indent: 0)
            } else {
                writer.write(root, arranged, indent: 0, isRoot: true)
            }
        }
        for comment in file.tail { writer.own(comment, indent: 0) }
        return writer.lines.joined(separator: "\n") + "\n"
    }

    private init(separated: Set<String>) {
        self.separated = separated
    }

    private mutating func line(_ text: String, indent: Int, comment: String? = nil) {
        let whole = comment.map { text.isEmpty ? $0 : text + "  " + $0 } ?? text
        lines.append(whole.isEmpty ? "" : String(repeating: " ", count: indent) + whole)
        keepsEnd = false
    }

    /// An empty line, unless one is there, nothing is there, or a block text would take it for its own.
    private mutating func blank() {
        if let last = lines.last, !last.isEmpty, !keepsEnd { lines.append("") }
    }

    private mutating func own(_ comment: LaidComment, indent: Int) {
        if comment.blankBefore { blank() }
        line(comment.text, indent: indent)
    }

    /// Writes the entries of a map or the items of a list, each on lines of its own.
    private mutating func write(
        _ collection: LaidCollection, _ arranged: Node, indent: Int, isRoot: Bool = false,
        isSeparated: Bool = false
    ) {
        let pairs = collection.pairs(with: arranged)
        if isRoot, let first = collection.slots.first, first.blankBefore {
            // The head of the file keeps the empty line after it, whatever entry comes first now.
            blank()
            first.blankBefore = false
        }
        var wasTall = false
        for (index, (slot, node)) in pairs.enumerated() {
            let isTall = isRoot && slot.bracketed(node, indent: indent) == nil && slot.inner != nil
            let isApart = isSeparated || isTall || wasTall
            if index > 0, isApart || slot.leading.first?.blankBefore ?? slot.blankBefore { blank() }
            writeComments(above: slot, indent: indent)
            write(slot, node, indent: indent, isSeparated: isRoot && separated.contains(slot.key?.text ?? ""))
            wasTall = isTall
        }
        for comment in collection.tail { own(comment, indent: indent) }
    }

    /// Writes the comments of an entry that stand above it, and forgets them.
    private mutating func writeComments(above slot: LaidSlot, indent: Int) {
        for (index, comment) in slot.leading.enumerated() {
            if index > 0, comment.blankBefore { blank() }
            line(comment.text, indent: indent)
        }
        if !slot.leading.isEmpty, slot.blankBefore { blank() }
        // A line ends with one comment; where there were more, the others come before it.
        for comment in slot.trailing.dropLast() { line(comment, indent: indent) }
        slot.leading = []
        slot.trailing = Array(slot.trailing.suffix(1))
    }

    private mutating func write(_ slot: LaidSlot, _ node: Node, indent: Int, isSeparated: Bool) {
        let prefix = slot.prefix
        if case .scalar(let scalar) = slot.value {
            return write(
                scalar, prefix: prefix + " ", margin: slot.home.start.column - 1, indent: indent,
                comment: slot.trailing.last)
        }
        if let brackets = slot.bracketed(node, indent: indent) {
            return line(prefix + " " + brackets, indent: indent, comment: slot.trailing.last)
        }
        guard let inner = slot.inner else { return }
        if slot.key == nil {
            write(inner, node, afterDashAt: indent, comment: slot.trailing.last)
        } else {
            line(prefix, indent: indent, comment: slot.trailing.last)
            write(inner, node, indent: indent + 2, isSeparated: isSeparated)
        }
    }

    /// Writes a list or map whose first entry stands after a dash; comments above that entry go above the dash.
    private mutating func write(
        _ collection: LaidCollection, _ node: Node, afterDashAt indent: Int, comment: String?
    ) {
        if let comment { line(comment, indent: indent) }
        var (inner, arranged): (LaidCollection?, Node) = (collection, node)
        while let collection = inner, let (slot, node) = collection.pairs(with: arranged).first {
            writeComments(above: slot, indent: indent)
            if slot.key == nil, slot.inner != nil, slot.bracketed(node, indent: indent + 2) == nil {
                for comment in slot.trailing { line(comment, indent: indent) }
                slot.trailing = []
                (inner, arranged) = (slot.inner, node)
            } else {
                inner = nil
            }
        }
        let start = lines.count
        write(collection, node, indent: indent + 2)
        lines[start] = String(repeating: " ", count: indent) + "- " + lines[start].dropFirst(indent + 2)
    }

    /// Writes a text after a key or a dash, in one line where it has room.
    private mutating func write(
        _ scalar: LaidScalar, prefix: String, margin: Int, indent: Int, comment: String?
    ) {
        if scalar.isBlock {
            return write(block: scalar, prefix: prefix, margin: margin, indent: indent, comment: comment)
        }
        let isOneLine = !scalar.text.unicodeScalars.contains { $0.value < 0x20 }
        let one = ScalarStyle.written(scalar.text, wasPlain: scalar.plain, flow: false)
        if isOneLine, scalar.lines.count == 1 || indent + prefix.count + one.count <= Self.width {
            return line((prefix + one).trimmedEnd, indent: indent, comment: comment)
        }
        for (index, raw) in scalar.lines.enumerated() {
            let isLast = index == scalar.lines.count - 1
            let text = index == 0 ? prefix + raw : raw.trimmedStart
            line(
                isLast ? text : text.trimmedFoldedEnd, indent: index == 0 ? indent : indent + 2,
                comment: isLast ? comment : nil)
        }
    }

    /// A text after `|` or `>`, with its lines indented anew.
    private mutating func write(
        block scalar: LaidScalar, prefix: String, margin: Int, indent: Int, comment: String?
    ) {
        let header = BlockHeader(scalar.lines[0])
        let body = scalar.lines.dropFirst()
        let first = body.first { !$0.trimmedStart.isEmpty }
        let margin = header.digit.map { margin + $0 } ?? first?.leadingSpaces ?? 0
        let isDigitNeeded = (first?.leadingSpaces ?? 0) > margin
        // A text that ends with the file, without the end of its last line, has none in its text either.
        let hasEnd = scalar.text.isEmpty || scalar.text.unicodeScalars.last == "\n"
        line(
            prefix + header.written(digit: isDigitNeeded ? 2 : nil, endless: !hasEnd), indent: indent,
            comment: comment)
        var kept = Array(body)
        if !header.keepsEnd {
            while let last = kept.last, last.trimmedStart.isEmpty, last.count <= margin { kept.removeLast() }
        }
        for text in kept {
            let rest = String(text.dropFirst(min(margin, text.leadingSpaces)))
            lines.append(rest.isEmpty ? "" : String(repeating: " ", count: indent + 2) + rest)
        }
        keepsEnd = header.keepsEnd && hasEnd
    }
}
