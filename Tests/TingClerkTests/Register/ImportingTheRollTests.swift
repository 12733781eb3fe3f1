import Testing
import TingClerk
import TingProceedings
import TingTally
import TingWorkflow

@Suite("Importing the roll")
struct ImportingTheRollTests {
    private static let first = SmallCoop.at(days: 1)
    private static let later = SmallCoop.at(days: 2)

    private func `import`(
        _ lines: [Clerk.RollLine], removing: Bool = true, dryRun: Bool = false, by actor: String? = nil,
        removals: Int? = nil, into coop: SmallCoop, at moment: Clerk.Moment = first
    ) throws -> Clerk.RollChanges {
        try coop.clerk.importRoll(
            lines, removing: removing, removals: removals, dryRun: dryRun, by: actor.map(coop.id),
            at: moment)
    }

    private func codes(_ body: () throws -> Void) throws -> [String] {
        do { try body() } catch let error as Refusal { return error.reasons.map(\.statement.code) }
        return []
    }

    @Test("the ordinary course: the dry run tells what the import does, and a second import changes nothing")
    func ordinaryCourse() throws {
        let coop = try SmallCoop()
        var lines = Array(SmallCoop.lines.dropLast(2))
        lines[3].name = "Another"
        lines[4].classes = ["users", "workers"]
        lines.append(Clerk.RollLine(handle: "eve", name: "Eve", classes: ["users"]))
        let before = try coop.snapshot()
        let dry = try `import`(lines, dryRun: true, into: coop)
        #expect(try coop.snapshot() == before)
        #expect(dry.admitted.map(\.handle) == ["eve"])
        #expect(dry.changed.map(\.new.handle) == ["m1", "m2"])
        #expect(dry.left.map(\.handle) == ["m10", "m9"])
        #expect(dry.unchanged == 9)
        // Two of thirteen are more than a tenth.
        #expect(try `import`(lines, removals: 2, into: coop) == dry)
        let again = try `import`(lines, into: coop, at: Self.later)
        #expect(again.isEmpty)
        #expect(again.unchanged == 12)
        let roll = try coop.clerk.roll(at: Self.later)
        #expect(roll.filter { $0.member.isMember(at: Self.later.effective) }.count == 12)
        #expect(roll.first { $0.person.handle == "m2" }?.member.classes == ["users", "workers"])
    }

