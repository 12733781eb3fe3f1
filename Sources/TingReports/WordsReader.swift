import TingTally
import TingWorkflow

/// Takes the sentences out of the nodes of a words file.
struct WordsReader {
    /// The language the file says it is in.
    private(set) var language: String?
    /// The sentences, in file order.
    private(set) var lines: [Words.Line] = []
    /// What is wrong with the file's shape.
    private(set) var findings: [Finding] = []

    /// Reads the root of the file.
    mutating func read(_ root: Node) {
        guard let entries = root.entries else {
            findings.append(Finding(.error, Statement("words-not-sections"), at: root.mark))
            return
        }
        language = root["language"]?.text
        if language == nil { findings.append(Finding(.error, Statement("words-no-language"), at: root.mark)) }
        let labels = Set((root["labels"]?.items ?? []).compactMap(\.text))
        for entry in entries where entry.key != "language" && entry.key != "labels" {
            read(section: entry, isLabel: labels.contains(entry.key))
        }
    }

    private mutating func read(section: Node.Entry, isLabel: Bool) {
        guard let entries = section.value.entries else {
            refuse("words-not-a-section", section.key, at: section.value)
            return
        }
        for entry in entries {
            guard let text = entry.value.text else {
                refuse("words-not-a-sentence", section.key + "." + entry.key, at: entry.value)
                continue
            }
            lines.append(
                Words.Line(
                    section: section.key, code: entry.key, text: text, mark: entry.value.mark,
                    width: entry.value.width, isLabel: isLabel))
        }
    }

    private mutating func refuse(_ code: String, _ key: String, at node: Node) {
        findings.append(
            Finding(.error, Statement(code, [.text("key", key)]), at: node.mark, width: node.width))
    }
}
