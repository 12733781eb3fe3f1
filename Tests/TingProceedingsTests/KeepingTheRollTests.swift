import Testing
import TingProceedings
import TingWorkflow

@Suite("Keeping the roll")
struct KeepingTheRollTests {
    private let joined = Instant(seconds: 100)
    private let left = Instant(seconds: 200)

    @Test("the ordinary course: admitted, changed, left, as the events say")
    func ordinaryCourse() {
        var roll = Roll()
        let happened: [AssemblyEvent.Happened] = [
            .founded(name: "Coop", zone: "UTC", sandbox: true),
            .memberAdmitted(
                id: "ada", .init(.init(classes: ["users"], roles: []), joined: joined)),
            .memberAdmitted(id: "bo", .init(.init(classes: [], roles: ["board"]), joined: joined)),
            .memberChanged(id: "ada", .init(classes: ["workers", "users"], roles: ["board"])),
            .memberLeft(id: "bo"),
            .memberChanged(id: "nobody", .init(classes: [], roles: [])), .memberLeft(id: "nobody"),
        ]
        for fact in happened { roll.apply(AssemblyEvent(at: left, by: nil, fact)) }
        #expect(roll.members.map(\.id) == ["ada", "bo"])
        #expect(roll.member("ada")?.classes == ["users", "workers"])
        #expect(roll.member("bo")?.left == left)
        #expect(roll.holders(of: "board", at: left).map(\.id) == ["ada"])
        #expect(roll.count(at: Instant(seconds: 150)) == 2)
    }

    @Test(
        "a member from the moment of joining until before the moment of leaving",
        arguments: [(99, false), (100, true), (101, true), (199, true), (200, false), (201, false)])
    func membership(second: Int, isMember: Bool) {
        let member = Member(id: "ada", classes: [], roles: [], joined: joined, left: left)
        #expect(member.isMember(at: Instant(seconds: second)) == isMember)
    }

    @Test("who joins and leaves at the same moment was never a member")
    func neverMember() {
        let member = Member(id: "ada", classes: [], roles: [], joined: joined, left: joined)
        #expect(!member.isMember(at: joined))
    }

    @Test("who comes back keeps the id and loses the leaving")
    func comesBack() {
        var roll = Roll([Member(id: "ada", classes: [], roles: [], joined: joined, left: left)])
        roll.apply(
            AssemblyEvent(
                at: Instant(seconds: 300), by: nil,
                .memberAdmitted(
                    id: "ada", .init(.init(classes: [], roles: []), joined: Instant(seconds: 300)))))
        #expect(roll.members.count == 1)
        #expect(roll.count(at: Instant(seconds: 250)) == 0)
        #expect(roll.count(at: Instant(seconds: 300)) == 1)
    }

    @Test("members are found by id, in whatever order they came", arguments: [0, 1, 2, 7, 64, 100])
    func found(count: Int) {
        let ids = (0..<count).map { "m\(($0 * 37) % 101)" }
        var roll = Roll()
        for id in ids { roll.enter(Member(id: id, classes: [], roles: [], joined: joined)) }
        let electorate = Electorate(ids.map { Electorate.Voter(id: $0, classes: []) })
        for id in ids {
            #expect(roll.member(id)?.id == id)
            #expect(electorate.voter(id)?.id == id)
        }
        for id in ["", "l", "m", "m999", "n"] {
            #expect(roll.member(id) == nil)
            #expect(electorate.voter(id) == nil)
        }
        #expect(roll.members.map(\.id) == ids.sorted())
    }

