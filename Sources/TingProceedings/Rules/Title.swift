import TingTally

/// A title as somebody wrote it, and what is wrong with it.
struct Title {
    /// How many characters a title may have.
    static let longest = 200

    private let text: String

    init(_ text: String) {
        self.text = text
    }

    /// What is wrong; empty when nothing is.
    ///
    /// A title stands in one line of every list, so it holds no line end and no other control character.
    var faults: [Statement] {
        var faults: [Statement] = []
        if text.allSatisfy(\.isWhitespace) { faults.append(Statement("title-missing")) }
        if text.count > Title.longest {
            faults.append(
                Statement(
                    "title-too-long", [.number("length", text.count), .number("limit", Title.longest)]))
        }
        if hasControls { faults.append(Statement("title-not-one-line")) }
        return faults
    }

    /// Whether a line end or another control character stands in it.
    var hasControls: Bool {
        text.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
}
