import Testing
import TingTestSupport
import TingWorkflow
import TingYAML

@testable import ting_trial

@Suite("Asking an oracle beside the checker") struct AskingTheOracleTests {
    @Test("the two agree about every procedure of the library", arguments: Golden.files(in: "Workflows"))
    func library(file: String) throws {
        let comparison = Comparison(try Workflow.read(YAML.read(Golden.bytes(at: "Workflows/" + file))))
        #expect(!comparison.answers.isCut)
        #expect(comparison.disagreements.isEmpty, "\(comparison.disagreements)")
        #expect(comparison.answers.unreachable.isEmpty && comparison.answers.undecided.isEmpty)
    }

    @Test("the two agree about workflows made up by chance, sound and not") func madeUp() {
        let trial = OracleTrial(seeds: 1..<301)
        for found in trial.cases {
            Issue.record("seed \(found.seed): \(found.differences.joined(separator: "; "))")
        }
        #expect(trial.cut == 0)
        for question in Comparison.Question.allCases {
            #expect((trial.kept[question] ?? 0) > 30, "\(question)")
            #expect((trial.broken[question] ?? 0) > 10, "\(question)")
        }
    }
}