    @Test("classes named twice count once, and each class has its size")
    func classes() {
        let electorate = Electorate([
            .init(id: "bo", classes: ["workers", "workers", "users"]), .init(id: "ada", classes: ["workers"]),
            .init(id: "cy", classes: []),
        ])
        #expect(electorate.voters.map(\.id) == ["ada", "bo", "cy"])
        #expect(electorate.sizes.map(\.name) == ["users", "workers"])
        #expect(electorate.sizes.map(\.size) == [1, 2])
        #expect(
            Member(id: "ada", classes: ["b", "a", "b"], roles: ["x", "x"], joined: joined).classes == [
                "a", "b",
            ])
    }

    @Test("an electorate is read back from its canonical form, and from nothing else")
    func canonicalForm() throws {
        let electorate = Electorate([.init(id: "bo", classes: ["users"]), .init(id: "ada", classes: [])])
        #expect(
            String(decoding: electorate.json.canonicalBytes, as: UTF8.self) == #"[["ada"],["bo","users"]]"#)
        #expect(Electorate(json: try JSON(bytes: electorate.json.canonicalBytes)) == electorate)
        for text in [#"{}"#, #"[[]]"#, #"[["a",1]]"#, #"["a"]"#] {
            #expect(Electorate(json: try JSON(bytes: Array(text.utf8))) == nil)
        }
    }

    /// Who may do what: one row for each kind of person, one column for each phrase.
    @Test(
        "who people phrases mean",
        arguments: [
            ("author", ["ada"]), ("any member", ["ada", "bo", "cy", "di", "eve"]),
            ("members", ["ada", "bo", "cy", "di", "eve"]), ("board", ["bo", "cy"]),
            ("users", ["cy", "di", "eve"]),
            ("facilitator", []), ("[author, board]", ["ada", "bo", "cy"]), ("2 of board", ["bo", "cy"]),
        ])
    func phrases(phrase: String, may: [String]) throws {
        var sitting = try Sitting(
            "request", changing: ("by: any member\n    except: author", "by: \(phrase)"))
        try sitting.propose(by: "ada")
        try sitting.act("submit", by: "ada")
        let allowed = try Sitting.board.members.map(\.id).filter { id in
            try sitting.refusal { try $0.act("sponsor", by: id) }.isEmpty
        }
        #expect(allowed == may)
    }

    @Test(
        "who is on the electorate",
        arguments: [
            ("members", ["ada", "bo", "cy", "di", "eve"]), ("users", ["cy", "di", "eve"]),
            ("board", ["bo", "cy"]),
            ("facilitator", ["ada"]),
        ])
    func electorates(who: String, voters: [String]) throws {
        let sitting = try Sitting.atVote(("who: members", "who: \(who)"))
        #expect(try sitting.situation().electorate?.voters.map(\.id) == voters)
    }
}

@Suite("Standing of a member")
struct StandingOfAMemberTests {
    private static func at(_ second: Int) -> Instant { Instant(seconds: second) }

    /// Ada's life: a worker from 100, on leave 200 to 300, a user too from 400, on the board 500 to 600, suspended
    /// from 700 until somebody says otherwise (at 800), gone at 900, back at 1000 as a user.
    private static let life: Member? = {
        let standing = { (classes: [String]) in AssemblyEvent.Standing(classes: classes, roles: []) }
        var roll = Roll()
        let events: [(Int, AssemblyEvent.Happened)] = [
            (100, .memberAdmitted(id: "ada", .init(standing(["workers"]), joined: at(100)))),
            (150, .absenceBegan(id: "ada", Absence(.onLeave, Span(from: at(200), until: at(300))))),
            (400, .memberChanged(id: "ada", standing(["workers", "users"]))),
            (450, .roleGiven(id: "ada", Term("board", Span(from: at(500), until: at(600)), way: .elected))),
            (700, .absenceBegan(id: "ada", Absence(.suspended, Span(from: at(700))))),
            (800, .absenceEnded(id: "ada")),
            (850, .roleGiven(id: "ada", Term("auditor", Span(from: at(850))))),
            (900, .memberLeft(id: "ada")),
            (1000, .memberAdmitted(id: "ada", .init(standing(["users"]), joined: at(1000)))),
        ]
        for (second, fact) in events { roll.apply(AssemblyEvent(at: at(second), by: nil, fact)) }
        return roll.member("ada")
    }()

    @Test(
        "what a member was at every moment, and one before",
        arguments: [
            (99, "no"), (100, "workers"), (199, "workers"), (200, "on-leave"), (299, "on-leave"),
            (300, "workers"), (399, "workers"), (400, "users workers"), (499, "users workers"),
            (500, "users workers board"), (599, "users workers board"), (600, "users workers"),
            (699, "users workers"), (700, "suspended"), (799, "suspended"), (800, "users workers"),
            (850, "users workers auditor"), (899, "users workers auditor"), (900, "no"), (999, "no"),
            (1000, "users"),
        ])
    func everyMoment(second: Int, standing: String) throws {
        let ada = try #require(Self.life)
        let now = Self.at(second)
        let found =
            if let absence = ada.absence(at: now) {
                absence.kind.rawValue
            } else if ada.isActive(at: now) {
                (ada.classes(at: now) + ada.roles(at: now)).joined(separator: " ")
            } else {
                "no"
            }
        #expect(found == standing)
    }

    @Test("somebody absent does not act, and is told until when; nor are they counted among the members")
    func absent() throws {
        var roll = Sitting.board
        var bo = try #require(roll.member("bo"))
        let sitting = try Sitting("request")
        let tomorrow = Instant(seconds: sitting.now.seconds + 86_400)
        bo.absences = [Absence(.suspended, Span(from: sitting.now, until: tomorrow))]
        roll.enter(bo)
        #expect(roll.count(at: sitting.now) == 4)
        #expect(roll.count(at: tomorrow) == 5)
        var other = try Sitting("request", roll)
        #expect(try other.refusal { try $0.propose(by: "bo") } == ["member-suspended-until"])
        try other.propose(by: "ada")
    }
}
