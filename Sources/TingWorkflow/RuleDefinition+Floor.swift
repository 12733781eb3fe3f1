public import TingTally

extension RuleDefinition {
    /// A floor that a statute sets: a majority below which a rule must not go.
    public struct Floor: Hashable, Sendable {
        /// The clause that sets it.
        public let of: String
        /// The majority that is the least.
        public let majority: Share
        /// The subject that it holds for; nil when it holds for every proposal.
        public let subject: String?
        /// Where it stands in the file.
        public let mark: Mark

        /// Makes a floor.
        public init(of: String, majority: Share, subject: String?, mark: Mark) {
            self.of = of
            self.majority = majority
            self.subject = subject
            self.mark = mark
        }
    }

    /// The keys of a floor.
    static let floorKeys = [
        Key("of", .phrase(.name), required: true), Key("majority", .phrase(.share), required: true),
        Key("when", .reference(.subject)),
    ]
}

extension MapReader {
    /// Reads `floor`: one, or a list of them.
    func floors() -> [RuleDefinition.Floor] {
        guard let node = node["floor"] else { return [] }
        return (node.items ?? [node]).compactMap { item in
            guard
                let map = MapReader(
                    item, name: "floor", at: node.items == nil ? mark(of: "floor") : item.mark,
                    place: Statement("place-key", [.text("key", "floor")]), keys: RuleDefinition.floorKeys,
                    reading: reading)
            else { return nil }
            let clause = map.text("of")
            let subject = map.reference(.subject, "when")
            guard let majority = map["majority"].flatMap({ map.reading.share($0, for: "majority") }),
                let clause
            else { return nil }
            return RuleDefinition.Floor(of: clause, majority: majority, subject: subject, mark: map.mark)
        }
    }
}
