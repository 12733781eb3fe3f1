import Testing
import TingTally

@Suite("Reading Pabulib files") struct ReadingPabulibTests {
    private func file(
        _ meta: String = "vote_type;approval\nbudget;100",
        _ projects: String = "project_id;cost\na;60\nb;40.50",
        _ votes: String = "voter_id;vote\n1;a\n2;a,b\n3;"
    ) -> String { "META\nkey;value\n\(meta)\nPROJECTS\n\(projects)\nVOTES\n\(votes)\n" }

    private func scores(_ text: String) throws -> [[Int?]] {
        let box = try Pabulib.read(text).ballots.scored()
        return (0..<box.rowCount).map { row in
            box.options.indices.map { box.score(ofRow: row, option: $0) }
        }
    }

    @Test("the ordinary course: approvals, costs with decimals, an empty vote") func ordinary() throws {
        let read = try BallotFile.read(file())
        #expect(read.tokens == ["a", "b"] && read.ballots.options == ["a", "b"])
        #expect(read.budget == Budget(limit: Fraction(100), costs: [Fraction(60), try Fraction(81, 2)]))
        #expect(read.ballots.total == 3)
        #expect(try scores(file()) == [[1, nil], [1, 1], [nil, nil]])
    }

    @Test("spreadsheets and editors leave marks that change nothing") func marks() throws {
        let plain = try Pabulib.read(file())
        let text = file()
        for marked in [
            "\u{FEFF}" + text, "# a comment\n\n" + text, text + "\n\n",
            text.replacing("\n", with: "\r\n"), text.replacing("META", with: "meta;;"),
            text.replacing("VOTES", with: "VOTES;;;").replacing("1;a\n", with: "1;a;;;\n"),
            text.replacing(";", with: " ; "), text.replacing("2;a,b", with: "2; a , b "),
            file("vote_type;approval\nbudget;100\nshoe_size;44\nfully_unknown;x;y"),
            file("vote_type;approval\nbudget;100\nnum_projects;2\nnum_votes;3\nmin_project_score_threshold;"),
        ] {
            let read = try BallotFile.read(marked)
            #expect(read.ballots == plain.ballots && read.budget == plain.budget, "\(marked)")
        }
    }

