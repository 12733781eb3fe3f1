import TingWorkflow

/// The lines of a file, changed in one place.
struct SourceLines {
    private let lines: [[Character]]

    init(_ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    }

    /// The text of a line, from 1, without the spaces around it.
    func line(_ number: Int) -> String {
        guard lines.indices.contains(number - 1) else { return "" }
        return String(lines[number - 1]).trimmingSpaces
    }

    /// The text with other words in the place of a scalar on one line; nil where it is written otherwise.
    func replacing(_ node: Node, by words: String) -> String? {
        guard let old = node.text, !node.quoted, lines.indices.contains(node.mark.line - 1) else {
            return nil
        }
        var line = lines[node.mark.line - 1]
        let start = node.mark.column - 1
        guard start >= 0, start + old.count <= line.count, String(line[start..<(start + old.count)]) == old
        else { return nil }
        line.replaceSubrange(start..<(start + old.count), with: Array(words))
        return joined(node.mark.line - 1, [line])
    }

    /// The text with a whole value, whatever it is, put in other words after its key.
    func replacing(valueOf entry: Node.Entry, by words: String) -> String? {
        guard let (first, last) = extent(of: entry) else { return replacing(entry.value, by: words) }
        let key = lines[first].prefix { $0 == " " } + Array(entry.key + ": " + words)
        return joined(first, through: last, [Array(key)])
    }

    /// The text without an entry of a map.
    func removing(_ entry: Node.Entry) -> String? {
        if let (first, last) = extent(of: entry) { return joined(first, through: last, []) }
        return removing(from: entry.mark)
    }

    /// The text without an item of a list in brackets.
    func removing(item: Node) -> String? {
        guard item.text != nil, !item.quoted else { return nil }
        return removing(from: item.mark)
    }

    /// The lines of an entry that has lines of its own; nil where others share its line.
    private func extent(of entry: Node.Entry) -> (first: Int, last: Int)? {
        let first = entry.mark.line - 1
        let indent = entry.mark.column - 1
        guard lines.indices.contains(first), lines[first].prefix(indent).allSatisfy({ $0 == " " }) else {
            return nil
        }
        var last = first
        for index in lines.indices where index > first {
            let line = lines[index]
            let content = line.drop { $0 == " " }
            if content.isEmpty || content.first == "#" { continue }
            // A list may stand as far to the left as its key.
            let depth = line.count - content.count
            guard depth > indent || (depth == indent && content.first == "-") else { break }
            last = index
        }
        return (first, last)
    }

    /// Takes out what begins at a mark within brackets, up to the next comma or the closing bracket.
    private func removing(from mark: Mark) -> String? {
        guard lines.indices.contains(mark.line - 1) else { return nil }
        var line = lines[mark.line - 1]
        let start = mark.column - 1
        var (depth, end) = (0, start)
        while end < line.count {
            if "{[".contains(line[end]) { depth += 1 }
            if "}]".contains(line[end]) { depth -= 1 }
            if depth < 0 || (depth == 0 && line[end] == ",") { break }
            end += 1
        }
        guard end < line.count else { return nil }
        if line[end] == "," {
            var next = end + 1
            while next < line.count, line[next] == " " { next += 1 }
            line.removeSubrange(start..<next)
        } else {
            var before = start
            while before > 0, line[before - 1] == " " || line[before - 1] == "," { before -= 1 }
            line.removeSubrange(before..<end)
        }
        return joined(mark.line - 1, [line])
    }

    private func joined(_ first: Int, through last: Int? = nil, _ new: [[Character]]) -> String {
        let all = lines[..<first] + new[...] + lines[((last ?? first) + 1)...]
        return all.map { String($0) }.joined(separator: "\n")
    }
}

extension String {
    /// The text without the spaces around it.
    var trimmingSpaces: String {
        var text = self[...]
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