    @Test("a column that the register leaves out takes nothing from anybody")
    func missingColumns() throws {
        let coop = try SmallCoop()
        var line = SmallCoop.lines[3]
        line.email = "m1@example.org"
        _ = try `import`([line], removing: false, into: coop)
        let register = try Register(Array("member,name\n\(line.handle),Renamed\n".utf8), zone: .utc)
        let changes = try `import`(register.lines, removing: false, into: coop, at: Self.later)
        #expect(changes.changed.map(\.new.name) == ["Renamed"])
        let entry = try #require(
            try coop.clerk.roll(at: Self.later).first { $0.person.handle == line.handle })
        #expect(entry.person.email == "m1@example.org")
        #expect(entry.member.classes == line.classes)
        #expect(entry.member.roles(at: Self.later.effective) == line.roles)
    }

    @Test("who comes back keeps what the register leaves out")
    func keptOnReturn() throws {
        let coop = try SmallCoop()
        _ = try `import`(SmallCoop.lines.filter { $0.handle != "m1" }, into: coop)
        let register = try Register(Array("member,name\nm1,Member 1\n".utf8), zone: .utc)
        let dry = try `import`(register.lines, removing: false, dryRun: true, into: coop, at: Self.later)
        #expect(dry.admitted.map(\.roles) == [["auditor"]])
        _ = try `import`(register.lines, removing: false, into: coop, at: Self.later)
        let entry = try #require(try coop.clerk.roll(at: Self.later).first { $0.person.handle == "m1" })
        #expect(entry.member.id == coop.id("m1"))
        #expect(entry.member.classes == ["workers"])
        #expect(entry.member.roles(at: Self.later.effective) == ["auditor"])
    }

    @Test("a handle that somebody had before is nobody else's, by import or by name")
    func handleOfAnother() throws {
        let coop = try SmallCoop()
        _ = try `import`(Array(SmallCoop.lines.dropLast()), into: coop)
        let other = Clerk.RollLine(handle: "m10", name: "Somebody else")
        for dryRun in [true, false] {
            #expect(
                try codes {
                    _ = try `import`([other], removing: false, dryRun: dryRun, into: coop, at: Self.later)
                } == ["handle-of-another"])
        }
        #expect(
            try codes { _ = try coop.clerk.admit(other, by: nil, at: Self.later) } == ["handle-of-another"])
        // A member of today may change their name.
        let renamed = Clerk.RollLine(handle: "m9", name: "Somebody else", classes: ["users"])
        #expect(try codes { _ = try `import`([renamed], removing: false, into: coop, at: Self.later) } == [])
    }

    @Test("without removing nobody leaves")
    func keeping() throws {
        let coop = try SmallCoop()
        #expect(try `import`([], removing: false, into: coop).isEmpty)
        #expect(try `import`([], removing: true, dryRun: true, into: coop).left.count == 13)
    }

    @Test("who left comes back with the same id, by import or by name")
    func comingBack() throws {
        let coop = try SmallCoop()
        let lines = SmallCoop.lines
        _ = try `import`(Array(lines.dropLast()), into: coop)
        let dry = try `import`(lines, dryRun: true, into: coop, at: Self.later)
        #expect(dry.admitted.map(\.handle) == ["m10"])
        var other = coop
        let person = try coop.clerk.admit(lines[12], by: nil, at: Self.later)
        #expect(person.member == coop.id("m10"))
        other = try SmallCoop()
        _ = try `import`(Array(lines.dropLast()), into: other)
        _ = try `import`(lines, into: other, at: Self.later)
        let member = try #require(
            try other.clerk.roll(at: Self.later).first { $0.person.handle == "m10" }?.member)
        #expect(member.id == other.id("m10"))
        #expect(member.joined == Self.later.effective)
        #expect(member.left == nil)
    }

    @Test(
        "who comes back comes back after having left",
        arguments: [(-1, ["joined-before-leaving"]), (0, []), (1, [])])
    func backAfterLeaving(second: Int, expected: [String]) throws {
        let coop = try SmallCoop()
        _ = try `import`(Array(SmallCoop.lines.dropLast()), into: coop)
        var line = SmallCoop.lines[12]
        line.joined = SmallCoop.at(days: 1, seconds: second).effective
        let found = try codes { _ = try coop.clerk.admit(line, by: nil, at: Self.later) }
        #expect(found == expected)
    }

    @Test("a dry run is refused for what the import is refused for", arguments: [true, false])
    func refused(dryRun: Bool) throws {
        let coop = try SmallCoop()
        let lines = [
            Clerk.RollLine(
                handle: "Eve", name: "", classes: ["nobles"], roles: ["king"], joined: Self.later.effective),
            Clerk.RollLine(handle: "flo", name: "Flo"), Clerk.RollLine(handle: "flo", name: "Flo"),
        ]
        let found = try codes { _ = try `import`(lines, dryRun: dryRun, by: "bo", into: coop) }
        #expect(
            found == [
                "only-stewards", "handle-form", "name-missing", "class-unknown", "role-unknown",
                "joined-later",
                "handle-twice",
            ])
    }

    @Test(
        "the last steward does not remove themselves, nor give the role away; the keeper may",
        arguments: [true, false])
    func lastSteward(dryRun: Bool) throws {
        let coop = try SmallCoop()
        let without = Array(SmallCoop.lines.dropFirst())
        var resigned = SmallCoop.lines
        resigned[0].roles = ["chair"]
        for lines in [without, resigned] {
            let found = try codes { _ = try `import`(lines, dryRun: dryRun, by: "ada", into: coop) }
            #expect(found == ["last-steward"])
            #expect(try codes { _ = try `import`(lines, dryRun: true, into: coop) } == [])
        }
        resigned[5].roles = ["steward"]
        #expect(try codes { _ = try `import`(resigned, dryRun: dryRun, by: "ada", into: coop) } == [])
    }

    @Test("a former steward changes nothing")
    func formerSteward() throws {
        let coop = try SmallCoop()
        _ = try `import`(Array(SmallCoop.lines.dropFirst()), into: coop)
        let found = try codes { _ = try `import`([], dryRun: true, by: "ada", into: coop, at: Self.later) }
        #expect(found == ["only-stewards"])
    }

    @Test("nobody joins in the future", arguments: [(-1, []), (0, []), (1, ["joined-later"])])
    func future(second: Int, expected: [String]) throws {
        let coop = try SmallCoop()
        let line = Clerk.RollLine(
            handle: "eve", name: "Eve", joined: SmallCoop.at(days: 1, seconds: second).effective)
        #expect(try codes { _ = try coop.clerk.admit(line, by: nil, at: Self.first) } == expected)
    }

    @Test("ids are random, unique and of one form, however many join at once")
    func manyIDs() throws {
        let coop = try SmallCoop()
        let lines = (1...3_000).map { Clerk.RollLine(handle: "n\($0)", name: "N") }
        _ = try `import`(lines, removing: false, into: coop)
        let ids = try coop.clerk.roll(at: Self.first).map(\.member.id)
        #expect(Set(ids).count == 3_013)
        #expect(ids.allSatisfy { $0.count == 11 && $0.hasPrefix("m") })
    }

    @Test("the record holds ids and no names")
    func noNames() throws {
        let coop = try SmallCoop()
        let name = Array("Member 10".utf8)
        for entry in try coop.minutes.read({ try $0.entries(after: 0, limit: .max) }) {
            #expect(!entry.bytes.indices.contains { entry.bytes[$0...].starts(with: name) })
        }
    }
}
