import Testing
import TingClerk
import TingProceedings
import TingTally
import TingWorkflow

@Suite("Changing the standing of a member")
struct ChangingAStandingTests {
    private static let tomorrow = SmallCoop.at(days: 1).effective

    /// The codes of the reasons for which a change is refused; empty when it is made.
    private func refusal(
        _ change: Clerk.StandingChange, of handle: String, by actor: String? = "ada", in coop: SmallCoop,
        at moment: Clerk.Moment = SmallCoop.at()
    ) throws -> [String] {
        do {
            _ = try coop.clerk.change(handle, change, by: actor.map(coop.id), at: moment)
            return []
        } catch let refusal as Refusal {
            return refusal.reasons.map(\.statement.code)
        }
    }

    private func member(_ handle: String, in coop: SmallCoop, at moment: Clerk.Moment) throws -> Member {
        try #require(try coop.clerk.roll(at: moment).first { $0.person.handle == handle }).member
    }

    @Test("a suspension holds until its end, and not at it", arguments: [-1, 0, 1])
    func suspended(second: Int) throws {
        let coop = try SmallCoop()
        #expect(try refusal(.suspend(until: Self.tomorrow), of: "m5", in: coop) == [])
        let moment = SmallCoop.at(days: 1, seconds: second)
        let member = try member("m5", in: coop, at: moment)
        #expect(member.isActive(at: moment.effective) == (second >= 0))
        #expect(member.isMember(at: moment.effective))
    }

