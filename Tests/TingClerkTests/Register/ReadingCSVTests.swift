import Testing
import TingClerk
import TingTally

@Suite("Reading comma-separated values")
struct ReadingCSVTests {
    private func rows(_ text: String) throws -> [[String]] { try CSV(Array(text.utf8)).rows.map(\.cells) }

    /// RFC 4180, section 2, and what spreadsheets write besides.
    @Test(
        "tables as they come",
        arguments: [
            ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]), ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
            ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]), ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
            ("a,b\n\"c\",\"d\"", [["a", "b"], ["c", "d"]]), ("a,b\n\"c,d\",e", [["a", "b"], ["c,d", "e"]]),
            ("a,b\n\"c\"\"d\",\"\"\n", [["a", "b"], ["c\"d", ""]]),
            ("a,b\n\"c\r\nd\",e", [["a", "b"], ["c\nd", "e"]]),
            ("a;b\nc;d,e\n", [["a", "b"], ["c", "d,e"]]), ("a,b\n,\n c , \n", [["a", "b"], [" c ", " "]]),
            ("a,b\n\n\r\nc,d", [["a", "b"], ["c", "d"]]), ("\u{FEFF}a\nb\n", [["a"], ["b"]]), ("", []),
            ("\n\n", []),
            ("a,b\n,\n", [["a", "b"]]), ("a\n\"\"\nb", [["a"], ["b"]]),
        ])
    func tables(text: String, expected: [[String]]) throws {
        #expect(try rows(text) == expected)
    }

    @Test("a row knows its line, also after a cell of several lines")
    func lines() throws {
        #expect(try CSV(Array("a,b\n\"c\nd\",e\r\n\nf,g".utf8)).rows.map(\.line) == [1, 2, 5])
    }

    @Test(
        "what is refused, on which line",
        arguments: [
            ("a,b\nc\n", "csv-cells", 2), ("a\nb,c\n", "csv-cells", 2), ("a\n\"b\n", "csv-quote-open", 2),
            ("a\n\"b\"c\n", "csv-after-quote", 2), ("a\nb\"c\n", "csv-quote-inside", 2),
            ("a\nb\u{00}\n", "csv-control", 2),
            ("a\n\"b\nc\u{07}\"\n", "csv-control", 2), ("a\nb\u{85}\n", "csv-control", 2),
            ("a\n\"\n", "csv-quote-open", 2),
        ])
    func refused(text: String, code: String, line: Int) {
        let mistake = #expect(throws: CSV.Mistake.self) { try CSV(Array(text.utf8)) }
        #expect(mistake?.statement.code == code)
        #expect(mistake?.line == line)
    }

    @Test("a control character is named as Unicode does")
    func controlName() {
        let mistake = #expect(throws: CSV.Mistake.self) { try CSV([0x61, 0x07]) }
        #expect(mistake?.statement["code"] == .text("U+0007"))
    }

    @Test("bytes that are not UTF-8 are refused, on their line")
    func notUTF8() {
        let mistake = #expect(throws: CSV.Mistake.self) { try CSV(Array("a\nb".utf8) + [0xE5, 0x0A]) }
        #expect(mistake?.statement.code == "csv-not-utf8")
        #expect(mistake?.line == 2)
    }

    @Test(
        "a row of 64 KiB is read, and one byte more is not",
        arguments: [(65_535, true), (65_536, true), (65_537, false)])
    func longRows(count: Int, isRead: Bool) {
        let cells = [
            String(repeating: "x", count: count),
            String(repeating: "x,", count: count / 2) + (count % 2 == 1 ? "x" : ""),
            "\"" + String(repeating: "x", count: count - 2) + "\"",
        ]
        for cell in cells { #expect(((try? CSV(Array(cell.utf8))) != nil) == isRead) }
    }

    @Test(
        "an endless line is refused after 64 KiB, whatever it is made of",
        arguments: ["x", ",", "\"\"", "\"x"])
    func endless(part: String) {
        let bytes = Array(repeating: Array(part.utf8), count: 1_000_000 / part.utf8.count).flatMap {
            $0
        }
        let mistake = #expect(throws: CSV.Mistake.self) { try CSV(bytes) }
        #expect(mistake?.line == 1)
    }
}
