public import TingProceedings
import TingTally
public import TingWorkflow

extension Clerk {
    /// What waits for one member, and what is theirs.
    public struct Status: Sendable {
        /// Proposals that wait for the member, the earliest end first.
        public var waiting: [Item] = []
        /// The member's own running proposals.
        public var own: [Card] = []
        /// How many proposals are running in all.
        public var running = 0

        /// A proposal that waits, with the verbs that are open to the member.
        public struct Item: Sendable {
            /// The proposal.
            public let card: Card
            /// What can be done.
            public let waits: [Card.Wait]
        }
    }

    /// What waits for a member as of a moment.
    ///
    /// - Complexity: O(running proposals); no proposal's events are read unless a deadline has passed.
    public func status(of id: String, at moment: Moment) throws -> Status {
        try ask(moment) { desk in
            let member = try desk.reading.roll().member(id)
            guard let member, member.isMember(at: moment.effective) else {
                throw NotFound("member-not-found", [.text("member", id)])
            }
            let cards = try desk.reading.cards(running: true)
            let voted = try desk.reading.voted(in: cards.compactMap(\.vote), by: id)
            var status = Status()
            status.running = cards.count
            for card in cards {
                if card.author == id { status.own.append(card) }
                let waits = try card.waits.filter { wait in
                    if wait.verb == "vote", let key = card.vote, voted.contains(key) { return false }
                    return try desk.waits(wait, for: member, card)
                }
                // What only takes something back waits for nobody.
                if waits.contains(where: { !$0.verb.hasPrefix("withdraw") && $0.verb != "unsponsor" }) {
                    status.waiting.append(Status.Item(card: card, waits: waits))
                }
            }
            for card in try desk.reading.cardsWithDuties() {
                let waits = try card.waits.filter { try desk.waits($0, for: member, card) }
                if !waits.isEmpty { status.waiting.append(Status.Item(card: card, waits: waits)) }
            }
            status.waiting.sort { left, right in
                let (first, second) = (left.card.due?.seconds ?? .max, right.card.due?.seconds ?? .max)
                return (first, left.card.number) < (second, right.card.number)
            }
            return status
        }
    }

    /// The cards of running proposals, or of all.
    public func cards(running: Bool, at moment: Moment) throws -> [Card] {
        try ask(moment) { try $0.reading.cards(running: running) }
    }

    /// The cards of proposals that have ended and of which it is time to do something, by number.
    public func duties(at moment: Moment) throws -> [Card] {
        try ask(moment) { desk in
            try desk.reading.cardsWithDuties().filter { $0.dueWait(at: moment.effective) != nil }
        }
    }

    /// Everything the record holds of one proposal, for showing it.
    public struct File: Sendable {
        /// The proposal.
        public var proposal: Proposal
        /// The workflow it is pinned to.
        public var workflow: Workflow
        /// The zone of its deadlines.
        public var zone: Zone
        /// The card.
        public var card: Card
        /// The events, oldest first.
        public var events: [ProposalEvent]
        /// The hashes of the events' entries, in the same order.
        public var hashes: [Digest]
        /// The texts that could be found, by commitment.
        public var texts: [Digest: String]
        /// The tallies of closed votes, by digest.
        public var tallies: [Digest: JSON]
        /// The ballots cast so far in the open vote, in number.
        public var ballotsCast: Int
        /// The sheet of the open vote and the electorate, for the quorum's progress; nil when no vote is open.
        public var situation: Situation
        /// The length of the minutes and the hash of the last entry.
        public var length: Int
        /// The hash of the last entry of the minutes; nil for an empty record.
        public var head: Digest?
        /// The hash of the last entry of the proposal's own stream.
        public var lastEntry: Digest?
    }

    /// Everything about one proposal as of a moment.
    ///
    /// - Throws: ``NotFound`` when there is none with this number.
    public func file(_ number: Int, at moment: Moment) throws -> File {
        try ask(moment) { desk in
            let matter = try desk.matter(number)
            guard let card = try desk.reading.card(number) else {
                throw MinutesError.damaged(at: "P-\(number)")
            }
            let entries = try desk.entries(of: number)
            let events = try entries.map { try ProposalEvent(json: $0.event()) }
            var texts: [Digest: String] = [:]
            var tallies: [Digest: JSON] = [:]
            for event in events {
                for commitment in event.commitments { texts[commitment] = try desk.reading.text(commitment) }
                if case .voteClosed(let closed) = event.fact,
                    let bytes = try desk.reading.document(closed.tally)
                {
                    tallies[closed.tally] = try? JSON(bytes: bytes)
                }
            }
            let situation = try desk.situation(of: matter, withBallots: true)
            return File(
                proposal: matter.proposal, workflow: matter.workflow, zone: matter.zone, card: card,
                events: events, hashes: entries.map(\.hash), texts: texts, tallies: tallies,
                ballotsCast: situation.electorate.map { situation.sheet.binding($0).ballots.count }
                    ?? situation.sheet.ballots.count,
                situation: situation, length: try desk.reading.length(), head: try desk.reading.head(),
                lastEntry: entries.last?.hash)
        }
    }

    /// Lets every deadline fire that is due.
    ///
    /// - Returns: how many entries were written.
    public func catchUp(at moment: Moment) throws -> Int {
        let due = try minutes.read { try $0.firstDue(notAfter: moment.effective) != nil }
        guard due else { return 0 }
        return try minutes.write { transaction in
            let before = try transaction.length()
            try Desk(self, transaction, moment).catchUp()
            return try transaction.length() - before
        }
    }

    /// What is known of the persons with these ids.
    public func persons(_ ids: [String]) throws -> [String: Person] {
        try minutes.read { reading in
            var persons: [String: Person] = [:]
            for id in ids { persons[id] = try reading.person(id) }
            return persons
        }
    }
}

extension ProposalEvent {
    /// The commitments to texts that the event holds.
    public var commitments: [Digest] {
        switch fact {
        case .proposed(let event): [event.text]
        case .commented(let event): [event.text]
        case .amended(let event): [event.text]
        case .optionOffered(let event): [event.text]
        case .acted(let deed): [deed.text, deed.reason].compactMap { $0.map(Digest.init(hex:)) }
        case .classified(let event): event.reason.map { [$0] } ?? []
        case .entered, .left, .clockMoved, .optionSeconded, .asked, .reckoned, .otherEnded, .voteOpened,
            .voteClosed,
            .finished:
            []
        }
    }
}
