import TingClerk
import TingProceedings
import TingReports
import TingTally
import TingWorkflow

/// Makes the tally reports of an assembly, from the record alone.
struct ReportPress {
    private let folder: AssemblyFolder
    private let words: Words
    private let template: PageSource

    /// A press for an assembly: its own template, else the program's; the assembly's language.
    init(_ folder: AssemblyFolder) throws {
        self.folder = folder
        words = Program.words(in: folder.settings.language)
        guard let template = try folder.template("reports/tally.md.mustache") else {
            throw NotFound("template-not-found", [.text("template", "reports/tally.md.mustache")])
        }
        self.template = template
    }

    /// The report of a vote.
    ///
    /// - Throws: ``NotFound`` when no such vote was closed, ``MinutesError`` when the record lacks what it needs.
    func report(of vote: VoteKey, in file: Clerk.File, author: String?) throws -> TallyReport {
        guard
            let place = TallyReport.closing(of: vote.state, visit: vote.visit, in: file.events),
            case .voteClosed(let closed) = file.events[place].fact
        else { throw NotFound("vote-not-closed", [.text("proposal", file.proposal.name)]) }
        guard let tally = file.tallies[closed.tally] else {
            throw MinutesError.damaged(at: closed.tally.short)
        }
        return try TallyReport(
            of: vote.state, visit: vote.visit, in: file.events, under: file.workflow, tally: tally,
            texts: file.texts,
            setting: TallyReport.Setting(
                assembly: folder.settings.name, zone: file.zone, author: author, minutes: file.hashes[place]))
    }

    /// The report as Markdown.
    func markdown(_ report: TallyReport) throws -> String { try report.markdown(words, template: template) }

    /// Writes a report, its form for scripts and its ballot files; returns the path of the page.
    func write(_ report: TallyReport) throws -> String {
        let path = folder.reports + "/" + report.name
        for file in report.recount.files { try Disk.write(file.text, to: folder.reports + "/" + file.name) }
        try Disk.write(report.json.prettyText + "\n", to: path + ".json")
        try Disk.write(try markdown(report), to: path + ".md")
        return path + ".md"
    }
}
