import GRDB
import TingClerk
import TingProceedings
import TingWorkflow

import struct Foundation.Data

/// What one transaction can write into the file.
final class StoredWriting: StoredReading, MinutesWriting {
    private var latestChanged = false

    /// Writes down what was kept back until the end of the transaction.
    func finish() throws {
        guard latestChanged, let latest = try latest() else { return }
        try run(
            "INSERT INTO latest (one, at) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET at = excluded.at",
            [latest.seconds])
    }

    func append(_ events: [JSON], to stream: Stream, after version: Int, recorded: Instant) throws {
        guard try self.version(of: stream) == version else { throw MinutesError.conflict }
        var tail = try tail()
        let entries = try Entry.seal(
            events, in: stream, after: version, length: tail.length, head: tail.head, recorded: recorded)
        for entry in entries {
            try run(
                "INSERT INTO event (sequence, stream, version, recorded, bytes, hash) VALUES (?, ?, ?, ?, ?, ?)",
                [
                    entry.sequence, stream.description, entry.version, recorded.seconds, Data(entry.bytes),
                    entry.hash.data,
                ])
        }
        guard let last = entries.last else { return }
        tail.length = last.sequence
        tail.head = last.hash
        if let effective = Entry.latestEffective(of: events), tail.latest.map({ $0 < effective }) ?? true {
            tail.latest = effective
            latestChanged = true
        }
        setTail(tail)
    }

    func keep(_ document: Decision.Document) throws {
        try run(
            "INSERT INTO document (digest, bytes) VALUES (?, ?) ON CONFLICT (digest) DO NOTHING",
            [document.digest.data, Data(document.bytes)])
    }

    func keep(text: String, salt: [UInt8], under commitment: Digest) throws {
        try run(
            "INSERT INTO text (commitment, salt, words) VALUES (?, ?, ?) ON CONFLICT (commitment) DO NOTHING",
            [commitment.data, Data(salt), Data(text.utf8)])
    }

    func keep(_ person: Person) throws {
        try person.checkSound()
        if let other = try self.person(handle: person.handle), other.member != person.member {
            throw MinutesError.conflict
        }
        try run(
            """
            INSERT INTO person (member, handle, name, email) VALUES (?, ?, ?, ?)
            ON CONFLICT (member) DO UPDATE
            SET handle = excluded.handle, name = excluded.name, email = excluded.email
            """, [person.member, person.handle, person.name, person.email])
    }

    func keep(_ member: Member) throws {
        try run(
            """
            INSERT INTO member (\(Member.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE
            SET kind = excluded.kind, classes = excluded.classes, roles = excluded.roles,
                joined = excluded.joined, departed = excluded.departed, paid_until = excluded.paid_until,
                more = excluded.more
            """, member.values)
    }

    func keep(_ card: Card) throws {
        try card.checkSound()
        try run(StoredWriting.keepCard, card.values)
    }

    func keepHeld(_ calendar: String, at instant: Instant) throws {
        try run(
            "INSERT INTO held (calendar, at) VALUES (?, ?) ON CONFLICT (calendar, at) DO NOTHING",
            [calendar, instant.seconds])
    }

    func box(_ ballot: Ballot, in vote: VoteKey) throws {
        do {
            try run(
                """
                INSERT INTO ballot (proposal, state, visit, voter, content, at) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (proposal, state, visit, voter) DO UPDATE
                SET content = excluded.content, at = excluded.at
                """,
                [
                    vote.proposal, vote.state, vote.visit, ballot.by, ballot.content.json.canonicalText,
                    ballot.at.seconds,
                ])
        } catch MinutesError.damaged {
            throw MinutesError.damaged(at: vote.description)
        }
    }

    func order(_ errand: Errand.Order) throws {
        try run("INSERT INTO errand (task) VALUES (?)", [errand.json.canonicalText])
    }

    func done(_ errand: Int) throws {
        try run("UPDATE errand SET done = 1 WHERE number = ? AND done = 0", [errand])
    }

    private static let keepCard: String = {
        let names = Card.columns.split(separator: ",").map { $0.drop { $0 == " " } }
        let places = names.map { _ in "?" }.joined(separator: ", ")
        let changes = names.dropFirst().map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
        return
            "INSERT INTO card (\(Card.columns)) VALUES (\(places)) ON CONFLICT (number) DO UPDATE SET \(changes)"
    }()

    private func run(_ sql: String, _ arguments: StatementArguments) throws {
        try MinutesError.translatingOwn(path) {
            try database.cachedStatement(sql: sql).execute(arguments: arguments)
        }
    }
}
