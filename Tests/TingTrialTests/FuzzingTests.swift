import Testing

@testable import ting_trial

/// A short form of the long trial; what crashes or hangs here crashes or hangs the tests.
@Suite("Reading bytes that nobody would write") struct FuzzingTests {
    @Test("every input ends in a message or in a workflow, quickly") func ends() {
        var trial = FuzzTrial(
            corpus: [Array("ting: 1\nfirst: a\nstates: {a: {kind: final, result: lapsed}}\n".utf8)], seed: 7)
        trial.run(3_000)
        #expect(trial.runs == 3_001)
        #expect(trial.slowest.milliseconds < 2_000)
        // Inputs that all ended alike would have tried nothing.
        #expect(trial.found.count > 20)
    }

    @Test("the same seed tries the same inputs") func seeded() {
        func found(_ seed: UInt64) -> [[UInt8]] {
            var trial = FuzzTrial(corpus: [Array("a: [b, c]\n".utf8)], seed: seed)
            trial.run(500)
            return trial.found
        }
        #expect(found(3) == found(3))
        #expect(found(3) != found(4))
    }

    @Test("the kept inputs are there, with the library") func corpus() {
        #expect(Library.corpus.count > 30)
    }
}
