import TingTally

extension VoteKind {
    /// When a vote may close before its time.
    public struct EarlyClose: Hashable, Sendable {
        /// What closes it.
        public enum Reason: String, Hashable, Sendable, CaseIterable {
            /// Everybody entitled has voted.
            case allHaveVoted = "all have voted"
            /// No ballot still to come can change the outcome.
            case decided
            /// No ballot still to come can make it pass.
            case hopeless = "it can no longer pass"
            /// It passes as it stands, and a larger quorum of its own is met.
            case superQuorum = "a super quorum has passed it"
        }

        /// What closes it; nothing where it never closes early.
        public var when: [Reason]
        /// The quorum that closes a vote which passes as it stands.
        public var superQuorum: RuleDefinition.QuorumDemand?
        /// How long it is open at least; nil for no such bound.
        public var after: Period?
        /// How long it is open at least where it passes; nil for no such bound.
        public var passingAfter: Period?

        /// Never.
        public static let never = EarlyClose(when: [])

        /// The words, as in the file.
        public var text: String {
            when.isEmpty ? "never" : when.map { "when " + $0.rawValue }.joined(separator: ", ")
        }

        /// The longest that it is open at least, of the bounds that a result has to wait for.
        public func waits(passing: Bool) -> [Period] {
            [after, passing ? passingAfter : nil].compactMap { $0 }
        }
    }

    /// The reasons that stand alone, without a map.
    static let plainReasons: [EarlyClose.Reason] = [.allHaveVoted, .decided, .hopeless]
    /// The words after `close-early`.
    static let earlyWords = ["never"] + plainReasons.map { "when " + $0.rawValue }
    /// The keys of `close-early` as a map.
    static let earlyKeys = [
        Key(
            "when",
            .either([
                .oneOf(EarlyClose.Reason.allCases.map(\.rawValue)),
                .list(.oneOf(EarlyClose.Reason.allCases.map(\.rawValue))),
            ]), required: true),
        Key("after", .phrase(.duration)), Key("passing-after", .phrase(.duration)),
        Key("super-quorum", .map(RuleDefinition.quorumKeys)),
    ]
}

extension MapReader {
    /// Reads `close-early`: a word, or a map with what closes the vote and how long it is open at least.
    func earlyClose() -> VoteKind.EarlyClose {
        guard let value = node["close-early"] else { return .never }
        guard value.entries != nil else {
            guard let word = one(of: VoteKind.earlyWords, "close-early"), word != "never" else {
                return .never
            }
            let reason = VoteKind.EarlyClose.Reason(rawValue: String(word.dropFirst("when ".count)))
            return VoteKind.EarlyClose(when: reason.map { [$0] } ?? [])
        }
        guard let map = map("close-early", VoteKind.earlyKeys) else { return .never }
        var early = VoteKind.EarlyClose(when: map.reasons())
        early.after = map.period("after")
        early.passingAfter = map.period("passing-after")
        if let inner = map.map("super-quorum", RuleDefinition.quorumKeys) {
            early.superQuorum = inner.quorumDemand(reading.formulaNames)
        }
        if early.when.contains(.superQuorum) != (map["super-quorum"] != nil) {
            reading.error("early-super-quorum", at: map.mark, width: "close-early".count)
        }
        return early
    }

    /// One reason, or a list of them.
    private func reasons() -> [VoteKind.EarlyClose.Reason] {
        guard let value = node["when"] else { return [] }
        let words = VoteKind.EarlyClose.Reason.allCases.map(\.rawValue)
        var reasons: [VoteKind.EarlyClose.Reason] = []
        if let items = value.items, items.isEmpty {
            reading.error("empty-list", [.text("key", "when")], at: value)
        }
        for item in value.items ?? [value] {
            guard let text = reading.text(item, for: "when") else { continue }
            guard let reason = VoteKind.EarlyClose.Reason(rawValue: text) else {
                reading.error(
                    "unknown-value", [.text("value", text), .text("key", "when")], at: item, allowed: words,
                    suggestion: didYouMean(text, among: words))
                continue
            }
            if reasons.contains(reason) {
                reading.error("choice-twice", [.text("choice", text), .text("key", "when")], at: item)
            } else {
                reasons.append(reason)
            }
        }
        return reasons
    }
}
