/// What can be told about one line by its characters alone.
///
/// The reading has failed when this is asked, so it guesses as a person does who
/// looks at the line: how far it is indented, where its key ends, where its text begins.
struct LineShape {
    /// The characters of the line.
    let scalars: [Unicode.Scalar]
    /// How many spaces stand before the first character.
    let indent: Int
    /// Where the content begins, after the signs of list items.
    let start: Int
    /// Where the content ends, without spaces and a comment.
    let end: Int
    /// Where the colon after the key is; nil when the line has no key.
    let colon: Int?

    /// Looks at a line.
    init(_ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
        indent = scalars.firstIndex { $0 != " " } ?? scalars.count
        var start = indent
        while start + 1 < scalars.count, scalars[start] == "-", scalars[start + 1] == " " {
            start = scalars[(start + 1)...].firstIndex { $0 != " " } ?? scalars.count
        }
        self.start = start
        end = Self.contentEnd(scalars, from: start)
        colon = Self.keyColon(scalars, from: start, to: end)
    }

    /// Whether the line is empty or has nothing but a comment.
    var isBlank: Bool { start >= end }
    /// Whether the line begins with the sign of a list item.
    var isItem: Bool {
        indent < scalars.count && scalars[indent] == "-"
            && (indent + 1 == scalars.count || scalars[indent + 1] == " ")
    }
    /// Where the text after the key begins; nil when there is no key or no text.
    var valueStart: Int? {
        guard let colon, let first = scalars[(colon + 1)...].firstIndex(where: { $0 != " " }), first < end
        else { return nil }
        return first
    }
    /// Where a colon stands with no space after it; nil when none does.
    var tightColon: Int? {
        scalars[start..<max(start, end)].indices.first {
            scalars[$0] == ":" && $0 + 1 < end && scalars[$0 + 1] != " "
        }
    }
    /// The content from a place to the end, without a comment.
    func content(from first: Int) -> String { Self.text(scalars[first..<max(first, end)]) }

    /// Where a quoted text that begins at a place ends, after its closing quote; nil when it does not.
    func quoteEnd(from first: Int) -> Int? {
        Self.quoteEnd(scalars, from: first)
    }

    /// The characters as a text.
    static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private static func quoteEnd(_ scalars: [Unicode.Scalar], from first: Int) -> Int? {
        guard first < scalars.count else { return nil }
        let quote = scalars[first]
        guard quote == "\"" || quote == "'" else { return nil }
        var index = first + 1
        while index < scalars.count {
            if quote == "\"", scalars[index] == "\\" {
                index += 2
            } else if scalars[index] == quote {
                // Two single quotes within single quotes are one that belongs to the text.
                guard quote == "'", index + 1 < scalars.count, scalars[index + 1] == quote else {
                    return index + 1
                }
                index += 2
            } else {
                index += 1
            }
        }
        return nil
    }

    private static func keyColon(_ scalars: [Unicode.Scalar], from start: Int, to end: Int) -> Int? {
        let from = quoteEnd(scalars, from: start) ?? start
        guard from < end else { return nil }
        return (from..<end).first {
            scalars[$0] == ":" && ($0 + 1 == scalars.count || scalars[$0 + 1] == " ")
        }
    }

    private static func contentEnd(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
        var end = start
        var index = start
        while index < scalars.count {
            if scalars[index] == "#", index == 0 || scalars[index - 1] == " " { break }
            // A number sign within quotes is no comment.
            let isTextStart = index == start || scalars[index - 1] == " "
            if isTextStart, let quoted = quoteEnd(scalars, from: index) {
                index = quoted
                end = index
                continue
            }
            if scalars[index] != " ", scalars[index] != "\t" { end = index + 1 }
            index += 1
        }
        return end
    }
}
