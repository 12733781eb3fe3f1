public import TingTally
public import TingWorkflow

/// Something that happened to one proposal; past tense, immutable.
///
/// The state of a proposal is the fold of its events (``Proposal/apply(_:)``).
/// Ballots are not here: they lie in the ballot box of their vote.
public struct ProposalEvent: Hashable, Sendable {
    /// When it took effect: the moment of the command, or the deadline that fired.
    public let at: Instant
    /// What happened.
    public let fact: Happened

    /// Makes an event.
    public init(at: Instant, _ fact: Happened) {
        self.at = at
        self.fact = fact
    }

    /// What can happen to a proposal.
    public enum Happened: Hashable, Sendable {
        /// It was written down, under a workflow pinned by digest.
        case proposed(Proposed)
        /// A state was entered; its deadlines are fixed here.
        case entered(Entered)
        /// A state was left.
        case left(Left)
        /// The end of the current state was moved.
        case clockMoved(ClockMoved)
        /// Somebody did something.
        case acted(Deed)
        /// Somebody commented.
        case commented(Commented)
        /// The text was changed.
        case amended(Amended)
        /// A further option for the ballot was written.
        case optionOffered(OptionOffered)
        /// An option was seconded.
        case optionSeconded(letter: String, by: String)
        /// Somebody said what the proposal touches, and why.
        case classified(Classified)
        /// Members were asked, each by name.
        case asked(Asked)
        /// A state came to its outcome by what people did; how, line by line.
        case reckoned(Reckoned)
        /// Another proposal, for which this one waited, has ended.
        case otherEnded(proposal: Int, result: String)
        /// A vote was opened; everything its result depends on is frozen here.
        case voteOpened(VoteOpened)
        /// A vote was closed and counted.
        case voteClosed(VoteClosed)
        /// A final state was reached.
        case finished(Finished)
    }

    /// A proposal was written down.
    public struct Proposed: Hashable, Sendable {
        /// The number: 12 for P-12.
        public var number: Int
        /// The workflow's id.
        public var workflow: String
        /// The digest of the workflow file as it was then.
        public var pinned: Digest
        /// Who wrote it.
        public var author: String
        /// The title.
        public var title: String
        /// The commitment to the text.
        public var text: Digest
        /// The sections of the governed document that the text contains.
        public var sections: [String]
        /// What the author says it touches.
        public var touches: [String]
        /// The person it is about; nil when it is about nobody.
        public var concerns: String?
        /// The name of the time zone of its deadlines; nil in records that do not say.
        public var zone: String?
        /// The assembly's language then; nil in records that do not say.
        public var language: String?
        /// The amounts in its fields, by the field's name.
        public var amounts: [String: Fraction] = [:]
        /// The dates that the proposal names, by field.
        public var dates: [String: Instant] = [:]
        /// How many sponsors it takes because its matter rests; nil for no more than usual.
        public var leastSponsors: Int?
    }

    /// A state was entered.
    public struct Entered: Hashable, Sendable {
        /// The state.
        public var state: String
        /// The how-manieth visit, from 1.
        public var visit: Int
        /// When people may first end it; nil when they may at once, or never.
        public var earliest: Instant?
        /// When it ends by itself; nil when it does not.
        public var ends: Instant?
        /// How many members the roll had.
        public var members: Int
    }

    /// A state was left.
    public struct Left: Hashable, Sendable {
        /// The state.
        public var state: String
        /// By which outcome; nil when by an action.
        public var outcome: String?
        /// By which action; nil when by an outcome.
        public var action: String?
        /// The state that comes next.
        public var to: String
    }

    /// The end of the current state was moved.
    public struct ClockMoved: Hashable, Sendable {
        /// The old end.
        public var from: Instant?
        /// The new end.
        public var to: Instant
        /// The new earliest end; nil when there is none.
        public var earliest: Instant?
        /// Why: the code of a term, one of those below.
        public var why: String

        /// People moved the end, within the bounds of the state.
        public static let adjusted = "adjusted"
        /// The text was changed, or an option was added.
        public static let amended = "amended"
        /// The date of the meeting was set.
        public static let meetingDateSet = "meeting-date-set"
        /// The clusters were published, or an appeal was made or answered.
        public static let appeals = "appeals"
        /// The quorum was reached late.
        public static let quorumLate = "quorum-late"
        /// The quorum was reached, and the time from then on runs.
        public static let quorumReached = "quorum-reached"
        /// The vote was decided before it may close.
        public static let decidedEarly = "decided-early"
        /// One more vote could change the outcome.
        public static let stillOpen = "still-open"
        /// A fault had kept people from voting.
        public static let fault = "vote-fault"
    }

    /// Somebody commented.
    public struct Commented: Hashable, Sendable {
        /// The number of the comment, from 1.
        public var number: Int
        /// Who.
        public var by: String
        /// The commitment to the text.
        public var text: Digest
    }

    /// The text was changed.
    public struct Amended: Hashable, Sendable {
        /// The number of the new version, from 2.
        public var version: Int
        /// Who.
        public var by: String
        /// The title from now on.
        public var title: String
        /// The commitment to the new text.
        public var text: Digest
        /// The sections of the governed document that the new text contains.
        public var sections: [String]
        /// The amounts in its fields from now on, by the field's name.
        public var amounts: [String: Fraction] = [:]
        /// The dates that the new text names, by field.
        public var dates: [String: Instant] = [:]
        /// How many sponsors it takes because the matter of the new title rests; nil for no more than before.
        public var leastSponsors: Int?
        /// Whether it was called a minor change, which moves no clock unless somebody objects.
        public var isMinor = false
    }

    /// A further option was written.
    public struct OptionOffered: Hashable, Sendable {
        /// Its letter, which it keeps on the ballot: B, C, ...
        public var letter: String
        /// Who wrote it.
        public var by: String
        /// Its title.
        public var title: String
        /// The commitment to its text.
        public var text: Digest
        /// What it touches.
        public var touches: [String]
        /// What it costs; nil where options have no cost.
        public var cost: Fraction?
        /// The group it belongs to; nil for none.
        public var group: String?
    }

    /// Somebody said what the proposal, or an option, touches.
    public struct Classified: Hashable, Sendable {
        /// The letter of the option it is about; nil for the proposal itself.
        public var option: String?
        /// What it touches, as far as people judge that.
        public var subjects: [String]
        /// Who said so.
        public var by: String
        /// The commitment to the reason; nil when none was given.
        public var reason: Digest?
    }

    /// Members were asked, each by name.
    public struct Asked: Hashable, Sendable {
        /// The state.
        public var state: String
        /// The visit of the state.
        public var visit: Int
        /// Who, by id, ascending.
        public var members: [String]
    }

    /// A state came to its outcome by what people did.
    public struct Reckoned: Hashable, Sendable {
        /// The state.
        public var state: String
        /// The visit of the state.
        public var visit: Int
        /// The outcome.
        public var outcome: String
        /// How it came about.
        public var lines: [Statement]
        /// The numbers of the objections that stand, ascending; nil where the state knows none.
        public var objections: [Int]?
    }

    /// A final state was reached.
    public struct Finished: Hashable, Sendable {
        /// The state.
        public var state: String
        /// The result.
        public var result: String
        /// Until when the same matter may not be proposed again; nil for no such time.
        public var cooldownUntil: Instant?
        /// The meeting of the calendar that must be held before, too; nil for none.
        public var restsUntilNext: String?
        /// How many sponsors let it be proposed before; nil when nothing does.
        public var unlessSponsors: Int?
        /// What still follows.
        public var aftermath = Aftermath()
    }
}
