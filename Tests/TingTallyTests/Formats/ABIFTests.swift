import Testing
import TingTally

@Suite("Reading ABIF files") struct ReadingABIFFilesTests {
    static let ordinary = """
        {"version": "0.1"}
        {"title": "The chair", "ballotcount": "8"}
        # three persons
        =A:[Ada Lovelace]
        =B:[Bo]
        =C:[Cy]
        5:A>B=C
        2: [Bo] > [Ada Lovelace]   # by name
        C
        """

    @Test("the ordinary course: metadata, options, counted and single ballots") func ordinary() throws {
        let file = try ABIF.read(Self.ordinary)
        let read = try file.ballots.ranked()
        #expect(file.title == "The chair")
        #expect(file.tokens == ["A", "B", "C"])
        #expect(read.options == ["Ada Lovelace", "Bo", "Cy"])
        #expect((0..<read.rowCount).map(read.weight) == [5, 2, 1])
        #expect((0..<3).map(read.ranking(ofRow:)) == [[[0], [1, 2]], [[1], [0]], [[2]]])
        #expect(try file.index(ofOption: "B") == file.index(ofOption: "Bo"))
        #expect(file.electorate == nil)
    }

    @Test("byte order mark, CRLF and a missing last line end change nothing") func lineEnds() throws {
        let plain = try ABIF.read(Self.ordinary)
        let windows = "\u{FEFF}" + Self.ordinary.split(separator: "\n").joined(separator: "\r\n") + "\r\n"
        #expect(try ABIF.read(windows) == plain)
        #expect(try BallotFile.read(windows) == plain)
    }

    @Test("undeclared options are taken in the order they appear") func undeclared() throws {
        let file = try ABIF.read("3:B>A\n1:[Doña C]>B\n2:\n")
        let read = try file.ballots.ranked()
        #expect(file.tokens == ["B", "A", "Doña C"])
        #expect(read.total == 6)
        #expect(read.ranking(ofRow: 2) == [])
    }

    @Test(
        "scores are read where the file says so, and where the first ballot has them",
        arguments: [
            "{\"ballot_type\": \"rated\"}\n2:A/5,B/-2\n1:\n1:B/3", "2: A / 5 , B / -2\n1:\n1:B/3",
            "1:\n2:A/5>B/-2\n1:B/3",
        ])
    func rated(text: String) throws {
        guard case .scored(let read) = try BallotFile.read(text).ballots else {
            Issue.record("scores were expected")
            return
        }
        #expect(read.options == ["A", "B"])
        #expect(read.total == 4)
        let rows = (0..<read.rowCount).map { row in (0..<2).map { read.score(ofRow: row, option: $0) } }
        #expect(Set(rows) == [[5, -2], [nil, nil], [nil, 3]])
    }

    /// 5/2 and 1/3 are 15 and 2 sixths; a line without a count is a whole vote, 6 sixths.
    @Test("counts that are parts of ballots are read exactly") func parts() throws {
        let file = try ABIF.read("{\"electorate\": 10}\n5/2:A>B\n0.5 : B\n1/3:B>A\n2:A\nA\n")
        let read = try file.ballots.ranked()
        #expect(read.unit == (try Fraction(1, 6)))
        #expect((0..<read.rowCount).map(read.weight) == [15, 3, 2, 12, 6])
        guard case .scored(let scored) = try ABIF.read("1.25:A/5,B/2\n2:A/1,B/0").ballots else {
            Issue.record("scores were expected")
            return
        }
        #expect(scored.unit == (try Fraction(1, 4)))
        #expect((0..<2).map(scored.weight) == [5, 8])
        #expect(try ABIF.read("2.0:A\n4/2:B").ballots.ranked().unit == Fraction(1))
    }

    @Test("a count in parts does not change what scores look like: 5/2 is an option with a score")
    func slash()
        throws
    {
        guard case .scored(let read) = try ABIF.read("5/2,6/1\n5/1").ballots else {
            Issue.record("scores were expected")
            return
        }
        #expect(read.options == ["5", "6"])
        #expect(read.total == 2)
    }

    @Test("a stated number of ballots is that of their parts together", arguments: [(2, false), (3, true)])
    func statedParts(stated: Int, isRead: Bool) {
        let text = "{\"ballotcount\": \(stated)}\n5/2:A>B\n0.5:B\n"
        #expect(((try? ABIF.read(text)) != nil) == isRead)
    }

