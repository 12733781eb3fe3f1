import Testing
import TingProceedings
import TingTally
import TingWorkflow

@Suite("Writing the record")
struct WritingTheRecordTests {
    /// Every type of event as the record keeps it, with every optional key and without; D is a digest.
    ///
    /// What once stands in a record is read for ever: these lines are never changed, only added to.
    static let lines = [
        #"{"at":1,"author":"ada","concerns":"bo","number":1,"pinned":"D","sections":["fees"],"text":"D","title":"Å \"x\" \\ \n","touches":[],"type":"proposed","workflow":"w"}"#,
        #"{"at":1,"author":"ada","number":2,"pinned":"D","sections":[],"text":"D","title":"","touches":["a","b"],"type":"proposed","workflow":"w"}"#,
        #"{"at":-1,"earliest":2,"ends":3,"members":3,"state":"draft","type":"entered","visit":1}"#,
        #"{"at":1,"members":0,"state":"draft","type":"entered","visit":2}"#,
        #"{"at":1,"outcome":"submitted","state":"draft","to":"vote","type":"left"}"#,
        #"{"action":"withdraw","at":1,"state":"draft","to":"withdrawn","type":"left"}"#,
        #"{"at":1,"earliest":2,"from":3,"to":4,"type":"clock-moved","why":"amended"}"#,
        #"{"at":1,"to":4,"type":"clock-moved","why":"meeting-date-set"}"#,
        #"{"at":1,"by":"ada","choice":"yes","date":9,"reason":"D","type":"acted","verb":"judge"}"#,
        #"{"at":1,"by":"ada","type":"acted","verb":"submit"}"#,
        #"{"at":1,"by":"bo","number":1,"text":"D","type":"commented"}"#,
        #"{"at":1,"by":"ada","sections":["fees"],"text":"D","title":"T","type":"amended","version":2}"#,
        #"{"at":1,"by":"bo","letter":"B","text":"D","title":"O","touches":["x"],"type":"option-offered"}"#,
        #"{"at":1,"by":"bo","cost":"2501/2","group":"North","letter":"B","text":"D","title":"O","touches":[],"type":"option-offered"}"#,
        #"{"amounts":{"budget":"60000"},"at":1,"by":"ada","sections":[],"text":"D","title":"T","type":"amended","version":2}"#,
        #"{"at":1,"budget":"60000","classes":[],"electorate":"D","opens":1,"options":[{"cost":"2501/2","group":"North","letter":"B","text":"D","title":"T","touches":[]}],"rule":"r","size":0,"state":"vote","subjects":[],"text":"D","type":"vote-opened","version":1,"visit":1}"#,
        #"{"at":1,"by":"cy","letter":"B","type":"option-seconded"}"#,
        #"{"at":1,"by":"cy","reason":"D","subjects":["x"],"type":"classified"}"#,
        #"{"at":1,"by":"cy","subjects":[],"type":"classified"}"#,
        #"{"at":1,"by":"cy","option":"B","reason":"D","subjects":["x"],"type":"classified"}"#,
        #"{"at":1,"by":"cy","option":"B","subjects":["x"],"type":"classified"}"#,
        #"{"at":1,"classes":[{"name":"users","size":2}],"closes":9,"electorate":"D","opens":1,"options":[{"letter":"A","text":"D","title":"T","touches":["x"]},{"letter":"C","title":"None","touches":[]}],"rule":"r","size":3,"state":"vote","subjects":["x"],"text":"D","type":"vote-opened","version":2,"visit":1}"#,
        #"{"at":1,"classes":[],"electorate":"D","opens":1,"options":[],"rule":"r","size":0,"state":"vote","subjects":[],"text":"D","type":"vote-opened","version":1,"visit":1}"#,
        #"{"at":1,"ballots":3,"outcome":"passed","state":"vote","tally":"D","type":"vote-closed","visit":1,"winners":["A"]}"#,
        #"{"amounts-to":"passed","at":1,"ballots":3,"outcome":"unanimous","state":"vote","tally":"D","type":"vote-closed","visit":1,"winners":[]}"#,
        #"{"at":1,"cooldown-until":9,"result":"adopted","state":"adopted","type":"finished"}"#,
        #"{"at":1,"result":"lapsed","state":"lapsed","type":"finished"}"#,
        #"{"at":1,"author":"ada","language":"sv","number":3,"pinned":"D","sections":[],"text":"D","title":"","touches":[],"type":"proposed","workflow":"w","zone":"Europe/Stockholm"}"#,
        #"{"at":1,"by":"bo","number":3,"text":"D","title":"Maps","type":"acted","verb":"contribute"}"#,
        #"{"at":1,"proposal":7,"result":"adopted","type":"other-ended"}"#,
        #"{"at":1,"by":"ada","change":"minor","sections":[],"text":"D","title":"T","type":"amended","version":3}"#,
        #"{"at":1,"members":["ada","bo"],"state":"round","type":"asked","visit":1}"#,
        #"{"at":1,"lines":[{"code":"x","facts":[["a",1]]}],"objections":[2],"outcome":"objected","state":"round","type":"reckoned","visit":1}"#,
        #"{"at":1,"lines":[],"outcome":"clustered","state":"clusters","type":"reckoned","visit":2}"#,
        #"{"at":1,"author":"ada","dates":{"from":86400},"least-sponsors":20,"number":1,"pinned":"D","sections":[],"text":"D","title":"","touches":[],"type":"proposed","workflow":"w"}"#,
        #"{"at":1,"by":"ada","change":"minor","dates":{"from":86400},"least-sponsors":20,"sections":[],"text":"D","title":"T","type":"amended","version":2}"#,
        #"{"at":1,"classes":[],"electorate":"D","opens":1,"options":[],"present":31,"rule":"r","size":60,"state":"vote","subjects":[],"text":"D","type":"vote-opened","version":1,"visit":1}"#,
        #"{"at":1,"by":"bo","choice":"31 of 60 at meeting","type":"acted","verb":"close-roll"}"#,
        #"{"at":1,"expires":9,"in-force":2,"report-due":3,"rests-until-next":"general-meeting","result":"adopted","review-due":4,"state":"adopted","type":"finished","unless-sponsors":20}"#,
    ].map { $0.replacing("\"D\"", with: "\"\(digest)\"") }
    private static let digest = String(repeating: "0f", count: 32)
    private static let moment = Instant(seconds: 1)