    @Test("what is refused, and with which sentence")
    func refused() throws {
        let coop = try SmallCoop()
        let past = SmallCoop.at().effective
        #expect(try refusal(.suspend(until: nil), of: "m5", by: "bo", in: coop) == ["only-stewards"])
        #expect(try refusal(.suspend(until: past), of: "m5", in: coop) == ["standing-until-past"])
        #expect(try refusal(.restore, of: "m5", in: coop) == ["standing-not-absent"])
        #expect(try refusal(.pause(until: nil), of: "m5", in: coop) == [])
        #expect(try refusal(.suspend(until: nil), of: "m5", in: coop) == ["standing-already-on-leave"])
        #expect(try refusal(.restore, of: "m5", in: coop) == [])
        #expect(try refusal(.appoint(role: "king", until: nil), of: "m5", in: coop) == ["role-unknown"])
        #expect(
            try refusal(.appoint(role: "board", until: nil), of: "bo", in: coop) == ["standing-role-held"])
        #expect(try refusal(.dismiss(role: "board"), of: "m5", in: coop) == ["standing-role-not-held"])
        #expect(try refusal(.remove, of: "m5", in: coop) == [])
        #expect(try refusal(.remove, of: "m5", in: coop) == ["standing-not-a-member"])
        #expect(throws: NotFound.self) { try refusal(.remove, of: "zoe", in: coop) }
    }

    @Test(
        "the last steward stays one, unless the keeper of the folder says otherwise",
        arguments: [
            Clerk.StandingChange.remove, .suspend(until: nil), .pause(until: nil), .dismiss(role: "steward"),
        ])
    func lastSteward(change: Clerk.StandingChange) throws {
        let coop = try SmallCoop()
        #expect(try refusal(change, of: "ada", in: coop) == ["last-steward"])
        #expect(try refusal(change, of: "ada", by: nil, in: coop) == [])
    }

    @Test("a role has its seats, and roles that are apart stay apart, by hand and by register")
    func offices() throws {
        var settings = SmallCoop.settings
        settings.offices = [
            "board": .init(seats: 3), "auditor": .init(never: ["board"]),
        ]
        let coop = try SmallCoop(settings)
        #expect(
            try refusal(.appoint(role: "board", until: nil), of: "m1", in: coop) == ["standing-roles-apart"])
        #expect(
            try refusal(.appoint(role: "auditor", until: nil), of: "bo", in: coop) == ["standing-roles-apart"]
        )
        // Bo and Cy have two of the three seats.
        #expect(try refusal(.appoint(role: "board", until: nil), of: "m3", in: coop) == [])
        #expect(
            try refusal(.appoint(role: "board", until: nil), of: "m4", in: coop) == ["standing-seats-taken"])
        #expect(throws: Refusal.self) { try change(["m4"], to: ["board"], in: coop) }
        #expect(throws: Refusal.self) { try change(["m4"], to: ["board", "auditor"], in: coop) }
        #expect(try refusal(.dismiss(role: "board"), of: "bo", in: coop) == [])
        #expect(try change(["m4"], to: ["board"], in: coop).changed.count == 1)
    }

    /// Gives roles by a register.
    private func change(
        _ handles: [String], to roles: [String], in coop: SmallCoop
    ) throws -> Clerk.RollChanges {
        let lines = handles.map { handle in
            Clerk.RollLine(
                handle: handle, name: "Member \(handle.dropFirst())", classes: ["workers"], roles: roles)
        }
        return try coop.clerk.importRoll(
            lines, removing: false, dryRun: false, by: nil, at: SmallCoop.at())
    }

    @Test("only an organisation has delegates, and each once")
    func delegates() throws {
        let coop = try SmallCoop()
        _ = try coop.clerk.admit(
            Clerk.RollLine(handle: "acme", name: "Acme", kind: .organisation), by: nil, at: SmallCoop.at())
        let name = Clerk.StandingChange.name(delegate: "bo", until: nil)
        #expect(try refusal(name, of: "m5", in: coop) == ["standing-no-organisation"])
        #expect(
            try refusal(.withdraw(delegate: "bo"), of: "acme", in: coop) == ["standing-delegate-not-named"])
        #expect(try refusal(name, of: "acme", in: coop) == [])
        #expect(try refusal(name, of: "acme", in: coop) == ["standing-delegate-named"])
        #expect(
            try refusal(.name(delegate: "acme", until: nil), of: "acme", in: coop)
                == ["standing-delegate-itself"])
        #expect(try refusal(.withdraw(delegate: "bo"), of: "acme", in: coop) == [])
    }

    @Test(
        "a register that would remove more than a tenth asks for their number, in threes",
        arguments: [1, 2, 3])
    func removals(leaving: Int) throws {
        let coop = try SmallCoop()
        for number in 11...17 {
            _ = try coop.clerk.admit(
                Clerk.RollLine(handle: "m\(number)", name: "Member \(number)"), by: nil, at: SmallCoop.at())
        }
        // Of twenty members, two are a tenth.
        let lines = try coop.clerk.roll(at: SmallCoop.at()).dropLast(leaving).map { person, member in
            Clerk.RollLine(
                handle: person.handle, name: person.name, classes: member.classes,
                roles: member.roles(at: SmallCoop.at().effective))
        }
        func take(_ removals: Int?) throws -> [String] {
            do {
                let changes = try coop.clerk.importRoll(
                    lines, removing: true, removals: removals, dryRun: false, by: nil, at: SmallCoop.at())
                return changes.left.map(\.handle)
            } catch let refusal as Refusal {
                return refusal.reasons.map(\.statement.code)
            }
        }
        #expect(try take(leaving + 1) == ["import-removals-differ"])
        if leaving == 3 { #expect(try take(nil) == ["import-removes-many"]) }
        #expect(try take(leaving == 3 ? 3 : nil).count == leaving)
    }

    @Test("what a register writes is what it reads")
    func written() throws {
        let coop = try SmallCoop()
        let line = Clerk.RollLine(
            handle: "acme", name: "Acme, \"the\" coop", classes: ["users"],
            groups: [Group(kind: "employer", name: "Å; B")], kind: .organisation)
        _ = try coop.clerk.admit(line, by: nil, at: SmallCoop.at())
        let roll = try coop.clerk.roll(at: SmallCoop.at())
        let text = Register.text(of: roll, at: SmallCoop.at().effective, zone: .utc)
        let read = try Register(Array(text.utf8), zone: .utc, settings: SmallCoop.settings)
        let changes = try coop.clerk.importRoll(
            read.lines, removing: true, dryRun: true, by: nil, at: SmallCoop.at())
        #expect(changes.isEmpty)
        #expect(changes.unchanged == 14)
        #expect(read.lines.first { $0.handle == "acme" }?.groups == line.groups)
        #expect(read.lines.first { $0.handle == "acme" }?.kind == .organisation)
    }

    @Test("the history of a standing is what was entered, and nobody else's")
    func history() throws {
        let coop = try SmallCoop()
        _ = try refusal(.suspend(until: Self.tomorrow), of: "m5", in: coop)
        _ = try refusal(.appoint(role: "board", until: nil), of: "m6", in: coop)
        let file = try coop.clerk.standing(of: "m5", at: SmallCoop.at())
        #expect(file.events.map(\.type) == ["member-admitted", "absence-began"])
        #expect(file.events.last?.by == coop.id("ada"))
    }
}
