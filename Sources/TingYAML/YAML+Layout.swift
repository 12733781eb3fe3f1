public import TingTally
public import TingWorkflow

extension YAML {
    /// Writes a file anew in the layout of the house, with every comment where it belongs.
    ///
    /// Two spaces for each step inwards, keys in the order asked for, quotes only where YAML
    /// needs them, an empty line between the sections. Brackets that have room stay, others
    /// are opened; texts over several lines keep their breaks. Written twice, it stays the same.
    ///
    /// - Parameters:
    ///   - bytes: The whole file.
    ///   - separated: The keys of the root between whose entries an empty line stands.
    ///   - arranged: Puts the keys of the document in their order.
    /// - Returns: The new text; it ends with a line feed.
    /// - Throws: ``Unreadable`` with every mistake of a file that cannot be read; ``NotLaidOut`` where the new text
    ///   would not say the same, or would lack a comment.
    public static func laidOut(
        _ bytes: [UInt8], separated: Set<String> = [], arranged: (Node) -> Node = { $0 }
    ) throws -> String {
        let document = arranged(try read(bytes))
        guard let file = LaidFile(Screening(bytes).source) else { throw NotLaidOut("layout-changes-meaning") }
        let before = file.comments
        let text = LaidWriter.text(file, arranged: document, separated: separated)
        let written = Array(text.utf8)
        guard let again = try? read(written), again.says(sameAs: document),
            let comments = LaidFile(Screening(written).source)?.comments
        else { throw NotLaidOut("layout-changes-meaning") }
        var left = comments.map(\.text)
        for comment in before {
            guard let place = left.firstIndex(of: comment.text) else {
                throw NotLaidOut("layout-loses-comment", [.text("comment", comment.text)])
            }
            left.remove(at: place)
        }
        return text
    }
}

/// A file that stays as it is, since something of it would be lost in another layout.
public struct NotLaidOut: Error, Hashable {
    /// What would be lost.
    public let statement: Statement

    /// Says what would be lost.
    public init(_ code: String, _ facts: [Fact] = []) {
        statement = Statement(code, facts)
    }
}
