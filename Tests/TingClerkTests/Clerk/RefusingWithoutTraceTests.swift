import Testing
import TingClerk
import TingProceedings
import TingTally
import TingWorkflow

@Suite("Refusing without a trace")
struct RefusingWithoutTraceTests {
    /// A command that the rules refuse, tried at a vote that is open.
    struct Attempt: Sendable, CustomTestStringConvertible {
        let code: String
        let body: @Sendable (SmallCoop) throws -> Void
        var testDescription: String { code }

        init(_ code: String, _ body: @escaping @Sendable (SmallCoop) throws -> Void) {
            self.code = code
            self.body = body
        }
    }

    static let vote = SmallCoop.at(days: 8)
    static let attempts: [Attempt] = [
        Attempt("no-deeds-here") { try $0.act("submit", by: "bo", reason: "Again.", at: vote) },
        Attempt("text-frozen") {
            _ = try $0.clerk.amend(title: "New", text: "New.", sections: [], on: 1, by: $0.id("bo"), at: vote)
        },
        Attempt("nothing-written") { _ = try $0.clerk.comment(" \n ", on: 1, by: $0.id("bo"), at: vote) },
        Attempt("text-over-limit") {
            _ = try $0.clerk.comment(
                String(repeating: "x", count: 1_048_577), on: 1, by: $0.id("bo"), at: vote)
        },
        Attempt("nothing-written-here") {
            _ = try $0.clerk.offer(
                title: "Other", text: "Other.", touches: [], on: 1, by: $0.id("m5"), at: vote)
        },
        Attempt("no-options-here") { _ = try $0.clerk.second("B", on: 1, by: $0.id("m5"), at: vote) },
        Attempt("no-judge") {
            _ = try $0.clerk.classify([], reason: "So.", on: 1, by: $0.id("m5"), at: vote)
        },
        Attempt("choice-not-on-paper") { _ = try $0.clerk.vote("maybe", on: 1, by: $0.id("m5"), at: vote) },
        Attempt("vote-closed") {
            _ = try $0.clerk.vote("yes", on: 1, by: $0.id("m5"), at: SmallCoop.at(days: 14))
        },
        Attempt("title-missing") { try $0.propose(title: "", at: vote) },
        Attempt("proposal-finished") { try $0.act("end", by: "ada", at: SmallCoop.at(days: 400)) },
        Attempt("only-stewards") {
            _ = try $0.clerk.admit(Clerk.RollLine(handle: "eve", name: "Eve"), by: $0.id("bo"), at: vote)
        },
        Attempt("handle-taken") {
            _ = try $0.clerk.admit(Clerk.RollLine(handle: "bo", name: "Bo"), by: nil, at: vote)
        },
        Attempt("class-unknown") {
            _ = try $0.clerk.importRoll(
                [
                    Clerk.RollLine(handle: "eve", name: "Eve"),
                    Clerk.RollLine(handle: "flo", name: "Flo", classes: ["nobles"]),
                ], removing: false, dryRun: false, by: nil, at: vote)
        },
        Attempt("founded-already") { try $0.clerk.found(at: vote) },
    ]

    @Test("every refusal leaves record, projections and errands as they were", arguments: attempts)
    func noTrace(attempt: Attempt) throws {
        let coop = try SmallCoop()
        try coop.toVote()
        let before = try coop.snapshot()
        let error = #expect(throws: Refusal.self) { try attempt.body(coop) }
        let codes = error?.reasons.map(\.statement.code) ?? []
        #expect(codes.contains(attempt.code), "\(codes)")
        #expect(try coop.snapshot() == before)
    }

    @Test("what is not there is said so, and leaves no trace either")
    func notFound() throws {
        let coop = try SmallCoop()
        try coop.toVote()
        let before = try coop.snapshot()
        var codes: [String] = []
        for attempt in [
            { _ = try coop.clerk.vote("yes", on: 9, by: coop.id("bo"), at: Self.vote) },
            { _ = try coop.clerk.vote("yes", on: 1, by: "nobody", at: Self.vote) },
            {
                _ = try coop.clerk.propose(
                    Clerk.ProposalPaper(workflow: "none", title: "T", text: "T"), by: coop.id("bo"),
                    at: Self.vote)
            },
            { _ = try coop.clerk.file(9, at: Self.vote) },
            { _ = try coop.clerk.status(of: "nobody", at: Self.vote) },
        ] {
            let error = #expect(throws: NotFound.self) { try attempt() }
            codes.append(error?.statement.code ?? "")
        }
        #expect(
            codes == [
                "proposal-not-found", "member-not-found", "workflow-not-found", "proposal-not-found",
                "member-not-found",
            ])
        #expect(try coop.snapshot() == before)
    }
}
