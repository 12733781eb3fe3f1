extension Proposal {
    /// A further option as a member writes it.
    public struct Offer: Hashable, Sendable {
        /// The title.
        public var title: String
        /// The commitment to its text.
        public var text: Digest
        /// What it touches.
        public var touches: [String]
        /// What it costs, as written; nil when nothing is said.
        public var cost: String?
        /// The group it belongs to; nil when none is named.
        public var group: String?
        /// The names of the other fields that were filled in.
        public var filled: [String]

        /// Makes an offer.
        public init(
            title: String, text: Digest, touches: [String] = [], cost: String? = nil, group: String? = nil,
            filled: [String] = []
        ) {
            self.title = title
            self.text = text
            self.touches = touches
            self.cost = cost
            self.group = group
            self.filled = filled
        }
    }

    /// The name of a group as the options have it: in the spelling in which it was first given.
    ///
    /// Case and spacing do not make another group, so that "Acme" and "ACME" cannot have seats of their own.
    ///
    /// - Returns: Nil for a name in which nothing stands.
    func groupName(_ text: String) -> String? {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !words.isEmpty else { return nil }
        let key = words.lowercased()
        return options.compactMap(\.offered.group).first { $0.lowercased() == key } ?? words
    }
}
