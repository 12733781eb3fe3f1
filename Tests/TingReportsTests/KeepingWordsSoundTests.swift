import Testing
import TingReports
import TingTally
import TingWorkflow

@Suite("Keeping the words sound") struct KeepingWordsSoundTests {
    @Test("no code of the English file stands twice, and every placeholder can be read")
    func english() throws {
        let findings = try TestWords.english().validate()
        #expect(findings.map { "\($0.mark.line): \($0.statement)" } == [])
    }
}
