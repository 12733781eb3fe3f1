import Testing
import TingTally
import TingWorkflow
import TingYAML

@Suite("Reading good files") struct ReadingGoodFilesTests {
    @Test("the ordinary course: maps, lists and texts with their places")
    func ordinaryCourse() throws {
        let root = try YAML.read(
            """
            # a comment
            ting: 1
            title: {en: Feature request, sv: 'Förslag'}
            steps:
              - author submits
              - "14 days pass"
            """)
        #expect(root.entries?.map(\.key) == ["ting", "title", "steps"])
        #expect(root.entries?.map(\.mark.line) == [2, 3, 4])
        #expect(root["title"]?["sv"]?.text == "Förslag")
        #expect(root["title"]?["sv"]?.quoted == true)
        #expect(root["title"]?["en"]?.quoted == false)
        #expect(root["title"]?["en"]?.width == 15)
        #expect(root["title"]?["en"]?.mark == Mark(line: 3, column: 13))
        #expect(root["title"]?["sv"]?.mark == Mark(line: 3, column: 34))
        #expect(root["title"]?["sv"]?.width == 9)
        #expect(root["steps"]?.items?.map(\.text) == ["author submits", "14 days pass"])
        #expect(root["steps"]?.items?.last?.mark == Mark(line: 6, column: 5))
    }

    @Test(
        "words that YAML would turn into values stay words",
        arguments: [
            "yes", "no", "on", "null", "~", "2/3", "12:30", "1_000", "0x1F", "2026-12-01", ".5", "1e3",
        ])
    func scalarsStayText(word: String) throws {
        let root = try YAML.read("value: \(word)\n")
        #expect(root["value"]?.text == word)
    }

    @Test("a key without a value has an empty text, placed behind its colon")
    func emptyValue() throws {
        let root = try YAML.read("first: draft\nstates:\n")
        #expect(root["states"]?.text == "")
        #expect(root["states"]?.mark == Mark(line: 2, column: 8))
    }

    @Test("a block text keeps its lines, may begin them with tabs, and counts as quoted")
    func blockText() throws {
        let root = try YAML.read("text: |\n  one\n  \ttwo\nnext: 'a\n\tb'\n")
        #expect(root["text"]?.text == "one\n\ttwo\n")
        #expect(root["text"]?.quoted == true)
        #expect(root["text"]?.width == 1)
        #expect(root["next"]?.text == "a b")
    }

    @Test("columns count characters, not bytes")
    func columnsCountScalars() throws {
        let root = try YAML.read("å: {ö: é🗳, next: x}\n")
        #expect(root["å"]?["next"]?.mark == Mark(line: 1, column: 18))
        #expect(root["å"]?["ö"]?.width == 2)
    }

    @Test("a byte order mark is skipped and moves no column")
    func byteOrderMark() throws {
        let root = try YAML.read([0xEF, 0xBB, 0xBF] + Array("ting: 1\n".utf8))
        #expect(root.entries?.first?.key == "ting")
        #expect(root.entries?.first?.mark == .start)
    }

    @Test("the same key may stand in two maps, and `---` may open the one document")
    func sameKeyInTwoMaps() throws {
        let root = try YAML.read("---\na: {kind: x}\nb: {kind: y}\n...\n")
        #expect(root["b"]?["kind"]?.text == "y")
    }

    @Test("a quoted `<<` is an ordinary key")
    func quotedMergeKey() throws {
        #expect(try YAML.read("'<<': x").entries?.first?.key == "<<")
    }

    @Test("nesting is allowed to 32 levels and no further", arguments: [31, 32, 33])
    func nesting(levels: Int) {
        let text = String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
        #expect(codes(text) == (levels > 32 ? ["yaml-too-deep"] : []))
    }

    @Test("a file is allowed to have 262144 bytes and no more", arguments: [262143, 262144, 262145])
    func size(bytes: Int) {
        let text = "a: " + String(repeating: "x", count: bytes - 3)
        #expect(codes(text) == (bytes > 262144 ? ["yaml-too-large"] : []))
    }

    private func codes(_ text: String) -> [String] {
        do throws(Unreadable) {
            _ = try YAML.read(text)
            return []
        } catch {
            return error.findings.map(\.statement.code)
        }
    }
}
