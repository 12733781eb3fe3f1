import Testing

@testable import TingWorkflow

@Suite("Telling what a kind does") struct TellingKindsTests {
    @Test("every kind can write its keys back as sentences")
    func everyKind() {
        let silent = Kinds.all.filter { !($0 is any ExplainedKind.Type) }.map { $0.word }
        #expect(silent == [])
    }
}
