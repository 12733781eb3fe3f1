import Testing
import TingReports
import TingTestSupport
import TingWorkflow
import TingYAML

@Suite("Reading any bytes", .timeLimit(.minutes(1))) struct ReadingAnyBytesTests {
    static let good = """
        ting: 1
        title: {en: Feature request, sv: "Förslag: \\u00e5"}
        text: |
          Two lines,
          of text.
        states:
          draft:
            kind: draft          # the author writes
            outcomes: {submitted: vote, not-submitted: lapsed}
          vote:
            kind: vote
            lasts: 'seven days'
        scenarios:
          - title: Passes
            steps:
              - author submits
              - members vote yes 12, no 3

        """

    @Test("every beginning of a good file is a value or has findings")
    func truncation() {
        let bytes = Array(Self.good.utf8)
        for count in 0...bytes.count { expectSound(Array(bytes.prefix(count))) }
    }

    @Test("every single changed byte leads to a value or to findings", arguments: [1, 2, 3, 4] as [UInt64])
    func byteFlips(seed: UInt64) {
        var dice = Dice(seed: seed)
        let bytes = Array(Self.good.utf8)
        for _ in 0..<500 {
            var changed = bytes
            for _ in 0...dice.number(below: 3) {
                changed[dice.number(below: changed.count)] = UInt8(dice.number(below: 256))
            }
            expectSound(changed)
        }
    }

    @Test("every heap of signs leads to a value or to findings", arguments: [5, 6, 7, 8] as [UInt64])
    func signs(seed: UInt64) {
        var dice = Dice(seed: seed)
        let signs = Array("{}[],:-?&*!|>'\"%@`#<\\ \t\n\r a1~=.é".utf8)
        for _ in 0..<500 {
            expectSound((0..<dice.number(below: 60)).map { _ in signs[dice.number(below: signs.count)] })
        }
    }

    @Test(
        "a large file made of one thing is read or refused in bounded time",
        arguments: [
            "[", "{", "- ", "? ", ": ", "a: ", "a: b: c\n", "@\n", "*a\n", "- *a\n", "&a ", "!a\n", "\"", "'",
            "\t", "\t\n",
            "\n", "\\", "\u{0}", "\u{1}\n", "a\n", "a:\n", "- a\n", "k: |\n", "x: @a\n", "{a: b}, ", "[]\n",
            "%\n", "#\n",
        ])
    func heaps(part: String) {
        let one = Array(part.utf8)
        var bytes: [UInt8] = []
        while bytes.count + one.count <= YAML.largestSize / 4 { bytes += one }
        expectSound(bytes)
    }

    /// A value, or findings whose places exist and which can be framed.
    private func expectSound(_ bytes: [UInt8]) {
        do throws(Unreadable) {
            _ = try YAML.read(bytes)
        } catch {
            #expect(!error.findings.isEmpty)
            #expect(error.findings.allSatisfy { $0.mark >= .start && $0.width >= 1 })
            #expect(error.findings == error.findings.sorted { $0.mark < $1.mark })
            if bytes.count < 2000 {
                let frame = Frame(words: .fallback, file: "any.yaml", source: bytes)
                #expect(frame.text(error.findings).hasSuffix("any.yaml\n"))
            }
        }
    }
}

/// A generator of our own, so that a failing seed fails everywhere (SplitMix64).
private struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func number(below limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 31
        return Int(mixed % UInt64(limit))
    }
}
