import GRDB
import TingClerk
import TingProceedings
import TingWorkflow

extension Card {
    /// The columns of a card, in the order in which they are read and written.
    static let columns = """
        number, workflow, title, author, state, kind, entered, due, result, ended, matter, rests_until, \
        vote_state, vote_visit, electorate, waits, version, rests_until_next, unless_sponsors, in_force, \
        expires
        """

    /// Reads a card from its columns.
    init(_ row: Row) throws {
        let number: Int = try row.decode(atIndex: 0)
        var vote: VoteKey?
        if let state = try row.decode(String?.self, atIndex: 12) {
            vote = VoteKey(proposal: number, state: state, visit: try row.decode(atIndex: 13))
        }
        guard let waits = try row.json(15).array else { throw MinutesError.damaged(at: "P-\(number)") }
        self.init(
            number: number, workflow: try row.decode(atIndex: 1), title: try row.decode(atIndex: 2),
            author: try row.decode(atIndex: 3), state: try row.decode(atIndex: 4),
            kind: try row.decode(atIndex: 5), entered: try row.instant(6), due: try row.optionalInstant(7),
            result: try row.decode(String?.self, atIndex: 8), ended: try row.optionalInstant(9),
            matter: try row.decode(atIndex: 10), restsUntil: try row.optionalInstant(11), vote: vote,
            electorate: try row.decode(String?.self, atIndex: 14),
            waits: try waits.map {
                guard let wait = Wait(json: $0) else { throw MinutesError.damaged(at: "P-\(number)") }
                return wait
            },
            version: try row.decode(atIndex: 16))
        restsUntilNext = try row.decode(String?.self, atIndex: 17)
        unlessSponsors = try row.decode(Int?.self, atIndex: 18)
        inForce = try row.optionalInstant(19)
        expires = try row.optionalInstant(20)
    }

    /// The values of the columns.
    var values: StatementArguments {
        [
            number, workflow, title, author, state, kind, entered.seconds, due?.seconds, result,
            ended?.seconds, matter, restsUntil?.seconds, vote?.state, vote?.visit, electorate,
            JSON.array(waits.map(\.json)).canonicalText, version, restsUntilNext, unlessSponsors,
            inForce?.seconds, expires?.seconds,
        ]
    }
}

extension Card.Wait {
    /// A list: the verb, whom, who has done it, how many are missing, from when, the choices; what is
    /// nil is an empty list. By when it is to be done follows, where something says so.
    ///
    /// A list reads several times faster than a map, and a status reads thousands.
    var json: JSON {
        .array(
            [
                .string(verb), .strings(whom), .strings(done), .array(missing.map { [.integer($0)] } ?? []),
                .array(from.map { [.integer($0.seconds)] } ?? []), .strings(choices),
            ] + (due.map { [.integer($0.seconds)] } ?? []))
    }

    /// Reads a wait; nil for anything else.
    init?(json: JSON) {
        guard let parts = json.array, (6...7).contains(parts.count), let verb = parts[0].string,
            let whom = parts[1].array, let done = parts[2].array, let missing = parts[3].array,
            let from = parts[4].array, let choices = parts[5].array
        else { return nil }
        self.init(
            verb: verb, choices: choices.compactMap(\.string), whom: whom.compactMap(\.string),
            done: done.compactMap(\.string),
            missing: missing.first?.integer, from: from.first?.integer.map { Instant(seconds: $0) },
            due: parts.count == 7 ? parts[6].integer.map { Instant(seconds: $0) } : nil)
    }
}
