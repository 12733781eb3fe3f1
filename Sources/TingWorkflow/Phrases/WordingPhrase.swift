import TingTally

extension Reading {
    /// Reads words for people: plain text, or a map from language codes to texts.
    func wording(_ node: Node, for key: String) -> Wording? {
        guard let entries = node.entries else {
            guard node.items == nil, let text = node.text, !text.isEmpty else {
                wrongForm(node, for: key, expected: "wording")
                return nil
            }
            return Wording(plain: text)
        }
        var texts: [Wording.Text] = []
        for entry in entries {
            guard entry.key.isLanguageCode else {
                error(
                    "language-code", [.text("code", entry.key)], at: entry.mark,
                    width: max(1, entry.key.unicodeScalars.count))
                continue
            }
            guard let text = text(entry.value, for: entry.key) else { continue }
            texts.append(Wording.Text(language: entry.key, text: text))
        }
        if entries.isEmpty { wrongForm(node, for: key, expected: "wording") }
        return texts.isEmpty ? nil : Wording(texts)
    }
}

extension String {
    /// Whether this is a language code such as `sv` or `pt-BR`.
    fileprivate var isLanguageCode: Bool {
        let parts = split(separator: "-", omittingEmptySubsequences: false)
        return (2...3).contains(parts.first?.count ?? 0)
            && parts.allSatisfy {
                !$0.isEmpty
                    && $0.utf8.allSatisfy {
                        (65...90).contains($0) || (97...122).contains($0) || (48...57).contains($0)
                    }
            }
    }
}