    @Test("names with semicolons and quotation marks, and names that stand twice") func names() throws {
        let read = try Pabulib.read(
            file(
                "vote_type;approval\nbudget;100\ndescription;\"Our town; 2027\"",
                "name;cost;project_id;selected\n\"Park; phase 2\";1;a;1\n\"\"\"Konik\"\" park\";2;b;0\n"
                    + "\"Old\" mill;3;c;\nBench;4;d;1\nBench;5;e;1\n;6;f;1",
                "vote;age;voter_id\na,b;44;1\nf;;2"))
        #expect(
            read.ballots.options == [
                "Park; phase 2", "\"Konik\" park", "\"Old\" mill", "Bench (d)", "Bench (e)", "f",
            ])
        #expect(read.tokens == ["a", "b", "c", "d", "e", "f"])
        #expect(read.title == "Our town; 2027")
    }

    @Test("each kind of vote gives its points") func kinds() throws {
        let points = "voter_id;vote;points\n1;b,a;3,-1\n2;a;5"
        #expect(
            try scores(file("vote_type;cumulative\nbudget;1", votes(points), points)) == [
                [-1, 3], [5, nil],
            ])
        #expect(
            try scores(file("vote_type;scoring\nbudget;1\ndefault_score;2", votes(points), points))
                == [[-1, 3], [5, 2]])
        let ranked = "voter_id;vote\n1;b,a\n2;a\n3;"
        #expect(
            try scores(file("vote_type;ordinal\nbudget;1\nmax_length;3", votes(ranked), ranked))
                == [[2, 3], [3, nil], [nil, nil]])
        #expect(
            try scores(file("vote_type;ordinal\nbudget;1", votes(ranked), ranked))
                == [[1, 2], [2, nil], [nil, nil]])
    }

    private func votes(_ text: String) -> String { "project_id;cost\na;60\nb;40.50" }

    @Test("weights may be fractions") func weights() throws {
        let box = try Pabulib.read(
            file(
                "vote_type;choose-1\nbudget;1", "project_id;cost\na;1", "voter_id;weight;vote\n1;1.5;a\n2;2;a"
            )
        ).ballots
        #expect(box.unit == (try Fraction(1, 2)) && box.total == 7)
    }

    @Test("a file that is not whole is refused with its line and reason") func refusals() {
        let projects = "project_id;cost\na;60\nb;40.50"
        for (text, line, code) in [
            ("PROJECTS\nproject_id;cost\na;1\n", 1, "pabulib-section-missing"),
            (file().replacing("VOTES", with: "VOICES"), 5, "pabulib-section-missing"),
            (file() + "VOTES\n", 14, "pabulib-section-twice"),
            (file("vote_type;approval"), 1, "pabulib-key-missing"),
            (file("budget;100"), 1, "pabulib-key-missing"),
            (file("vote_type;approval\nbudget;lots"), 4, "pabulib-number-expected"),
            (file("vote_type;approval\nbudget;-5"), 4, "pabulib-number-expected"),
            (file("vote_type;shouting\nbudget;1"), 3, "pabulib-vote-type-unknown"),
            (file("vote_type;approval\nbudget;1\nbudget;2"), 5, "pabulib-key-twice"),
            (file("vote_type;approval\nbudget;1\nnum_votes;4"), 5, "pabulib-votes-differ"),
            (file("vote_type;approval\nbudget;1\nnum_projects;3"), 5, "pabulib-projects-differ"),
            (file("vote_type;approval\nbudget;1", "project_id;cost\na;1\na;2"), 8, "option-named-twice"),
            (
                file("vote_type;approval\nbudget;1", "project_id;cost\na;1/2\nb;2"), 7,
                "pabulib-number-expected"
            ),
            (file("vote_type;approval\nbudget;1", "project_id;cost\na\nb;2"), 7, "pabulib-field-missing"),
            (file("vote_type;approval\nbudget;1", "project_id;name\na;1\nb;2"), 6, "pabulib-column-missing"),
            (file("vote_type;approval\nbudget;1", "cost;cost\na;1"), 6, "pabulib-column-twice"),
            (file("vote_type;approval\nbudget;1", projects, "voter_id;vote\n1;a\n2;c"), 12, "option-unknown"),
            (
                file("vote_type;approval\nbudget;1", projects, "voter_id;vote\n1;a,a"), 11,
                "option-scored-twice"
            ),
            (file("vote_type;approval\nbudget;1", projects, "voter_id;vote\n1;a,,b"), 11, "option-unknown"),
            (file("vote_type;choose-1\nbudget;1", projects, "voter_id;vote\n1;a,b"), 11, "one-choice-each"),
            (file("vote_type;approval\nbudget;1", projects, "voter_id\n1"), 10, "pabulib-column-missing"),
            (
                file("vote_type;scoring\nbudget;1", projects, "voter_id;vote;points\n1;a,b;3"), 11,
                "pabulib-points-differ"
            ),
            (
                file("vote_type;scoring\nbudget;1", projects, "voter_id;vote;points\n1;a;1.5"), 11,
                "pabulib-number-expected"
            ),
            (
                file("vote_type;approval\nbudget;1", projects, "voter_id;vote;weight\n1;a;0"), 11,
                "pabulib-weight-not-positive"
            ),
            (file("vote_type;ordinal\nbudget;1\nscoring_fn;dowdall"), 5, "pabulib-scoring-unknown"),
        ] {
            do {
                _ = try Pabulib.read(text)
                Issue.record("\(code) was expected")
            } catch {
                #expect(error.statement.code == code, "\(text)")
                #expect(error.line == line, "\(code)")
            }
        }
    }
}
