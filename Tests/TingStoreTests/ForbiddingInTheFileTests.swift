import GRDB
import Testing
import TingClerk
import TingProceedings
import TingStore
import TingTestSupport

/// What SQLite itself refuses, whoever asks: another program, a slip of our own.
@Suite("Forbidding in the file what must never be stored") struct ForbiddingInTheFileTests {
    @Test(
        "SQLite refuses the statement, and the minutes stay as they are",
        arguments: [
            "UPDATE event SET bytes = x'00' WHERE sequence = 1",
            "UPDATE event SET recorded = 0",
            "DELETE FROM event WHERE sequence = 3",
            "DELETE FROM event",
            "INSERT OR REPLACE INTO event SELECT sequence, stream, version, recorded, x'00', hash FROM event",
            "INSERT INTO event SELECT 5, 'a', 1, 0, x'00', hash FROM event LIMIT 1",
            "INSERT INTO event SELECT NULL, 'a', 1, 0, x'00', hash FROM event LIMIT 1",
            "INSERT INTO event SELECT 4, 'P-1', 2, 0, x'00', hash FROM event LIMIT 1",
            "INSERT INTO event SELECT 4, 'P-1', 4, 0, x'00', hash FROM event LIMIT 1",
            "INSERT INTO event SELECT 4, 'a', 0, 0, x'00', hash FROM event LIMIT 1",
            "INSERT INTO event SELECT 4, '', 1, 0, x'00', hash FROM event LIMIT 1",
            "INSERT INTO event SELECT 4, 'a', 1, 0, x'', hash FROM event LIMIT 1",
            "INSERT INTO event VALUES (4, 'a', 1, 0, x'00', x'00')",
            "INSERT INTO event SELECT 4, 'a', 1, 'noon', x'00', hash FROM event LIMIT 1",
            "INSERT INTO latest VALUES (2, 0)",
            "UPDATE document SET bytes = x'00'",
            "DELETE FROM document",
            "INSERT INTO document VALUES (x'00', x'00')",
            "INSERT INTO document VALUES (NULL, x'00')",
            "DELETE FROM member",
            "INSERT INTO member VALUES ('m9', 'users', '[]', 0, NULL)",
            "INSERT INTO person VALUES ('m0000000009', 'bo', 'Bo', '')",
            "INSERT INTO person VALUES ('m0000000001', '', 'Bo', '')",
            "DELETE FROM card",
            "UPDATE card SET result = 'adopted'",
            "UPDATE card SET ended = 1",
            "UPDATE card SET vote_state = 'vote'",
            "UPDATE card SET electorate = 'x'",
            "UPDATE card SET vote_state = 'vote', vote_visit = 1, ended = 1, result = 'adopted'",
            "UPDATE card SET waits = 'nobody'",
            "INSERT INTO ballot VALUES (2, 'vote', 1, 'm1', '\"yes\"', 0)",
            "INSERT INTO ballot VALUES (1, 'vote', 1, 'm0000000001', '\"yes\"', 0)",
            "INSERT INTO ballot VALUES (1, 'vote', 0, 'm1', '\"yes\"', 0)",
            "INSERT INTO ballot VALUES (1, 'vote', 1, '', '\"yes\"', 0)",
            "INSERT INTO ballot VALUES (1, 'vote', 1, 'm1', 'yes', 0)",
            "UPDATE errand SET done = 2",
        ])
    func refused(_ sql: String) throws {
        try StoreFolder.with { place throws in
            try place.fill()
            let before = try place.files()
            #expect(throws: DatabaseError.self) { try place.tamper { try $0.execute(sql: sql) } }
            #expect(try place.files() == before)
        }
    }

    @Test("a text can be erased: the record stays whole and says that there was one") func erased() throws {
        try StoreFolder.with { place throws in
            let commitment = Hashing.commitment(to: "A story about Bo", salt: [9])
            let minutes = try place.open()
            try minutes.write { writing in
                try writing.keep(text: "A story about Bo", salt: [9], under: commitment)
                let event = JSON.object(["type": .string("commented"), "text": .string(commitment.hex)])
                try writing.append([event], to: .assembly, after: 0, recorded: Sample.hour(0))
            }
            try minutes.close()
            try place.tamper { try $0.execute(sql: "DELETE FROM text") }
            let again = try place.open()
            #expect(try again.read { try $0.text(commitment) } == nil)
            #expect(try MinutesContract.recomputedLength(of: again) == 1)
            let said = try again.read { try $0.entries(after: 0, limit: 1).first?.event()["text"]?.string }
            #expect(said == commitment.hex)
        }
    }

    @Test("what another program made unreadable is reported, and nothing traps") func unreadable() throws {
        try StoreFolder.with { place throws in
            try place.fill()
            try place.tamper { database throws in
                try database.execute(sql: "UPDATE card SET waits = '[7]'")
                try database.execute(sql: "UPDATE ballot SET content = '7'")
                try database.execute(sql: "UPDATE errand SET task = '{\"do\":\"dance\"}'")
            }
            let minutes = try place.open()
            #expect(throws: MinutesError.damaged(at: "P-1")) { try minutes.read { try $0.card(1) } }
            #expect(throws: MinutesError.damaged(at: "P-1/vote/1")) {
                try minutes.read { try $0.ballots(in: Sample.vote) }
            }
            #expect(throws: MinutesError.damaged(at: "errand 1")) { try minutes.read { try $0.errands() } }
            try minutes.close()
            try place.tamper {
                try $0.execute(sql: "ALTER TABLE person DROP COLUMN email; DROP TABLE latest")
            }
            let less = try place.open()
            #expect(throws: MinutesError.self) { try less.read { try $0.persons() } }
            #expect(throws: MinutesError.self) { try less.read { try $0.latest() } }
        }
    }
}
