import GRDB
import TingClerk
import TingProceedings
import TingWorkflow

extension StoredReading {
    func lastNumber() throws -> Int {
        try first("SELECT max(number) FROM card") { try $0.decode(Int?.self, atIndex: 0) } ?? 0
    }

    func card(_ number: Int) throws -> Card? {
        try first("SELECT \(Card.columns) FROM card WHERE number = ?", [number]) { try Card($0) }
    }

    func cards(running: Bool) throws -> [Card] {
        let which = running ? "WHERE ended IS NULL" : ""
        return try all("SELECT \(Card.columns) FROM card \(which) ORDER BY number") { try Card($0) }
    }

    func firstDue(notAfter instant: Instant) throws -> Int? {
        try first(
            """
            SELECT number FROM card WHERE ended IS NULL AND due IS NOT NULL AND due <= ?
            ORDER BY due, number LIMIT 1
            """, [instant.seconds]
        ) { try $0.decode(atIndex: 0) }
    }

    func cardsWithDuties() throws -> [Card] {
        try all(
            "SELECT \(Card.columns) FROM card WHERE ended IS NOT NULL AND waits <> '[]' ORDER BY number"
        ) { try Card($0) }
    }

    func resting(under workflow: String, at instant: Instant) throws -> [RestingMatter] {
        try all(
            """
            SELECT matter, ended, rests_until, rests_until_next, unless_sponsors FROM card
            WHERE workflow = ?1 AND ended IS NOT NULL
                AND (rests_until > ?2 OR rests_until_next IS NOT NULL)
            """, [workflow, instant.seconds]
        ) { row in
            RestingMatter(
                matter: try row.decode(atIndex: 0), ended: try row.instant(1),
                until: try row.optionalInstant(2), untilNext: try row.decode(String?.self, atIndex: 3),
                unlessSponsors: try row.decode(Int?.self, atIndex: 4))
        }
    }

    func held(_ calendar: String) throws -> [Instant] {
        try all("SELECT at FROM held WHERE calendar = ? ORDER BY at", [calendar]) { try $0.instant(0) }
    }

    func ballots(in vote: VoteKey) throws -> [Ballot] {
        try all(
            """
            SELECT voter, content, at FROM ballot
            WHERE proposal = ? AND state = ? AND visit = ? ORDER BY voter
            """, [vote.proposal, vote.state, vote.visit]
        ) { try Ballot($0, in: vote) }
    }

    func ballot(in vote: VoteKey, by voter: String) throws -> Ballot? {
        try first(
            """
            SELECT voter, content, at FROM ballot
            WHERE proposal = ? AND state = ? AND visit = ? AND voter = ?
            """, [vote.proposal, vote.state, vote.visit, voter]
        ) { try Ballot($0, in: vote) }
    }

    func voted(in votes: [VoteKey], by voter: String) throws -> Set<VoteKey> {
        // One statement for all of them: a member's status asks about every vote that is open.
        let keys = JSON.array(
            votes.map { .array([.integer($0.proposal), .string($0.state), .integer($0.visit)]) })
        return Set(
            try all(
                """
                SELECT proposal, state, visit FROM json_each(?) AS vote CROSS JOIN ballot
                ON proposal = vote.value ->> 0 AND state = vote.value ->> 1 AND visit = vote.value ->> 2
                WHERE voter = ?
                """, [keys.canonicalText, voter]
            ) { row in
                VoteKey(
                    proposal: try row.decode(atIndex: 0), state: try row.decode(atIndex: 1),
                    visit: try row.decode(atIndex: 2))
            })
    }

    func errands() throws -> [Errand] {
        try all("SELECT number, task FROM errand WHERE done = 0 ORDER BY number") { row in
            let number: Int = try row.decode(atIndex: 0)
            guard let order = Errand.Order(json: try row.json(1)) else {
                throw MinutesError.damaged(at: "errand \(number)")
            }
            return Errand(number: number, order: order)
        }
    }
}

extension Ballot {
    /// A ballot from voter, content and at, in this order.
    fileprivate init(_ row: Row, in vote: VoteKey) throws {
        guard let content = Content(json: try row.json(1)) else {
            throw MinutesError.damaged(at: vote.description)
        }
        self.init(by: try row.decode(atIndex: 0), content: content, at: try row.instant(2))
    }
}
