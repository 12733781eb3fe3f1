public import TingProceedings
public import TingTally
public import TingWorkflow

/// Where a proposal stands, and why: what `ting why P-12` says.
///
/// While a vote is open it tells how far the quorum has come, where that tells
/// no more than how many took part, and hides everything that would tell how
/// they voted. When it is closed it tells the count line by line.
public struct Why: Sendable {
    /// One line: what it is about, what is so, and how that stands.
    public struct Row: Hashable, Sendable {
        /// What the line is about; nil when it goes on with the one above.
        public let label: Statement?
        /// What is so.
        public let text: Statement
        /// How that stands: met or not yet; nil where nothing is to be met.
        public let mark: Statement?
        /// How far the text is indented.
        public let depth: Int

        /// Makes a line.
        public init(_ label: Statement?, _ text: Statement, mark: Statement? = nil, depth: Int = 0) {
            self.label = label
            self.text = text
            self.mark = mark
            self.depth = depth
        }
    }

    /// The state or the result, in one sentence.
    public let headline: Statement
    /// The lines below it.
    public private(set) var rows: [Row]
    private let proposal: Proposal

    /// Explains a proposal.
    ///
    /// - Parameters:
    ///   - situation: With the electorate and the sheet of the vote that is open.
    ///   - tallies: The tallies of closed votes, by digest; a vote whose tally is missing is told by its outcome.
    ///   - now: The moment from which distances are told.
    ///   - language: The language of the titles of states, such as `en`.
    /// - Throws: What the rule of an open vote throws: a formula without an exact value.
    public init(
        _ proposal: Proposal, in situation: Situation, tallies: [Digest: JSON], now: Instant, language: String
    ) throws {
        let reader = WhyReader(proposal, situation, now: now, language: language)
        self.proposal = proposal
        headline = reader.headline
        rows =
            try reader.openVote + reader.consent + reader.waiting + reader.aftermath + reader.reckoned
            + reader.closedVote(tallies) + reader.ways
    }

    /// The explanation for programs.
    ///
    /// ```text
    /// proposal    "P-12"; state: its name, where the proposal runs; result, where it has ended
    /// since       RFC 3339 in UTC; ends: the same, where the state ends by itself
    /// rows        [{label, text, mark, depth}], each of the first three a statement {code, facts}
    /// ```
    public var json: JSON {
        var keys: [String: JSON] = [
            "proposal": .string(proposal.name), "headline": headline.json,
            "rows": .array(
                rows.map { row in
                    var keys: [String: JSON] = ["text": row.text.json, "depth": .integer(row.depth)]
                    keys["label"] = row.label?.json
                    keys["mark"] = row.mark?.json
                    return .object(keys)
                }),
        ]
        if let finished = proposal.finished {
            keys["result"] = .string(finished.result)
            keys["state"] = .string(finished.state)
            keys["since"] = proposal.ended.map { .string($0.description) }
        } else if let visit = proposal.visit {
            keys["state"] = .string(visit.state)
            keys["since"] = .string(visit.entered.description)
            keys["ends"] = visit.ends.map { .string($0.description) }
        }
        return .object(keys)
    }
}
