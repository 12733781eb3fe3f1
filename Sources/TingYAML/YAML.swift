import TingTally
public import TingWorkflow

/// Reads the small part of YAML that a steward's file needs: texts, lists and maps.
///
/// Everything else that YAML has is refused by a rule with a name: anchors,
/// aliases, tags, merge keys, directives, several documents in one file, and
/// keys that are not texts. Every text stays text: what `yes`, `2/3` or `12:30`
/// mean is decided by whoever reads the nodes.
///
/// This module knows libyaml and nothing of workflows. It finds as many
/// mistakes as it can in one reading, and says each as a statement.
public enum YAML {
    /// The size above which a file is refused, in bytes: 256 KiB.
    public static let largestSize = 256 * 1024
    /// How many lists and maps may stand within each other.
    public static let deepestNesting = 32

    /// How many mistakes are collected before the reading stops.
    static let mostFindings = 100
    /// How many lines may be read around, each costing one more reading of the file.
    static let mostRepairs = 20

    /// Reads a file.
    ///
    /// - Parameter bytes: The whole file, in UTF-8, with or without a byte order mark.
    /// - Returns: The root of the document; every node knows its line and column.
    /// - Throws: ``Unreadable`` with every mistake found, in file order. It never traps,
    ///   whatever the bytes are.
    /// - Complexity: O(n) in the bytes for a file without syntax errors; at most
    ///   twenty-one readings for a file with them.
    public static func read(_ bytes: [UInt8]) throws(Unreadable) -> Node {
        guard bytes.count <= largestSize else {
            let facts: [Fact] = [.number("size", bytes.count), .number("limit", largestSize)]
            throw Unreadable([Finding(.error, Statement("yaml-too-large", facts), at: .start)])
        }
        let screening = Screening(bytes)
        guard screening.isText else { throw Unreadable(screening.findings) }

        var source = screening.source
        var syntax: [Finding] = []
        var repaired: Set<Int> = []
        while true {
            let reading = Reading(source)
            if let diagnosis = reading.diagnosis {
                syntax.append(diagnosis.finding)
                if let repair = diagnosis.repair, repaired.count < mostRepairs,
                    repaired.insert(repair.line).inserted
                {
                    source.fill(repair)
                    continue
                }
            }
            let tree = reading.findings.filter { !repaired.contains($0.mark.line) }
            let tabs = screening.tabs.findings(seenBy: reading, in: source)
            let all = screening.findings + syntax + tree + tabs
            guard all.isEmpty, let root = reading.root else { throw Unreadable(inFileOrder(all)) }
            return root
        }
    }

    /// Reads a text that is in memory already, such as a file of a test.
    ///
    /// - Throws: ``Unreadable`` as ``read(_:)-([UInt8])`` does.
    public static func read(_ text: String) throws(Unreadable) -> Node {
        try read(Array(text.utf8))
    }

    /// The findings in file order, each once; never empty.
    private static func inFileOrder(_ findings: [Finding]) -> [Finding] {
        guard !findings.isEmpty else { return [Finding(.error, Statement("yaml-empty"), at: .start)] }
        let sorted = findings.enumerated().sorted { left, right in
            (left.element.mark, left.offset) < (right.element.mark, right.offset)
        }
        var result: [Finding] = []
        for (_, finding) in sorted where result.last != finding { result.append(finding) }
        return result
    }
}