    private func json(_ line: String) throws -> JSON { try JSON(bytes: Array(line.utf8)) }

    @Test("the ordinary course: every event is read, and written back byte for byte", arguments: lines)
    func roundTrip(line: String) throws {
        let event = try ProposalEvent(json: json(line))
        #expect(String(decoding: event.json.canonicalBytes, as: UTF8.self) == line)
    }

    @Test("every type of event is among those tried")
    func everyType() throws {
        let types = try Set(Self.lines.map { try ProposalEvent(json: json($0)).type })
        #expect(types.count == 16)
    }

    @Test("a key of another type is an error, and so is a missing one that is always there", arguments: lines)
    func strict(line: String) throws {
        guard case .object(let members) = try json(line) else { return }
        let type = try ProposalEvent(json: .object(members)).type
        for key in members.keys {
            var other = members
            other[key] = .boolean(true)
            #expect(throws: UnreadableEvent.self, "\(key)") { try ProposalEvent(json: .object(other)) }
            let isOptional = try Self.lines.contains { line in
                let other = try json(line)
                return other["type"] == .string(type) && other[key] == nil
            }
            var without = members
            without[key] = nil
            let isRead = (try? ProposalEvent(json: .object(without))) != nil
            #expect(isRead == isOptional, "\(key)")
        }
    }

    @Test("an unknown type is an error that names it")
    func unknownType() {
        let json = JSON.object(["type": .string("danced"), "at": .integer(0)])
        let errors = [
            #expect(throws: UnreadableEvent.self) { try ProposalEvent(json: json) },
            #expect(throws: UnreadableEvent.self) { try AssemblyEvent(json: json) },
            #expect(throws: UnreadableEvent.self) { try Ballot(json: json) },
        ]
        #expect(errors.map { $0?.key } == ["danced", "danced", "type"])
    }

