import TingProceedings
import TingTally
import TingWorkflow

/// The tables of a report: how many ballots said what, or preferred what.
struct TallyTables {
    let report: TallyReport
    let words: Words

    /// Yes, no, abstain and the rest, for everybody and for each class; only how many were cast where options
    /// were counted, and nothing where their pairs are shown.
    var counts: MarkdownTable? {
        guard case .yesNo(let ballots) = report.count else { return report.matrix == nil ? turnout : nil }
        let columns = [ballots.whole] + ballots.classes.map(\.count)
        var headings = [words.plain("report.ballots"), words.plain("report.everybody")]
        headings += ballots.classes.map { Markdown.line($0.name) }
        var rows = Choice.allCases.map { choice in
            [words.plain("terms." + choice.rawValue)] + columns.map { String($0[choice]) }
        }
        rows.append([words.plain("report.not-cast")] + columns.map { String($0.notCast) })
        rows.append([words.plain("report.could-vote")] + columns.map { String($0.eligible) })
        return MarkdownTable(headings, rows, numbers: Set(1..<headings.count))
    }

    private var turnout: MarkdownTable {
        let (cast, size) = (report.closed.ballots, report.opened.size)
        return MarkdownTable(
            [words.plain("report.ballots"), words.plain("report.everybody")],
            [
                [words.plain("report.cast"), String(cast)],
                [words.plain("report.not-cast"), String(size - cast)],
                [words.plain("report.could-vote"), String(size)],
            ], numbers: [1])
    }

    /// How many ballots prefer the row to the column; nil for yes and no.
    var matrix: MarkdownTable? { report.matrix.map(markdown) }

    /// Each option beside the default option: preferred to it, the reverse, and what became of it.
    var againstDefault: MarkdownTable? {
        guard report.vote.hasDefault, let matrix = report.matrix, let last = matrix.headings.last else {
            return nil
        }
        let place = matrix.headings.count - 1
        let letter = [Fact("default", last)]
        let rows = (0..<place).map { option in
            let name = words.text(of: matrix.headings[option])
            let cells = [matrix.rows[option].cells[place], matrix.rows[place].cells[option]]
            return [name] + cells.map { $0.map(words.text) ?? "" }
                + [words.plain("report.lack-" + report.lack(of: name))]
        }
        return MarkdownTable(
            [
                words.plain("report.option"), words.plain("report.above-default", letter),
                words.plain("report.below-default", letter), words.plain("report.result"),
            ], rows, numbers: [1, 2])
    }

    /// A table of the transcript.
    func markdown(_ table: Transcript.Table) -> MarkdownTable {
        let rows = table.rows.map { row in
            [Markdown.line(words.text(of: row.name))]
                + row.cells.map { $0.map { Markdown.line(words.text(of: $0)) } ?? "" }
        }
        return MarkdownTable(
            [""] + table.headings.map { Markdown.line(words.text(of: $0)) }, rows,
            numbers: Set(1...max(1, table.headings.count)))
    }
}

extension TallyReport {
    /// How many options could win.
    var seats: Int {
        if case .counted(_, let settings, _) = ruling { settings.seats } else { 1 }
    }

    /// The pairwise matrix of the transcript; nil for yes and no.
    var matrix: Transcript.Table? {
        transcript.steps.first { $0.statement.code == "pairwise-matrix" }?.table
    }

    /// What an option lacked over the default option: `quorum`, `majority`, `nothing`.
    func lack(of letter: String) -> String {
        for statement in transcript.statements where statement.option == letter {
            switch statement.code {
            case "option-quorum-missed": return "quorum"
            case "option-majority-missed", "option-not-above-default": return "majority"
            default: continue
            }
        }
        return "nothing"
    }
}
