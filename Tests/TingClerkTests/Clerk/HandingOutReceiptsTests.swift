import Testing
import TingClerk
import TingProceedings
import TingTally
import TingWorkflow

@Suite("Handing out receipts and telling what waits")
struct HandingOutReceiptsTests {
    @Test("the ordinary course: the receipt is the beginning of the hash of the last entry")
    func ordinaryCourse() throws {
        let coop = try SmallCoop()
        let receipt = try coop.propose()
        let head = try #require(try coop.minutes.read { try $0.head() })
        #expect(receipt.code == head.short)
        #expect(receipt.card?.state == "draft")
        #expect(receipt.events.map(\.type) == ["proposed", "entered"])
    }

    @Test("a ballot's receipt is that of its own entry, and holds no other events")
    func ballots() throws {
        let coop = try SmallCoop()
        try coop.toVote()
        let receipt = try coop.clerk.vote("yes", on: 1, by: coop.id("m5"), at: SmallCoop.at(days: 8))
        let key = VoteKey(proposal: 1, state: "vote", visit: 1)
        let entry = try #require(try coop.minutes.read { try $0.entries(of: .ballots(key), after: 0).last })
        #expect(receipt.code == entry.hash.short)
        #expect(receipt.events.isEmpty)
        #expect(try Ballot(json: entry.event()).by == coop.id("m5"))
    }

    @Test("what waits for a member: what they may do and have not done, but not taking back alone")
    func status() throws {
        let coop = try SmallCoop()
        try coop.propose()
        func verbs(_ handle: String, days: Int = 0) throws -> [String] {
            try coop.clerk.status(of: coop.id(handle), at: SmallCoop.at(days: days)).waiting
                .flatMap { $0.waits.map(\.verb) }
        }
        #expect(try verbs("bo") == ["submit", "withdraw"])
        #expect(try verbs("m3") == [])
        try coop.act("submit", by: "bo", at: SmallCoop.at())
        #expect(try verbs("bo") == [])
        #expect(try verbs("m3") == ["sponsor"])
        try coop.act("sponsor", by: "m3", at: SmallCoop.at())
        #expect(try verbs("m3") == [])
        try coop.act("sponsor", by: "m4", at: SmallCoop.at())
        #expect(try verbs("ada") == [])
        #expect(try verbs("ada", days: 7) == ["end"])
        try coop.act("end", by: "ada", at: SmallCoop.at(days: 7))
        #expect(try verbs("m3", days: 8) == ["vote"])
        _ = try coop.clerk.vote("yes", on: 1, by: coop.id("m3"), at: SmallCoop.at(days: 8))
        #expect(try verbs("m3", days: 8) == [])
    }

    @Test("a duty keeps the facilitator's own proposal from waiting for the facilitator")
    func duty() throws {
        let coop = try SmallCoop()
        try coop.propose(by: "ada")
        try coop.act("submit", by: "ada", at: SmallCoop.at())
        for handle in ["m3", "m4"] { try coop.act("sponsor", by: handle, at: SmallCoop.at()) }
        let waiting = try ["ada", "m2"].map { handle in
            try coop.clerk.status(of: coop.id(handle), at: SmallCoop.at(days: 8)).waiting.count
        }
        #expect(waiting == [0, 1])
    }

    @Test("a closed vote orders its report, and members are told once it is durable")
    func errands() throws {
        let coop = try SmallCoop()
        try coop.toVote()
        _ = try coop.clerk.catchUp(at: SmallCoop.at(days: 14))
        let orders = try coop.minutes.read { try $0.errands().map(\.order) }
        #expect(orders.contains(.report(VoteKey(proposal: 1, state: "vote", visit: 1))))
        let codes = orders.compactMap { order in
            if case .notice(let code, _, _, _) = order { code } else { nil }
        }
        #expect(codes == ["vote-opened", "vote-closed"])
    }
}