    @Test(
        "a digest is sixty-four digits in lower case",
        arguments: ["", "0f", String(repeating: "0F", count: 32), String(repeating: "g", count: 64)])
    func digests(hex: String) {
        let json = JSON.object([
            "type": .string("commented"), "at": .integer(0), "number": .integer(1), "by": .string("a"),
            "text": .string(hex),
        ])
        let error = #expect(throws: UnreadableEvent.self) { try ProposalEvent(json: json) }
        #expect(error?.key == "text")
    }

    @Test("events of the assembly and ballots are read back as they were written")
    func others() throws {
        let happened: [AssemblyEvent.Happened] = [
            .founded(name: "Å", zone: "UTC", sandbox: true), .founded(name: "B", zone: "UTC", sandbox: false),
            .memberAdmitted(id: "m1", .init(.init(classes: ["a"], roles: ["b"]), joined: Self.moment)),
            .memberAdmitted(
                id: "m1",
                .init(
                    .init(classes: [], roles: [], groups: [Group(kind: "employer", name: "Acme")]),
                    joined: Self.moment, kind: .organisation, paidUntil: Self.moment)),
            .absenceBegan(id: "m1", Absence(.suspended, Span(from: Self.moment, until: Self.moment))),
            .absenceBegan(id: "m1", Absence(.onLeave, Span(from: Self.moment))), .absenceEnded(id: "m1"),
            .feePaid(id: "m1", until: Self.moment),
            .roleGiven(id: "m1", Term("board", Span(from: Self.moment), way: .elected, decision: 7)),
            .roleGiven(
                id: "m1", Term("board", Span(from: Self.moment, until: Self.moment), way: .nextInLine)),
            .roleEnded(id: "m1", role: "board"),
            .delegateNamed(id: "m1", Term("m2", Span(from: Self.moment))),
            .delegateWithdrawn(id: "m1", delegate: "m2"),
            .memberChanged(id: "m1", .init(classes: [], roles: [])), .memberLeft(id: "m1"),
        ]
        for fact in happened {
            for actor in ["m2", nil] {
                let event = AssemblyEvent(at: Self.moment, by: actor, fact)
                #expect(try AssemblyEvent(json: JSON(bytes: event.json.canonicalBytes)) == event)
            }
        }
        for content in [
            Ballot.Content.choice(.yes), .choice(.abstain), .ranking([]), .ranking([[1], [0, 2]]),
        ] {
            let ballot = Ballot(by: "m1", content: content, at: Self.moment)
            #expect(try Ballot(json: JSON(bytes: ballot.json.canonicalBytes)) == ballot)
        }
    }

    @Test("a statement is read back with every kind of value")
    func statements() throws {
        let statement = Statement(
            "code",
            [
                .text("a", "x"), .term("b", "yes"), .number("c", -1),
                .fraction("d", try Fraction(2) / Fraction(3)),
                .instant("e", 5), Fact("f", .list([.text("y"), .number(2)])),
                Fact("g", .statement(Statement("inner", [.text("h", "")]))),
            ])
        #expect(Statement(json: try JSON(bytes: statement.json.canonicalBytes)) == statement)
        var transcript = Transcript()
        transcript.add(statement, table: .init(of: ["A", "B"], [[0, 1], [2, 0]]))
        transcript.add(
            statement,
            table: .init(
                headings: [.text("A"), .term("votes")],
                rows: [
                    .init(.text("x"), [.fraction(try Fraction(1, 3)), nil]),
                    .init(.term("y"), [.number(1), nil]),
                ]))
        var outer = Transcript()
        outer.add(transcript, indentedBy: 2)
        #expect(Transcript(json: try JSON(bytes: outer.json.canonicalBytes)) == outer)
    }

    @Test("folding needs the beginning first, and once")
    func folding() throws {
        let begun = try ProposalEvent(json: json(Self.lines[0]))
        let other = try ProposalEvent(json: json(Self.lines[10]))
        #expect(throws: BrokenProposal.self) { try Proposal(folding: []) }
        #expect(throws: BrokenProposal.self) { try Proposal(folding: [other, begun]) }
        #expect(throws: BrokenProposal.self) { try Proposal(folding: [begun, begun]) }
        #expect(try Proposal(folding: [begun, other]).comments == 1)
    }
}
