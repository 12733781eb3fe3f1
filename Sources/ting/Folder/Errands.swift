import TingClerk
import TingProceedings
import TingReports
import TingTally
import TingWorkflow

/// Does what is to be done outside the record: reports, notices, governed documents.
///
/// Each errand is noted as done when its file is on disk; one that is
/// interrupted is done again and gives the same file.
struct Errands {
    /// What was done.
    struct Done {
        /// The paths of reports written.
        var reports: [String] = []
        /// The paths of notices written.
        var notices: [String] = []
        /// The paths of governed documents brought up to date.
        var documents: [String] = []
    }

    let office: Office

    /// Does every errand there is.
    func doAll() throws -> Done {
        var done = Done()
        let errands = try office.clerk.minutes.read { try $0.errands() }
        guard !errands.isEmpty else { return done }
        let press = try ReportPress(office.folder)
        for errand in errands {
            switch errand.order {
            case .report(let vote):
                let file = try office.clerk.file(vote.proposal, at: office.moment)
                let author = try Names(file, office)[file.proposal.author]
                done.reports.append(try press.write(try press.report(of: vote, in: file, author: author)))
            case .notice(_, _, _, let at) where at > office.moment.effective: continue
            case .notice(let code, let proposal, let to, let at):
                let path = try NoticePress(office).write(
                    code, about: proposal, to: to, at: at, errand: errand.number)
                if let path { done.notices.append(path) }
            case .adoptText(let proposal, let text, let document, _):
                done.documents.append(try adopt(text, of: proposal, into: document))
            }
            try office.clerk.minutes.write { try $0.done(errand.number) }
        }
        return done
    }

    /// Puts the sections of the text that was decided into the governed document.
    private func adopt(_ decided: Digest, of number: Int, into document: String) throws -> String {
        let file = try office.clerk.file(number, at: office.moment)
        let path = try office.folder.document(document)
        guard let text = file.texts[decided] else { throw MinutesError.damaged(at: decided.short) }
        let draft = try ProposalFile(Array(text.utf8), name: file.proposal.name)
        let old = String(decoding: try Disk.read(path), as: UTF8.self)
        try Disk.write(Sections(old).consolidated(with: Sections(draft.body)), to: path)
        return path
    }
}
