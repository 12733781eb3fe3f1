public import TingTally
public import TingWorkflow

extension ProposalEvent {
    /// An option as it stands on the ballot.
    public struct BallotOption: Hashable, Sendable {
        /// The letter.
        public var letter: String
        /// The title.
        public var title: String
        /// The commitment to the text; nil for the default option.
        public var text: Digest?
        /// What it touches.
        public var touches: [String]
        /// What it costs; nil where options have no cost.
        public var cost: Fraction?
        /// The group it belongs to; nil for none.
        public var group: String?
    }

    /// A vote was opened.
    public struct VoteOpened: Hashable, Sendable {
        /// The state.
        public var state: String
        /// The visit of the state.
        public var visit: Int
        /// The version of the text.
        public var version: Int
        /// The commitment to the text.
        public var text: Digest
        /// What the proposal touches.
        public var subjects: [String]
        /// The name of the rule.
        public var rule: String
        /// The digest of the electorate's canonical form.
        public var electorate: Digest
        /// How many may vote.
        public var size: Int
        /// How many in each class.
        public var classes: [ClassSize]
        /// The options, the default last; empty where the ballot is yes, no or abstain.
        public var options: [BallotOption]
        /// When ballots are first taken.
        public var opens: Instant
        /// When ballots are no longer taken; nil until a meeting ends.
        public var closes: Instant?
        /// The commitment to the seed of a lot; nil where no lot can break a tie.
        public var lot: Digest?
        /// How much there is to spend; nil where nothing is.
        public var budget: Fraction?
        /// How many were present by the last roll call of the meeting; nil where none was taken.
        public var present: Int?
    }

    /// How many voters a class has.
    public struct ClassSize: Hashable, Sendable {
        /// The class.
        public var name: String
        /// How many.
        public var size: Int
    }

    /// A vote was closed and counted.
    public struct VoteClosed: Hashable, Sendable {
        /// The state.
        public var state: String
        /// The visit of the state.
        public var visit: Int
        /// The outcome.
        public var outcome: String
        /// The letters of the options that won; empty where the ballot is yes, no or abstain.
        public var winners: [String]
        /// How many ballots of those entitled were in the box.
        public var ballots: Int
        /// The digest of the tally: counts, matrix, transcript.
        public var tally: Digest
        /// The seed that the opening committed to; nil where it committed to none.
        public var seed: String?
        /// What an outcome with a name of its own amounts to, such as `passed`; nil for all others.
        public var amountsTo: String?
        /// How many ballots of others were in the box, which are not counted; nil where there can be none.
        public var advisory: Int?

        /// Whether the motion has passed, under whatever name.
        public var isPassed: Bool { (amountsTo ?? outcome) == VoteOutcome.passed.rawValue }
    }
}
