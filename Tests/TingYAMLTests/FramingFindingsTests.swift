import Testing
import TingReports
import TingTally
import TingTestSupport
import TingWorkflow
import TingYAML

@Suite("Framing a finding") struct FramingFindingsTests {
    let words: Words

    init() throws {
        words = try Words(YAML.read(Golden.bytes(at: "Templates/words/en.yaml")))
    }

    @Test("the ordinary course: place, sentence, line, caret, allowed values, suggestion, notes")
    func ordinaryCourse() {
        let finding = Finding(
            .error, Statement("yaml-tab"), at: Mark(line: 2, column: 9), width: 6,
            allowed: ["adopted", "rejected"], suggestion: "adopted", notes: [Statement("yaml-save-as-utf-8")])
        #expect(
            frame("first: draft\n  goto: adoptd\n").text(finding) == """
                file.yaml:2:9: error[A8]: This line is indented with a tab; indent with spaces.
                    2 |   goto: adoptd
                      |         ^~~~~~
                  Expected one of: adopted, rejected
                  Did you mean "adopted"?
                  Save the file with the encoding UTF-8.

                """)
    }

    @Test("findings stand in file order, errors before warnings, and are counted")
    func order() {
        let late = Finding(.error, Statement("late"), at: Mark(line: 2, column: 1))
        let soft = Finding(.warning, Statement("soft"), at: Mark(line: 1, column: 3))
        let hard = Finding(.error, Statement("hard"), at: Mark(line: 1, column: 3))
        #expect(Frame.sorted([late, soft, hard]).map(\.statement.code) == ["hard", "soft", "late"])
        let frame = frame("a\nb\n")
        #expect(frame.summary([late, soft, hard]) == "2 errors, 1 warning in file.yaml")
        #expect(frame.summary([soft]) == "1 warning in file.yaml")
        #expect(frame.summary([late]) == "1 error in file.yaml")
        #expect(frame.text([]) == "")
    }

    @Test("the caret stands behind tabs, wide and joined characters as a terminal draws them")
    func widths() {
        #expect(carets("\tx", 2) == ["    x", "    ^"])
        #expect(carets("ab\tx", 4) == ["ab  x", "    ^"])
        #expect(carets("提案x", 3) == ["提案x", "    ^"])
        #expect(carets("e\u{301}x", 3) == ["e\u{301}x", " ^"])
        #expect(carets("a\u{1B}x", 3) == ["a\\u{1B}x", "       ^"])
        #expect(carets("ｘ提", 1, width: 2) == ["ｘ提", "^~~~"])
    }

    @Test("a caret beyond the end stands behind the last character")
    func beyondTheEnd() {
        #expect(carets("abc", 4) == ["abc", "   ^"])
        #expect(carets("abc", 40, width: 9) == ["abc", "   ^"])
        #expect(
            frame("a").text(Finding(.error, Statement("x"), at: Mark(line: 9, column: 1))).contains("|")
                == false)
    }

    @Test("a line of 100 columns is shown whole, a longer one around its caret", arguments: [99, 100, 101])
    func longLines(length: Int) {
        let line = String(repeating: "a", count: length - 1) + "b"
        let shown = carets(line, length)
        #expect(shown[0].contains("…") == (length > 100))
        #expect(shown[0].count <= 102)
        #expect(shown[0].last == "b")
        #expect(shown[1].count == shown[0].count)
    }

    @Test("a middle is cut on both sides")
    func middle() {
        let line = String(repeating: "a", count: 300) + "b" + String(repeating: "c", count: 300)
        let shown = carets(line, 301)
        #expect(shown[0].count == 102)
        #expect(shown[0].first == "…" && shown[0].last == "…")
        #expect(Array(shown[0])[shown[1].count - 1] == "b")
    }

    @Test("colour is added to severity and caret, and nothing else changes")
    func colour() {
        let finding = Finding(.error, Statement("yaml-empty"), at: .start)
        let bytes = Array("ab".utf8)
        let coloured = Frame(words: words, file: "file.yaml", source: bytes, colour: true).text(finding)
        #expect(coloured.contains("\u{1B}[1;31merror\u{1B}[0m[A3]: "))
        let codes = ["\u{1B}[1;31m", "\u{1B}[0m"]
        let plain = codes.reduce(coloured) { text, code in text.split(separator: code).joined() }
        #expect(plain == frame("ab").text(finding))
    }

    @Test("a file's name and lines cannot reach the terminal as commands")
    func hostileFile() {
        let frame = Frame(words: words, file: "a\u{1B}b", source: Array("x\u{1B}[2J".utf8))
        let text = frame.text([Finding(.error, Statement("c\u{7}"), at: .start, allowed: ["\u{9B}"])])
        #expect(
            text.unicodeScalars.allSatisfy { $0 == "\n" || ($0.value >= 0x20 && !(0x7F...0x9F ~= $0.value)) })
    }

    @Test("a finding for programs has its keys in a fixed order")
    func fields() {
        let finding = Finding(
            .warning, Statement("yaml-empty"), at: Mark(line: 1, column: 2), width: 3, allowed: ["a"],
            notes: [Statement("yaml-save-as-utf-8")])
        let fields = frame("abcd").fields(finding)
        #expect(
            fields.map(\.key) == [
                "id", "code", "severity", "file", "line", "column", "width", "message", "check", "allowed",
                "suggestion", "notes", "promise", "promise-line", "story", "mends",
            ])
        #expect(
            fields.map(\.value) == [
                .text("A3"), .text("yaml-empty"), .text("warning"), .text("file.yaml"), .number(1),
                .number(2),
                .number(3), .text("This file has no content."),
                .text("Nothing that must be said is missing."),
                .texts(["a"]), .absent, .texts(["Save the file with the encoding UTF-8."]), .absent, .absent,
                .texts([]), .texts([]),
            ])
    }

    @Test("a finding about a file that is no workflow has its code, and no id")
    func otherFiles() {
        let finding = Finding(.error, Statement("words-no-language"), at: .start)
        #expect(frame("a").text(finding).contains(": error: This words file does not say its `language`"))
        #expect(frame("a").text(finding).contains("[words-no-language]\n"))
    }

    @Test("a story has its dates, its promise and the ways to mend it")
    func story() throws {
        let first = try #require(CivilDate(text: "2026-03-02"))
        let finding = Finding(
            .error, Statement("no-way-out", [.text("state", "b")]), at: .start,
            promise: .init(
                Statement("promised-adopted-only-after", [.list("happenings", ["c passed"])]),
                at: Mark(line: 2, column: 1)),
            story: [
                StoryStep(on: first, Statement("tale-vote-passed"), next: "b"),
                StoryStep(on: nil, Statement("story-more", [.number("count", 2)])),
                StoryStep(on: first.adding(days: 14), Statement("tale-vote-tied")),
            ], mends: [Statement("mend-promise-less")])
        #expect(
            frame("a").text(finding).hasSuffix(
                """
                  You promised (line 2): adopted only after c passed.
                  How it could happen:
                    Mon  2 Mar  The vote passes.  -> b
                                (2 more steps)
                    Mon 16 Mar  The vote ends in a tie.
                  A way to mend it:
                    - Promise less.

                """))
    }

    private func frame(_ source: String) -> Frame {
        Frame(words: words, file: "file.yaml", source: Array(source.utf8))
    }

    /// The source line and the caret line, without their margins.
    private func carets(_ line: String, _ column: Int, width: Int = 1) -> [String] {
        let finding = Finding(.error, Statement("x"), at: Mark(line: 1, column: column), width: width)
        let lines = frame(line).text(finding).split(separator: "\n").dropFirst()
        return lines.prefix(2).map { String($0.dropFirst(8)) }
    }
}
