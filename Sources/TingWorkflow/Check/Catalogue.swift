import TingTally

extension Check {
    /// One promise that is kept for every workflow, or the reason why a file cannot be used.
    ///
    /// Every finding belongs to exactly one entry, by the code of its sentence. People
    /// know an entry by its ``id``: `ting explain E1` prints its page.
    public struct Entry: Hashable, Sendable {
        /// The id: a letter for the family and a number, such as `E1`.
        public let id: String
        /// How bad its findings are; the worst, where they differ.
        public let severity: Finding.Severity
        /// The codes of its sentences.
        public let codes: [String]
        /// The beginnings of further codes that belong to it unless another entry names them.
        public let beginnings: [String]

        init(_ id: String, _ severity: Finding.Severity, _ codes: String, beginnings: String = "") {
            self.id = id
            self.severity = severity
            self.codes = codes.split(separator: " ").map(String.init)
            self.beginnings = beginnings.split(separator: " ").map(String.init)
        }

        /// The code of its title: one line that says what is promised.
        public var title: String { "check-" + id.lowercased() }

        /// The letter of its family, `A` to `H`.
        public var family: Character { id.first ?? "A" }
    }

    /// The entry that a finding's code belongs to; nil for sentences that are not about workflow files.
    public static func entry(of code: String) -> Entry? {
        if let place = places[code] { return catalogue[place] }
        return catalogue.first { $0.beginnings.contains(where: code.hasPrefix) }
    }

    /// The entry with this id, written in any case; nil when there is none.
    public static func entry(id: String) -> Entry? {
        catalogue.first { $0.id == id.uppercased() }
    }

    /// The place in the catalogue of every code that is named in it.
    private static let places: [String: Int] = {
        var places: [String: Int] = [:]
        for (place, entry) in catalogue.enumerated() {
            for code in entry.codes { places[code] = place }
        }
        return places
    }()
}

extension Finding {
    /// The id of the check that found it, such as `E1`; nil for a finding about another sort of file.
    public var id: String? { Check.entry(of: statement.code)?.id }
}
