extension Person {
    /// Whether a text can be a handle: 1 to 40 lower-case letters, digits, `-`, `_`, `.`, beginning with a letter.
    public static func isHandle(_ text: String) -> Bool {
        guard let first = text.utf8.first, (97...122).contains(first), text.utf8.count <= 40 else {
            return false
        }
        return text.utf8.allSatisfy {
            (97...122).contains($0) || (48...57).contains($0) || [45, 46, 95].contains($0)
        }
    }
}
