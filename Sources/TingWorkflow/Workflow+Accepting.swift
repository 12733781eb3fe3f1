import TingTally

extension Workflow {
    /// A warning that a file accepts, with the reason: read by whoever decides about the file.
    public struct Acceptance: Hashable, Sendable {
        /// The id of the check.
        public let check: String
        /// The state, rule or subject that the warning is about.
        public let place: String
        /// Why it is accepted.
        public let because: Wording
        /// Where it stands in the file.
        public let mark: Mark

        /// Makes an acceptance.
        public init(check: String, place: String, because: Wording, mark: Mark) {
            self.check = check
            self.place = place
            self.because = because
            self.mark = mark
        }
    }

    /// The keys of an acceptance.
    static let acceptanceKeys = [
        Key("check", .oneOf(acceptableChecks), required: true),
        Key("in", .either([.reference(.state), .reference(.rule), .reference(.subject)]), required: true),
        Key("because", .wording, required: true),
    ]

    /// The checks whose warnings can be accepted.
    static let acceptableChecks = Check.catalogue.filter { $0.severity == .warning || $0.id == "E11" }.map(
        \.id)
}

extension MapReader {
    /// Reads `accepts`: warnings that the file takes on with a reason.
    func acceptances() -> [Workflow.Acceptance] {
        guard let list = node["accepts"], let items = reading.items(list, for: "accepts") else { return [] }
        return items.compactMap { item in
            guard
                let map = MapReader(
                    item, name: "accepts", at: item.mark,
                    place: Statement("place-key", [.text("key", "accepts")]), keys: Workflow.acceptanceKeys,
                    reading: reading)
            else { return nil }
            let check = map.one(of: Workflow.acceptableChecks, "check")
            let because = map.wording("because")
            let place = map["in"].flatMap { node in map.text("in").map { (node, $0) } }
            let known = [Key.Reference.state, .rule, .subject].flatMap { reading.declared[$0] }
            if let (node, name) = place, !known.contains(name) {
                reading.error(
                    "unknown-part", [.text("name", name)], at: node, allowed: known,
                    suggestion: didYouMean(name, among: known))
                return nil
            }
            guard let check, let because, let place else { return nil }
            return Workflow.Acceptance(check: check, place: place.1, because: because, mark: map.mark)
        }
    }
}