    @Test("a file packed by gzip is refused with what to do") func gzipped() {
        // The first bytes of every such file: RFC 1952, section 2.3.1.
        for (name, shown) in [("votes.abif.gz", "votes.abif.gz"), ("-", "FILE"), (nil, "FILE")] {
            let error = #expect(throws: BallotFileError.self) {
                try BallotFile.read(bytes: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3], named: name)
            }
            #expect(error?.statement == Statement("ballot-file-gzipped", [.text("file", shown)]))
        }
    }

    @Test("plain lines and lines with blanks, brackets and comments say the same") func plain() throws {
        var numbers = SeededNumbers(seed: 7)
        let tokens = ["A", "Bb", "C3", "Long_token_of_many", "é", "F"]
        var (tight, loose) = ("", "")
        for token in tokens { tight += "=\(token):[\(token) x]\n" }
        loose = tight
        for _ in 0..<500 {
            var parts: [(String, String)] = []
            for token in tokens where numbers.below(2) == 0 {
                parts.append((token, numbers.below(4) == 0 ? "=" : ">"))
            }
            let count = numbers.below(1000) + 1
            tight += "\(count):" + parts.enumerated().map { $0 == 0 ? $1.0 : $1.1 + $1.0 }.joined() + "\n"
            loose +=
                " \(count) : "
                + parts.enumerated().map {
                    ($0 == 0 ? "" : " \($1.1)\t") + "[ \($1.0) x ]"
                }.joined() + " # note\r\n"
        }
        #expect(try ABIF.read(tight) == ABIF.read(loose))
    }

    @Test("an option that comes late is still an option") func late() throws {
        let text = String(repeating: "A>B\n", count: 2000) + "1:C\n"
        #expect(try ABIF.read(text).tokens == ["A", "B", "C"])
        do {
            _ = try ABIF.read(text + "1:A>>B\n")
            Issue.record("a refusal was expected")
        } catch { #expect(error.line == 2002) }
    }

    @Test(
        "refuses a file at the line that cannot be counted",
        arguments: [
            ("", 1, "ballot-file-empty"), ("# nothing\n", 1, "ballot-file-empty"),
            ("=A:[A]\n1:B", 2, "option-unknown"),
            ("=Anna:[Anna]\n1:Ana", 2, "option-unknown-near"), ("0:A", 1, "ballot-count-not-positive"),
            ("-3:A", 1, "ballot-count-not-positive"), ("x:A", 1, "ballot-weight-unreadable"),
            ("1.:A", 1, "ballot-weight-unreadable"), ("1/0:A", 1, "ballot-weight-unreadable"),
            ("0.0:A", 1, "ballot-count-not-positive"), (":A", 1, "ballot-count-missing"),
            ("1/1000000007:A\n1/1000000009:A\n1/998244353:A", 3, "ballot-weight-too-fine"),
            ("1:A\n{\"electorate\": 2}\n3/2:A", 2, "more-ballots-than-eligible"),
            ("9223372036854775808:A", 1, "count-overflow"),
            ("9223372036854775807:A\n1:A", 2, "count-overflow"),
            ("1:A>A", 1, "option-ranked-twice"), ("1:A>", 1, "ballot-option-expected-at-end"),
            ("1:>A", 1, "ballot-option-expected"), ("1:A;B", 1, "ballot-separator-expected"),
            ("1:A B", 1, "ballot-separator-expected"), ("1:A/5,B", 1, "ballot-score-expected"),
            ("A,B", 1, "ballot-score-expected"), ("A/5=B/3", 1, "ballot-score-against-order"),
            ("A/5>B/5", 1, "ballot-score-against-order"), ("A/x", 1, "ballot-score-unreadable"),
            ("A/4.5", 1, "ballot-score-unreadable"), ("A/1000001", 1, "score-too-large"),
            ("A/5,A/5", 1, "option-scored-twice"), ("1:A>B\n1:A/5,B/3", 2, "ballot-score-unexpected"),
            ("1:[A", 1, "bracket-not-closed"), ("1:[ ]", 1, "option-without-name"),
            ("=A:[A]\n=A:[B]\n1:A", 2, "option-named-twice"),
            ("=A:[X]\n=B:[X]\n1:A", 2, "option-named-twice"),
            ("=A [A]\n1:A", 1, "option-line-unreadable"),
            ("{\"ballotcount\": 2}\n1:A", 1, "ballot-count-differs"),
            ("{\"ballotcount\": \"two\"}\n1:A", 1, "metadata-number-expected"),
            ("{\"ballotcount\": 1}\n{\"ballotcount\": 2}\n1:A", 2, "metadata-twice"),
            ("{\"ballot_type\": \"rated\"}\n1:A", 2, "ballot-score-expected"),
            ("{\"ballot_type\": \"choose_many\"}\n1:A/1", 2, "ballot-score-unexpected"),
            ("{\"ballot_type\": \"rankd\"}\n1:A", 1, "ballot-type-unknown"),
            ("{\"ballot_type\": \"choose_one\"}\n1:A\n1:A=B", 3, "one-choice-each"),
            ("{\"title\": [1]}\n1:A", 1, "metadata-unreadable"),
            ("{\"title\"\n1:A", 1, "metadata-unreadable"),
            ("{\"title\": \"\\ud800\"}\n1:A", 1, "metadata-unreadable"),
            ("{} x\n1:A", 1, "metadata-unreadable"),
            ("1:A\n1:\u{1B}[2J", 2, "ballot-line-control-character"),
            ("1:A\r1:B", 1, "ballot-line-control-character"),
        ])
    func refuses(text: String, line: Int, code: String) {
        do {
            _ = try ABIF.read(text)
            Issue.record("\(code) was expected")
        } catch {
            #expect(error.line == line)
            #expect(error.statement.code == code)
        }
    }

    @Test("a line as long as allowed is read, one byte more is refused") func longLines() throws {
        for (length, isRead) in [(99_999, true), (100_000, true), (100_001, false)] {
            let text = "1:A#" + String(repeating: "x", count: length - 4)
            #expect(((try? ABIF.read(text)) != nil) == isRead)
        }
        let names = (0..<201).map { "O\($0)" }
        #expect(throws: BallotFileError.self) { try ABIF.read("1:" + names.joined(separator: ">")) }
        #expect(try ABIF.read("1:" + names.dropLast().joined(separator: ">")).tokens.count == 200)
    }

    @Test("escapes of a title are read, and what would steer a terminal becomes a space") func titles() throws
    {
        let file = try ABIF.read(#"{"title": "\"A\" \u00e5 \ud83d\ude42 \u001b \n"}"# + "\n1:A")
        #expect(file.title == "\"A\" å 🙂    ")
    }

    @Test("yes, no, abstain, blank and invalid become counts") func yesNo() throws {
        let file = try ABIF.read("{\"electorate\": 37}\n18:yes\n4:no\n2:abstain\n1:blank\n1:Invalid\n")
        let ballots = try file.yesNoBallots()
        #expect(
            try ballots.whole == ChoiceCount(eligible: 37, yes: 18, no: 4, abstain: 2, blank: 1, invalid: 1))
        #expect(try file.yesNoBallots(eligible: 40).whole.eligible == 40)
        #expect(try ABIF.read(ABIF.text(of: ballots.whole)).yesNoBallots() == ballots)
    }

    @Test(
        "what is no yes-or-no vote is refused",
        arguments: [
            ("3:yes", nil, 1, "electorate-not-stated"), ("3:yes\n2:maybe", 9, 1, "not-a-choice"),
            ("3:yes\n2:yes>no", 9, 2, "one-choice-each"), ("3:yes\n2:", 9, 2, "one-choice-each"),
            ("3:yes\n\n2:no", 4, 3, "more-ballots-than-eligible"),
        ] as [(String, Int?, Int, String)])
    func noYesNo(text: String, eligible: Int?, line: Int, code: String) throws {
        let file = try ABIF.read(text)
        do {
            _ = try file.yesNoBallots(eligible: eligible)
            Issue.record("\(code) was expected")
        } catch {
            #expect(error.line == line)
            #expect(error.statement.code == code)
        }
    }

    @Test("any text ends in ballots or an error") func anyText() throws {
        var numbers = SeededNumbers(seed: 20_261_123)
        let pieces = [
            "A", "B", ">", "=", ":", "3", "0", "-", "\n", " ", "[", "]", "#", "{", "}", "\"title\"", ",", "/",
            "\"", "å", "\r\n", "\\u", "1 2", "0\n",
        ]
        for _ in 0..<4000 {
            let text = (0..<numbers.below(16)).map { _ in pieces[numbers.below(pieces.count)] }.joined()
            let lines = text.utf8.count { $0 == UInt8(ascii: "\n") } + 1
            do { _ = try ABIF.read(text) } catch { #expect((1...lines).contains(error.line), "\(text)") }
            do { _ = try BLT.read(text) } catch { #expect((1...lines).contains(error.line), "\(text)") }
            do { _ = try BallotFile.read(text) } catch {
                #expect((1...lines).contains(error.line), "\(text)")
            }
        }
    }
}
