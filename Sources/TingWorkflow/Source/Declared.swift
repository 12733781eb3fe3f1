import TingTally

/// The names that a workflow file declares, in file order.
struct Declared {
    private var names: [Key.Reference: [String]] = [:]

    /// Looks the names up in a document, whatever else may be wrong with it.
    init(_ document: Node) {
        names[.state] = document["states"]?.entries?.map(\.key) ?? []
        names[.rule] = document["rules"]?.entries?.map(\.key) ?? []
        names[.subject] = document["subjects"]?.entries?.map(\.key) ?? []
        names[.role] = Declared.names(document["needs"]?["roles"])
        names[.memberClass] = Declared.names(document["needs"]?["classes"])
        let governed = document["needs"]?["document"]?.text
        self.document = governed == "none" ? nil : governed
    }

    /// The names in a list, or in a map from names to words for people.
    private static func names(_ node: Node?) -> [String] {
        node?.entries?.map(\.key) ?? node?.items?.compactMap(\.text) ?? []
    }

    /// The governed document under `needs`; nil when it is `none` or not said.
    let document: String?

    /// The names of one sort.
    subscript(reference: Key.Reference) -> [String] { names[reference] ?? [] }

    /// Words that mean people or nothing at all, and so can name nothing else.
    static let reserved =
        People.Relation.allCases.map(\.rawValue) + [
            "members", "member", "any", "each", "of", "none", "otherwise", "when",
        ]
}

extension Reading {
    /// The governed document that proposals change; nil for none.
    var document: String? { declared.document }

    /// Checks a name that the steward chose: small letters, digits and hyphens, beginning with a letter.
    func checkName(_ name: String, at mark: Mark) {
        let width = max(1, name.unicodeScalars.count)
        if Declared.reserved.contains(name) {
            error("reserved-name", [.text("name", name)], at: mark, width: width)
        } else if !name.isName {
            error("name-form", [.text("name", name)], at: mark, width: width)
        }
    }
}

extension String {
    /// Whether this is a name: small letters, digits and single hyphens, beginning with a letter.
    var isName: Bool {
        guard let first = unicodeScalars.first, first.properties.isLowercase else { return false }
        return !hasSuffix("-") && !contains("--")
            && unicodeScalars.allSatisfy {
                $0.properties.isLowercase || ("0"..."9").contains($0) || $0 == "-"
            }
    }
}
