public import TingTally
public import TingWorkflow

/// A proposal: the fold of its own events, and nothing else.
///
/// It holds what the rules look at. It does not hold ballots (they lie in the
/// ballot box), names or texts (the record keeps commitments to them).
public struct Proposal: Hashable, Sendable {
    /// The number: 12 for P-12.
    public let number: Int
    /// The workflow's id.
    public let workflow: String
    /// The digest of the workflow file it runs under.
    public let pinned: Digest
    /// Who wrote it, or has taken it over.
    public internal(set) var author: String
    /// When it was written down.
    public let begun: Instant
    /// The person it is about; nil when it is about nobody.
    public let concerns: String?
    /// The name of the time zone of its deadlines, as it was then; nil in records that do not say.
    public let zone: String?
    /// The assembly's language as it was then; nil in records that do not say.
    public let language: String?
    /// The title.
    public internal(set) var title: String
    /// The commitment to the text as it stands.
    public internal(set) var text: Digest
    /// The number of the text's version, from 1.
    public internal(set) var version: Int
    /// The sections of the governed document that the text contains.
    public internal(set) var sections: [String]
    /// The amounts in its fields as they stand, by the field's name.
    public internal(set) var amounts: [String: Fraction]
    /// What people say it touches, by judgement.
    public internal(set) var touches: [String]
    /// Where it is now; a proposal without a visit has not been entered anywhere yet.
    public internal(set) var visit: Visit?
    /// How often each state has been entered.
    public internal(set) var visits: [String: Int]
    /// How many seconds earlier visits of each state lasted.
    public internal(set) var spent: [String: Int]
    /// How many members the roll had when each state was last entered.
    public internal(set) var rolls: [String: Int]
    /// By how many seconds people have moved the end of the current visit, later or earlier.
    public internal(set) var adjusted: Int
    /// Whether the end of the current visit was moved because the quorum came late.
    public internal(set) var isExtended: Bool
    /// How often the vote of the current visit was given a further period, since one vote could change it.
    public internal(set) var periods: Int
    /// The end that the vote of the current visit had before a fault was put on record; nil when none was.
    public internal(set) var faultFrom: Instant?
    /// The dates set for meetings, by the name of the meeting's state.
    public internal(set) var meetings: [String: Visit.Meeting]
    /// How many were present at each meeting, by its state, as the last roll call there found.
    public internal(set) var present: [String: Int]
    /// How many of the current visit's deeds are used up for each verb: those up to the last that took effect.
    public internal(set) var deedsUsedUp: [String: Int]
    /// The options written so far besides the proposal itself.
    public internal(set) var options: [Option]
    /// Who writes it together with the author, in order.
    public internal(set) var coAuthors: [String]
    /// Who sponsors it, in order.
    public internal(set) var sponsors: [String]
    /// Who raised objections that stand, by the numbers of the objections.
    public internal(set) var objections: [Int: String]
    /// What people contributed, by number.
    public internal(set) var contributions: [Contribution]
    /// Who raised the concerns that are open, by the numbers of the concerns.
    public internal(set) var openConcerns: [Int: String]
    /// The names of all concerns ever raised, by number.
    public internal(set) var concernNames: [Int: String]
    /// The other proposal for which this one waits; nil where it waits for none.
    public internal(set) var heldFor: Int?
    /// The highest number given to anything brought up so far, by the verb that brings it up.
    public internal(set) var numbered: [String: Int]
    /// How the last state came to its outcome that was reckoned line by line; nil where a vote was closed later.
    public internal(set) var reckoning: ProposalEvent.Reckoned?
    /// The dates that the text names, by field.
    public internal(set) var dates: [String: Instant]
    /// How many sponsors it takes because its matter rests; nil for no more than usual.
    public internal(set) var leastSponsors: Int?
    /// How many comments there are.
    public internal(set) var comments: Int
    /// The vote that is open; nil when none is.
    public internal(set) var openVote: ProposalEvent.VoteOpened?
    /// The votes that have been closed, oldest first.
    public internal(set) var closedVotes: [ClosedVote]
    /// How it ended; nil while it runs.
    public internal(set) var finished: ProposalEvent.Finished?
    /// When it ended; nil while it runs.
    public internal(set) var ended: Instant?
    /// When the first draft was left for good; nil before.
    public internal(set) var submitted: Instant?

    /// A further option and who stands behind it.
    public struct Option: Hashable, Sendable {
        /// What was written.
        public var offered: ProposalEvent.OptionOffered
        /// Who seconds it, in order.
        public var seconders: [String]
    }

    /// A vote from its opening to its result.
    public struct ClosedVote: Hashable, Sendable {
        /// What was frozen.
        public var opened: ProposalEvent.VoteOpened
        /// What came out.
        public var closed: ProposalEvent.VoteClosed
        /// When it was closed.
        public var at: Instant
    }

    /// Who raised an objection that stands, in the round of consent that runs, else in the last one; or a
    /// concern that is open.
    public var objectors: [String] { Set(objections.values).union(openConcerns.values).sorted() }

    /// Who contributed something that stands.
    public var contributors: [String] { Set(contributions.map(\.by)).sorted() }

    /// How people refer to it: `P-12`.
    public var name: String { "P-\(number)" }

    /// Whether it has reached a final state.
    public var isFinished: Bool { finished != nil }

    /// What still follows after its end; nothing while it runs.
    public var aftermath: Aftermath { visit?.aftermath ?? Aftermath() }

    /// When the current state ends by itself; nil when it does not.
    public var due: Instant? { isFinished ? nil : visit?.ends }

    /// The visit as the state's kind sees it: with what the proposal touches and needs.
    public func countedVisit(in situation: Situation) -> Visit? {
        guard var visit else { return nil }
        visit.subjects = subjects(in: situation.workflow)
        visit.leastSponsors = leastSponsors
        visit.held = situation.held
        let sponsors = visit.persons(who: "sponsor", unless: "unsponsor")
        visit.sponsoringClasses = Set(sponsors.flatMap { situation.roll.member($0)?.classes ?? [] }).sorted()
        return visit
    }

    /// What the proposal touches under a workflow: by its sections, and by judgement.
    ///
    /// Sections are those of the text as it stands, so an amendment can change
    /// what the proposal touches; a judgement stands until somebody judges anew.
    public func subjects(in workflow: Workflow) -> [String] {
        workflow.subjects.filter { subject in
            switch subject.found {
            case .sections(let names): names.contains { sections.contains($0) }
            case .judgedBy: touches.contains(subject.name)
            }
        }.map(\.name)
    }
}
