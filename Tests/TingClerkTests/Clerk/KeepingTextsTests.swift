import Testing
import TingClerk
import TingProceedings
import TingTally
import TingWorkflow

@Suite("Keeping texts in one form")
struct KeepingTextsTests {
    /// The same letter as two keyboards write it: one character, or a letter and a ring.
    static let composed = "\u{E5}"
    static let decomposed = "a\u{30A}"

    @Test("the ordinary course: texts, titles and names are kept in form C, lines ended by line feeds")
    func ordinaryCourse() throws {
        let coop = try SmallCoop()
        try coop.propose(title: "P\(Self.decomposed)", text: "\(Self.decomposed)\r\nb\rc\n")
        let file = try coop.clerk.file(1, at: SmallCoop.at())
        let text = try #require(file.texts[file.proposal.text])
        #expect(Array(text.utf8) == Array("\u{E5}\nb\nc\n".utf8))
        #expect(Array(file.proposal.title.utf8) == Array("P\u{E5}".utf8))
        #expect(Array(file.card.title.utf8) == Array("P\u{E5}".utf8))
        let line = Clerk.RollLine(handle: "eve", name: Self.decomposed, email: "a@b")
        #expect(Array(line.name.utf8) == Array(Self.composed.utf8))
    }

    @Test("every text in the record is in form C")
    func wholeRecord() throws {
        let coop = try SmallCoop()
        let odd = Self.decomposed
        try coop.propose("options", title: odd, text: odd)
        let clerk = coop.clerk
        _ = try clerk.comment(odd, on: 1, by: coop.id("bo"), at: SmallCoop.at())
        _ = try clerk.amend(
            title: odd, text: odd, sections: [odd], on: 1, by: coop.id("bo"), at: SmallCoop.at())
        _ = try clerk.offer(title: odd, text: odd, touches: [], on: 1, by: coop.id("m5"), at: SmallCoop.at())
        _ = try clerk.classify(["constitution"], reason: odd, on: 1, by: coop.id("cy"), at: SmallCoop.at())
        let ring = Array("\u{30A}".utf8)
        for entry in try coop.minutes.read({ try $0.entries(after: 0, limit: .max) }) {
            #expect(!entry.bytes.indices.contains { entry.bytes[$0...].starts(with: ring) })
        }
    }

    @Test("an empty reason is none")
    func emptyReason() throws {
        let coop = try SmallCoop()
        try coop.propose("options")
        let error = #expect(throws: Refusal.self) {
            try coop.clerk.classify(
                ["constitution"], reason: " ", on: 1, by: coop.id("cy"), at: SmallCoop.at())
        }
        #expect(error?.reasons.map(\.statement.code) == ["reason-missing"])
    }

    @Test(
        "a text has at most a mebibyte",
        arguments: [(1_048_575, true), (1_048_576, true), (1_048_577, false)])
    func limit(count: Int, isTaken: Bool) throws {
        let coop = try SmallCoop()
        let text = String(repeating: "x", count: count)
        #expect(((try? coop.propose(text: text)) != nil) == isTaken)
    }
}
