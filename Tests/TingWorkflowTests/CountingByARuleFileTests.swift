import Testing
import TingTally
import TingWorkflow
import TingYAML

@Suite("Counting by a rule file") struct CountingByARuleFileTests {
    private func read(_ text: String) throws -> RuleFile { try RuleFile.read(YAML.read(Array(text.utf8))) }

    /// Half of five members are two and a half votes.
    @Test(
        "a quorum of ballots asks for votes where ballots weigh parts of one: below, just, above",
        arguments: [(24, false), (25, true), (26, true)])
    func parts(tenths: Int, isMet: Bool) throws {
        let file = try read("count: irv\nquorum: {ballots: at least 1/2 of electorate}\n")
        var transcript = Transcript()
        let hasQuorum = try file.rule().hasBallotQuorum(
            of: Fraction(tenths, 10), touching: [], members: 5, in: file.workflow, writing: &transcript)
        #expect(hasQuorum == isMet)
        #expect(transcript.statements.map(\.code) == [isMet ? "ballot-quorum-met" : "ballot-quorum-missed"])
        #expect(transcript.statements.first?["reached"] == .fraction(try Fraction(tenths, 10)))
    }

    @Test("no quorum is met without a line") func none() throws {
        let file = try read("count: irv\nquorum: none\n")
        var transcript = Transcript()
        #expect(
            try file.rule().hasBallotQuorum(
                of: Fraction(0), touching: [], members: 5, in: file.workflow, writing: &transcript))
        #expect(transcript.steps.isEmpty)
    }

    @Test("more ballots than members are refused") func tooMany() throws {
        let file = try read("count: irv\nquorum: {ballots: at least 1/2 of electorate}\n")
        var transcript = Transcript()
        #expect(throws: TallyError.self) {
            try file.rule().hasBallotQuorum(
                of: Fraction(11, 2), touching: [], members: 5, in: file.workflow, writing: &transcript)
        }
    }
}
