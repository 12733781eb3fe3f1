import TingProceedings
import TingTally
import TingWorkflow

extension TallyReport {
    /// The report as a page in Markdown.
    ///
    /// - Parameters:
    ///   - words: The words of the language; moments are written in the report's own zone, whatever
    ///     ``Words/instant`` says.
    ///   - template: `Templates/reports/tally.md.mustache`, or what the assembly puts in its place.
    /// - Throws: ``BrokenPage`` when the template cannot be used, or uses a name that does not exist.
    public func markdown(_ words: Words, template: PageSource) throws(BrokenPage) -> String {
        let page = try Page(template)
        let values = TallyPage(self, words.telling(timeIn: setting.zone)).values
        if let unknown = page.unknown(in: TallyPage.sample(values)).first { throw unknown }
        return page.render(values)
    }
}

/// The values of a report for its template: every sentence in words, every text escaped.
struct TallyPage {
    private let report: TallyReport
    private let words: Words
    private let sentences: TallySentences
    private let tables: TallyTables

    init(_ report: TallyReport, _ words: Words) {
        self.report = report
        self.words = words
        sentences = TallySentences(report: report, language: words.language)
        tables = TallyTables(report: report, words: words)
    }

    /// The tree of values.
    var values: PageValue {
        let headline = TallyHeadline(report)
        return .map([
            "labels": labels,
            "heading": line(
                Statement(
                    "report-heading",
                    [.text("proposal", report.proposal.name), .text("title", report.proposal.title)])),
            "headline": line(headline.statement), "reasons": lines(headline.reasons),
            "assembly": line(
                Statement(
                    "report-assembly",
                    [
                        .text("assembly", report.setting.assembly),
                        .text("workflow", report.workflow.title.text(in: words.language)),
                        .text("state", report.state.title.text(in: words.language)),
                    ])),
            "asked": lines(sentences.asked), "text": text(report.opened.text), "options": options,
            "electorate": lines(sentences.electorate), "classes": classes,
            "period": lines(sentences.period), "rule-source": lines(sentences.ruleSource),
            "rule": .list(sentences.ruleLines.map { item($0.statement, depth: $0.depth) }),
            "arithmetic": .list(arithmetic), "is-ranked": .flag(report.matrix != nil),
            "has-options": .flag(!report.opened.options.isEmpty),
            "has-default": .flag(tables.againstDefault != nil),
            "counts": table(tables.counts), "matrix": table(tables.matrix),
            "against-default": table(tables.againstDefault), "ranking": lines(sentences.ranking),
            "is-in-several-classes": .flag(isInSeveralClasses), "outcome": outcome,
            "next": lines(sentences.nextLines), "digests": .list(digests), "recount": recount,
        ])
    }

    /// The values with everything there, for checking the names of a template.
    ///
    /// A list that happens to be empty has items of this form in other reports.
    static func sample(_ values: PageValue) -> PageValue {
        guard case .map(let entries) = values else { return values }
        let option: PageValue = .map([
            "letter": .text(""), "title": .text(""), "text": .lines(""), "default": .text(""),
            "details": .text(""),
        ])
        let forms = ["options": option, "classes": .map(["name": .text(""), "size": .text("")])]
        return .map(
            entries.map { entry in
                guard case .list(let items) = entry.value, items.isEmpty else { return entry }
                return PageEntry(entry.name, .list([forms[entry.name] ?? .text("")]))
            })
    }

    private var labels: PageValue {
        let keys = [
            "asked", "options", "who", "when", "rule", "arithmetic", "numbers", "outcome", "next", "digests",
            "recount", "matrix", "against-default", "in-several-classes", "privacy", "recount-intro",
        ]
        return .map(keys.map { PageEntry($0, .text(words.plain("report." + $0))) })
    }

    private func line(_ statement: Statement) -> PageValue {
        .text(words.render(statement.mappingTexts(Markdown.line)))
    }

    private func lines(_ statements: [Statement]) -> PageValue { .list(statements.map(line)) }

    private func item(_ statement: Statement, depth: Int) -> PageValue {
        .map(["indent": .text(String(repeating: "  ", count: depth)), "line": line(statement)])
    }

    private func table(_ table: MarkdownTable?) -> PageValue { .lines(table?.text ?? "") }

    /// A text behind its commitment as a quotation; a sentence when it is gone or empty.
    private func text(_ commitment: Digest?) -> PageValue {
        guard let commitment else { return .lines("") }
        guard let text = report.texts[commitment] else { return line(Statement("text-erased")) }
        let quote = Markdown.quote(text)
        return quote.isEmpty ? line(Statement("text-empty")) : .lines(quote)
    }

    private var options: PageValue {
        let last = report.vote.hasDefault ? report.opened.options.last?.letter : nil
        return .list(
            report.opened.options.map { option in
                .map([
                    "letter": .text(option.letter), "title": .text(Markdown.line(option.title)),
                    "details": option.details.map(line) ?? .text(""),
                    "default": .text(option.letter == last ? words.plain("report.default") : ""),
                    // An option that is the proposal itself has its text above.
                    "text": option.text == report.opened.text ? .lines("") : text(option.text),
                ])
            })
    }

    private var classes: PageValue {
        .list(
            report.opened.classes.map {
                .map(["name": .text(Markdown.line($0.name)), "size": .text(String($0.size))])
            })
    }

    private var isInSeveralClasses: Bool {
        guard case .yesNo(let ballots) = report.count else { return false }
        return !ballots.classes.isEmpty
    }

    /// The transcript; the pairwise matrix stands among the numbers.
    private var arithmetic: [PageValue] {
        report.transcript.steps.filter { $0.statement.code != "pairwise-matrix" }.map { step in
            .map([
                "indent": .text(String(repeating: "  ", count: step.depth)), "line": line(step.statement),
                "table": table(step.table.map(tables.markdown)),
            ])
        }
    }

    private var outcome: PageValue {
        line(
            Statement(
                "outcome-is",
                [.term("outcome", report.closed.outcome), .instant("at", report.closedAt.seconds)]))
    }

    private var digests: [PageValue] {
        report.digests.map { name, digest in
            .map(["name": .text(words.plain("report.digest-" + name)), "hex": .text(digest.hex)])
        }
    }

    private var recount: PageValue {
        let recount = Recount(report)
        return .list(
            recount.steps.map { .map(["line": line($0.statement), "command": .text($0.command)]) })
    }
}

extension TallyReport {
    /// What the result rests on, by digest, in the order shown.
    var digests: [(name: String, digest: Digest)] {
        [
            ("workflow", proposal.pinned), ("electorate", opened.electorate), ("tally", closed.tally),
            ("minutes", setting.minutes),
        ]
    }
}
