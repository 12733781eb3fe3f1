import TingClerk
import TingProceedings
import TingReports
import TingTally
import TingWorkflow

/// Makes notices to members and lays them into the outbox, one text file each.
///
/// The first lines say to whom it goes, as blind copies: nobody learns the others'
/// addresses. A mail program of the assembly's own takes it from there.
struct NoticePress {
    private let office: Office
    private let words: Words

    init(_ office: Office) {
        self.office = office
        words = Program.words(in: office.folder.settings.language)
    }

    /// Writes a notice; returns its path, or nil for a reminder that has become idle.
    func write(_ code: String, about number: Int, to ids: [String], at instant: Instant, errand: Int) throws
        -> String?
    {
        guard let code = NoticePage.Code(rawValue: code),
            let template = try office.folder.template("notices/" + code.file)
        else { throw NotFound("template-not-found", [.text("template", "notices/\(code).mustache")]) }
        let file = try office.clerk.file(number, at: office.moment)
        var ids = ids
        guard file.proposal.isDue(code.rawValue, at: instant, in: file.situation) else { return nil }
        if code == .reminder {
            ids = file.proposal.stillToRemind(ids, in: file.situation)
            if ids.isEmpty { return nil }
        }
        let page = try NoticePage(
            code, of: file.events, under: file.workflow, at: instant, zone: file.zone,
            assembly: office.folder.settings.name, tallies: file.tallies, texts: file.texts,
            language: office.folder.settings.language)
        let persons = try office.clerk.persons(ids)
        let to = ids.compactMap { persons[$0] }.sorted { $0.handle < $1.handle }.map { Mailbox($0).text }
        let text =
            "Bcc: " + to.map(Visible.line).joined(separator: ",\n     ") + "\n"
            + (try page.text(words, template: template))
        let path =
            office.folder.outbox + "/" + String(errand).leftPadded(to: 6, with: "0")
            + "-P-\(number)-\(code.rawValue).txt"
        try Disk.write(text, to: path, for: .owner)
        return path
    }
}
