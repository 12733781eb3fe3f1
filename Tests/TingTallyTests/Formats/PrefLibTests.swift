import Testing
import TingTally

@Suite("Reading PrefLib files") struct ReadingPrefLibFilesTests {
    static let ordinary = """
        # FILE NAME: 00001-00000001.toi
        # TITLE: The chair: who?
        # DATA TYPE: toi
        # NUMBER ALTERNATIVES: 3
        # NUMBER VOTERS: 8
        # NUMBER UNIQUE ORDERS: 3
        # ALTERNATIVE NAME 1: Ada, Countess
        # ALTERNATIVE NAME 2: Bo
        # ALTERNATIVE NAME 3: Cy
        5: 1,{2,3}
        2: 2, 1
        1: 3
        """

    @Test("the ordinary course: numbers, names, equals in braces, options left out") func ordinary() throws {
        let file = try PrefLib.read(Self.ordinary)
        let read = try file.ballots.ranked()
        #expect(file.title == "The chair: who?")
        #expect(file.tokens == ["1", "2", "3"])
        #expect(read.options == ["Ada, Countess", "Bo", "Cy"])
        #expect((0..<read.rowCount).map(read.weight) == [5, 2, 1])
        #expect((0..<3).map(read.ranking(ofRow:)) == [[[0], [1, 2]], [[1], [0]], [[2]]])
        #expect(try BallotFile.read(Self.ordinary) == file)
        let windows = "\u{FEFF}" + Self.ordinary.split(separator: "\n").joined(separator: "\r\n") + "\r\n"
        #expect(try BallotFile.read(windows) == file)
    }

    @Test("the older form is read too, and says the same") func older() throws {
        let text = "3\n1,Ada, Countess\n2,Bo\n3,Cy\n8,8,3\n5,1,{2,3}\n2,2,1\n1,3\n"
        let file = try BallotFile.read(text)
        #expect(try file.ballots == PrefLib.read(Self.ordinary).ballots)
        #expect(try BallotFile.read(bytes: Array(text.utf8), named: "00001-00000001.TOI") == file)
    }

    @Test(
        "refuses a file at the line that cannot be counted",
        arguments: [
            ("", 1, "ballot-file-empty"), ("# TITLE: x\n1: 1\n", 1, "preflib-number-missing"),
            ("# NUMBER ALTERNATIVES: 0\n", 1, "metadata-number-expected"),
            ("# NUMBER ALTERNATIVES: two\n", 1, "metadata-number-expected"),
            ("# NUMBER ALTERNATIVES: 201\n", 1, "too-many-options"),
            ("# NUMBER ALTERNATIVES: 2\n# ALTERNATIVE NAME 1: A\n1: 1\n", 1, "preflib-name-missing"),
            ("# ALTERNATIVE NAME 0: A\n", 1, "metadata-number-expected"),
            ("# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 1: B\n", 2, "option-named-twice"),
            ("# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: A\n", 2, "option-named-twice"),
            ("# ALTERNATIVE NAME 1:\n", 1, "option-without-name"),
            ("# NUMBER VOTERS: 1\n# NUMBER VOTERS: 2\n", 2, "metadata-twice"),
            ("# DATA TYPE: cat\n", 1, "preflib-type-unknown"),
            ("H1: 3\n", 4, "preflib-option-unknown"), ("H1: 0\n", 4, "preflib-option-unknown"),
            ("H1: 1,\n", 4, "preflib-option-unknown"), ("H1: 1,,2\n", 4, "preflib-option-unknown"),
            ("H1: {}\n", 4, "preflib-option-unknown"), ("H1: A\n", 4, "preflib-option-unknown"),
            ("H1: 1 2\n", 4, "preflib-comma-expected"), ("H1: {1,2\n", 4, "preflib-brace-not-closed"),
            ("H1: {1,2},\n", 4, "preflib-option-unknown"), ("H1: 1,2}\n", 4, "preflib-comma-expected"),
            ("H1: 1,1\n", 4, "option-ranked-twice"), ("H1: {1,1}\n", 4, "option-ranked-twice"),
            ("H1\n", 4, "preflib-colon-expected"), ("Hx: 1\n", 4, "ballot-count-unreadable"),
            ("H0: 1\n", 4, "ballot-count-not-positive"), ("H-1: 1\n", 4, "ballot-count-not-positive"),
            ("H9223372036854775807: 1\n1: 2\n", 5, "count-overflow"),
            ("H1: 1\n# TITLE: late\n", 5, "preflib-header-after-orders"),
            ("# NUMBER VOTERS: 3\nH1: 1\n1: 2", 1, "preflib-voters-differ"),
            ("# NUMBER UNIQUE ORDERS: 1\nH1: 1\n1: 2", 1, "preflib-orders-differ"),
            ("# DATA TYPE: soi\nH1: {1,2}", 5, "preflib-not-strict"),
            ("# DATA TYPE: soc\nH1: 1", 5, "preflib-not-complete"),
            ("# DATA TYPE: toc\nH1: 1", 5, "preflib-not-complete"),
            ("2\n1,A\n", 2, "preflib-name-missing"), ("2\n1,A\n3,B\n", 3, "preflib-name-missing"),
            ("2\n1,A\n2,B\n", 3, "preflib-summary-expected"),
            ("2\n1,A\n2,B\n3,3\n", 4, "preflib-summary-expected"),
            ("2\n1,A\n2,B\n3,x,1\n", 4, "metadata-number-expected"),
            ("2\n1,A\n2,B\n3,3,1\n2,1\n", 4, "preflib-voters-differ"),
            ("2\n1,A\n2,B\n2,3,1\n2,1\n", 4, "preflib-voters-differ"),
            ("2\n1,A\n2,B\n2,2,2\n2,1\n", 4, "preflib-orders-differ"),
        ])
    func refuses(text: String, line: Int, code: String) {
        let head = "# NUMBER ALTERNATIVES: 2\n# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: B\n"
        let text = text.replacing("H", with: head)
        do {
            _ = try PrefLib.read(text)
            Issue.record("\(code) was expected")
        } catch {
            #expect(error.line == line)
            #expect(error.statement.code == code)
        }
    }

    @Test("a file as the format's own text shows it, and the narrowest type of what was read") func example()
        throws
    {
        // From PrefLib's format specification: the first lines of 00002-00000001.toc, with their own sums.
        let text = """
            # FILE NAME: 00002-00000001.toc
            # TITLE: Debian 2002 Leader
            # DESCRIPTION: Obtained from the soi by adding the unranked alternatives at the bottom
            # DATA TYPE: toc
            # MODIFICATION TYPE: imbued
            # RELATED FILES:
            # NUMBER ALTERNATIVES: 4
            # NUMBER VOTERS: 188
            # NUMBER UNIQUE ORDERS: 3
            # ALTERNATIVE NAME 1: Branden Robinson
            # ALTERNATIVE NAME 2: Raphael Hertzog
            # ALTERNATIVE NAME 3: Bdale Garbee
            # ALTERNATIVE NAME 4: None Of The Above
            100: 3,1,2,4
            79: 1,3,2,4
            9: 3,{1,2,4}
            """
        let read = try BallotFile.read(text).ballots.ranked()
        #expect(read.total == 188)
        #expect(PrefLib.order(of: read) == .toc)
    }
}
