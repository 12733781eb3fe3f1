import Testing
import TingTally

@Suite("Reading BLT files") struct ReadingBLTFilesTests {
    static let ordinary = """
        4 2    # four options, two seats
        -2
        3 1 3 4 0
        4 2 1=3 0
        2 4=2 1 0
        1 0
        0
        "Ada"
        "Bo"
        "Cy"
        "Di"
        "The board"
        """

    @Test("the ordinary course: a withdrawn option is taken out, equal ranks are kept") func ordinary() throws
    {
        let file = try BLT.read(Self.ordinary)
        let read = try file.ballots.ranked()
        #expect(file.title == "The board")
        #expect(file.seats == 2)
        #expect(file.withdrawn == ["Bo"])
        #expect(file.tokens == ["1", "3", "4"])
        #expect(read.options == ["Ada", "Cy", "Di"])
        #expect((0..<read.rowCount).map(read.weight) == [3, 4, 2, 1])
        #expect(
            (0..<4).map(read.ranking(ofRow:)) == [[[0], [1], [2]], [[0, 1]], [[2], [0]], []])
        #expect(try BallotFile.read(Self.ordinary) == file)
        #expect(
            try BallotFile.read("\u{FEFF}" + Self.ordinary.split(separator: "\n").joined(separator: "\r\n"))
                == file)
    }

    @Test("the title may be missing, and ballots may share a line") func loose() throws {
        let file = try BLT.read("2 1\n1 1 2 0 1 2 0\n0\n\"A\" \"B\"\n")
        let read = try file.ballots.ranked()
        #expect(file.title == nil)
        #expect((0..<read.rowCount).map(read.weight) == [1, 1])
    }

    @Test("weights may be decimals and fractions, and are whole in the smallest unit") func weights() throws {
        let file = try BLT.read("2 1\n2.5 1 2 0\n1/3 2 0\n4 1 0\n0\n\"A\" \"B\"\n")
        let read = try file.ballots.ranked()
        #expect(try read.unit == Fraction(1, 6))
        #expect((0..<3).map(read.weight) == [15, 2, 24])
    }

    @Test("an identifier stands in the place of a weight, and a minus for a rank that was skipped")
    func identifiers() throws {
        let file = try BLT.read("3 1\n(id1) 1 2 0 ( id 2 ) 3 - 1=2 0\n0\n\"A\"\n\"B\"\n\"C\"\n")
        let read = try file.ballots.ranked()
        #expect((0..<2).map(read.ranking(ofRow:)) == [[[0], [1]], [[2], [], [0, 1]]])
        #expect(read.total == 2)
    }

    @Test(
        "refuses a file at the line that cannot be counted",
        arguments: [
            ("", 1, "blt-header-expected"), ("3\n", 1, "blt-header-expected"),
            ("2 0\n0\n\"A\"\"B\"", 1, "blt-header-expected"),
            ("x 1", 1, "blt-header-expected"), ("201 1\n", 1, "too-many-options"),
            ("2 1\n1 3 0\n0\n", 2, "blt-option-unknown"),
            ("2 1\n1 x 0", 2, "blt-option-unknown"), ("2 1\n1 1= 0", 2, "blt-option-unknown"),
            ("2 1\n-3\n", 2, "blt-option-unknown"),
            ("2 1\n-1\n-1\n", 3, "withdrawn-twice"), ("2 1\n1 1 1 0\n", 2, "option-ranked-twice"),
            ("2 1\n1 1 2\n", 2, "blt-end-of-ballot-expected"),
            ("2 1\n1 1 0\n", 2, "blt-end-of-ballots-expected"),
            ("2 1\n1 1 0\n\"A\"", 3, "blt-end-of-ballots-expected"),
            ("2 1\n1.x 1 0\n", 2, "ballot-weight-unreadable"),
            ("2 1\n(a) 1 0\n(a) 2 0\n", 3, "blt-identifier-twice"),
            ("2 1\n(a 1 0\n", 2, "parenthesis-not-closed"),
            ("2 1\n1 1 0\n-0.5 1 0\n", 3, "ballot-count-not-positive"),
            ("2 1\n1/0 1 0\n", 2, "ballot-weight-unreadable"),
            ("2 1\n1/4611686018427387 1 0\n1/4611686018427389 1 0\n", 3, "ballot-weight-too-fine"),
            ("2 1\n1 1 (x) 0\n", 2, "blt-end-of-ballot-expected"),
            ("2 1\n00 1 0\n", 2, "ballot-count-not-positive"),
            ("2 1\n1 1 0\n-1 2 0\n", 3, "ballot-count-not-positive"),
            ("2 1\n9223372036854775808 1 0\n", 2, "count-overflow"),
            ("2 1\n9223372036854775807 1 0\n1 2 0\n0\n\"A\" \"B\"\n", 3, "count-overflow"),
            ("2 1\n0\n\"A\"\n", 3, "blt-names-expected"), ("2 1\n0\n\"A\"\n\"A\"\n", 4, "option-named-twice"),
            ("2 1\n0\n\"A\"\n\"\"\n", 4, "option-without-name"),
            ("2 1\n0\n\"A\"\n\"B\n", 4, "quotation-not-closed"),
            ("2 1\n0\n\"A\"\n\"B\"\n\"T\"\n\"U\"", 6, "blt-text-after-end"),
            ("1 1\n-1\n0\n\"A\"\n", 4, "no-options"),
        ])
    func refuses(text: String, line: Int, code: String) {
        do {
            _ = try BLT.read(text)
            Issue.record("\(code) was expected")
        } catch {
            #expect(error.line == line)
            #expect(error.statement.code == code)
        }
    }
}
