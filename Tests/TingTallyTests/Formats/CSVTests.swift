import Testing
import TingTally

@Suite("Reading CSV files") struct ReadingCSVFilesTests {
    @Test("columns of options: ranks in the cells, equals, no opinion, empty", arguments: [",", ";", "\t"])
    func options(separator: String) throws {
        let text = "id,Ada,\"Bo, \"\"the\"\" second\",=Cy\n7,1,2,2\n8,,No opinion,1\n9,3,1,\n"
        let quoted = separator == "," ? text : text.replacing("Bo, ", with: "Bo  ")
        let file = try BallotFile.read(quoted.replacing(",", with: separator))
        let read = try file.ballots.ranked()
        #expect(read.options.first == "Ada" && read.options.last == "=Cy")
        #expect(read.options[1] == (separator == "," ? "Bo, \"the\" second" : "Bo  \"the\" second"))
        #expect((0..<3).map(read.ranking(ofRow:)) == [[[0], [1, 2]], [[2]], [[1], [], [0]]])
        #expect(file.tokens == read.options)
    }

    @Test(
        "columns of ranks: names in the cells, whatever the header calls the ranks",
        arguments: [
            "rank1,rank2,rank3", "Rank 1,Rank 2,Rank 3", "1st choice,2nd Choice,3rd choice",
            "choice 1,choice 2,choice 3", "1st,2nd,3rd", "First choice,Second choice,Third choice",
            "For Mayor Choice 1 (45),For Mayor Choice 2 (50),For Mayor Choice 3 (55)",
            "1ST CHOICE MAYOR,2ND CHOICE MAYOR,3RD CHOICE MAYOR", "preference_1,preference_2,preference_3",
        ])
    func ranks(header: String) throws {
        let rows = "Cy,Ada,Bo\nBo,,Ada\nAda,Ada,Cy\nAda|Bo,Cy\n,,\nundervote,skipped,Bo\n"
        let read = try BallotFile.read(header + "\r\n" + rows).ballots.ranked()
        #expect(read.options == ["Ada", "Bo", "Cy"])
        #expect(
            (0..<read.rowCount).map(read.ranking(ofRow:)) == [
                [[2], [0], [1]], [[1], [], [0]], [[0], [2]], [[0, 1], [2]], [], [[], [], [1]],
            ])
    }

    @Test("an overvote without names ends the ballot or is passed over, as the vote rules") func overvotes()
        throws
    {
        let text = "Ballot #,1st,2nd,3rd\n1,Ada,overvote,Bo\n2,overvote,Bo,Ada\n"
        let ended = try CSVBallots.read(text).ballots.ranked()
        #expect((0..<2).map(ended.ranking(ofRow:)) == [[[0]], []])
        let passed = try CSVBallots.read(text, overvotes: .skip).ballots.ranked()
        #expect((0..<2).map(passed.ranking(ofRow:)) == [[[0], [1]], [[1], [0]]])
    }

    @Test("weights that are decimals and fractions are whole in the smallest unit") func weights() throws {
        let read = try BallotFile.read("weight,A,B\n2,1,2\n0.5,2,1\n1/3,1,\n").ballots.ranked()
        #expect(try read.unit == Fraction(1, 6))
        #expect((0..<3).map(read.weight) == [12, 3, 2])
        #expect(read.total == 17)
    }

    @Test("scores are read when that is asked for, and ranks above the number of options are not taken")
    func scores() throws {
        let text = "A,B,count\n5,0,2\n,-3,1\n"
        let file = try BallotFile.read(bytes: Array(text.utf8), format: .csvScores)
        guard case .scored(let read) = file.ballots else {
            Issue.record("scores were expected")
            return
        }
        #expect(
            (0..<2).map { row in (0..<2).map { read.score(ofRow: row, option: $0) } } == [
                [5, 0], [nil, -3],
            ])
        #expect(read.total == 3)
    }

    @Test("the Scottish form: numbers, then candidates with parties, then the ward") func scottish() throws {
        let text = """
            3,2,
            5,2,1,
            1,3,
            "Candidate 1","Ada Lovelace","Independent (Ind)",
            "Candidate 2","Bo","Green (Gr)",
            "Candidate 3","Cy","Labour (Lab)",
            "4. Paisley North West Ward",
            """
        let file = try BallotFile.read(text)
        let read = try file.ballots.ranked()
        #expect(file.title == "4. Paisley North West Ward")
        #expect(file.seats == 2)
        #expect(read.options == ["Ada Lovelace", "Bo", "Cy"])
        #expect((0..<2).map(read.ranking(ofRow:)) == [[[1], [0]], [[2]]])
        #expect(read.total == 6)
    }

    @Test("a quoted cell may run over lines, and the lines are still counted") func lines() throws {
        #expect(try BallotFile.read("\"Ada\nLovelace\",Bo\n1,2\n").ballots.options == ["Ada Lovelace", "Bo"])
        do {
            _ = try BallotFile.read("\"Ada\nLovelace\",Bo\n1,2\n1,x\n")
            Issue.record("a refusal was expected")
        } catch {
            #expect(error.line == 4)
        }
    }

    @Test(
        "refuses a file at the line that cannot be counted",
        arguments: [
            ("", 1, "ballot-file-empty"), ("id,precinct\n", 1, "csv-no-options"),
            ("rank1,rank2\n,\n", 1, "csv-no-options"),
            ("count,Weight,A\n", 1, "csv-weight-column-twice"),
            ("rank1,Rank 1\nA,B\n", 1, "csv-rank-column-twice"),
            ("rank1,rank3\nA,B\n", 1, "csv-rank-column-missing"),
            ("rank1,rank2,remark\nA,B,x\n", 1, "csv-column-unknown"),
            ("rank1,rank2\n1,2\n2,1\n", 1, "csv-ranks-or-names"), ("1,2,3\n3,2,1\n", 1, "csv-ranks-or-names"),
            ("A,A\n1,2\n", 1, "option-named-twice"),
            ("A,B\n1\n", 2, "csv-cells-missing"), ("A,B\n1,2,3\n", 2, "csv-cells-too-many"),
            ("rank1,rank2\nA,B\nA,B,C\n", 3, "csv-cells-too-many"),
            ("A,B\n1,2\n\n1,x\n", 4, "csv-rank-unreadable"), ("A,B\n0,1\n", 2, "csv-rank-unreadable"),
            ("A,B\n-1,1\n", 2, "csv-rank-unreadable"), ("A,B\n1.5,1\n", 2, "csv-rank-unreadable"),
            ("A,B\n1,2\n5,4\n", 3, "csv-rank-beyond-options"),
            ("A,B\n\"1,2\n", 2, "csv-quotation-not-closed"),
            ("A,B\n\"1\"x,2\n", 2, "csv-text-after-quotation"),
            ("A,count\n1,0\n", 2, "ballot-count-not-positive"),
            ("A,count\n1,-2\n", 2, "ballot-count-not-positive"),
            ("A,count\n1,-0.5\n", 2, "ballot-count-not-positive"),
            ("A,count\n1,x\n", 2, "ballot-weight-unreadable"),
            ("A,count\n1,\n", 2, "ballot-count-missing"),
            ("rank1,count\nA,1\nA\n", 3, "csv-cells-missing"),
            ("A,count\n1,9223372036854775808\n", 2, "count-overflow"),
            ("A,count\n1,9223372036854775807\n1,1\n", 3, "count-overflow"),
            ("3,1,\n1,4,\n\"Candidate 1\",\"A\",\n", 3, "csv-candidate-expected"),
            ("1,1,\n1,2,\n\"Candidate 1\",\"A\",\n", 2, "blt-option-unknown"),
            ("2,1,\n1,1,1,\n\"Candidate 1\",\"A\",\n\"Candidate 2\",\"B\",\n", 2, "option-ranked-twice"),
            ("2,1,\n\"Candidate 1\",\"A\",\n\"Candidate 2\",\"A\",\n", 3, "option-named-twice"),
            ("1,1,\n\"Candidate 1\",\"A\",\n\"Ward\",\n\"more\",\n", 4, "blt-text-after-end"),
        ])
    func refuses(text: String, line: Int, code: String) {
        do {
            _ = try CSVBallots.read(text)
            Issue.record("\(code) was expected")
        } catch {
            #expect(error.line == line)
            #expect(error.statement.code == code)
        }
    }

    @Test(
        "a file of scores is refused where it is none",
        arguments: [
            ("rank1,rank2\nA,B\n", 1, "csv-scores-in-rank-columns"),
            ("A,B\n1,x\n", 2, "csv-score-unreadable"),
            ("A,B\n1,2.5\n", 2, "csv-score-unreadable"), ("A,B\n1000001,1\n", 2, "score-too-large"),
        ])
    func refusesScores(text: String, line: Int, code: String) {
        do {
            _ = try CSVBallots.readScores(text)
            Issue.record("\(code) was expected")
        } catch {
            #expect(error.line == line)
            #expect(error.statement.code == code)
        }
    }
}
