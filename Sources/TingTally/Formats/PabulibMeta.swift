/// The first section of a Pabulib file: keys and values.
struct PabulibMeta {
    private var values: [String: (text: String, line: Int)] = [:]
    private let line: Int

    /// Reads the section; keys that mean nothing here are passed over.
    ///
    /// - Throws: ``BallotFileError`` `pabulib-key-twice`.
    init(_ table: PabulibTable) throws(BallotFileError) {
        line = table.line
        for row in table.rows {
            guard let key = row.fields.first?.lowercased(), !key.isEmpty else { continue }
            let value = row.fields.count > 1 ? row.fields[1] : ""
            if let before = values[key], before.text != value {
                throw BallotFileError(line: row.line, Statement("pabulib-key-twice", [.text("key", key)]))
            }
            values[key] = (value, row.line)
        }
    }

    /// The value of a key.
    subscript(key: String) -> String? { values[key]?.text }

    /// The line of a key, or that of the section.
    func line(of key: String) -> Int { values[key]?.line ?? line }

    /// The amount under a key; nil when the key is not there or empty.
    ///
    /// - Throws: ``BallotFileError`` `pabulib-number-expected`.
    func amount(_ key: String) throws(BallotFileError) -> Fraction? {
        guard let (text, line) = values[key], !text.isEmpty else { return nil }
        return try PabulibTable.amount(text, key, line: line)
    }

    /// How much there is to spend.
    ///
    /// - Throws: ``BallotFileError`` `pabulib-key-missing`, `pabulib-number-expected`.
    func budget() throws(BallotFileError) -> Fraction {
        if let amount = try amount("budget") { return amount }
        throw BallotFileError(line: line, Statement("pabulib-key-missing", [.text("key", "budget")]))
    }
}
