import TingClerk
import TingProceedings
import TingReports
import TingTally
import TingWorkflow

/// Does what is to be done outside the record: reports, notices, governed documents.
///
/// Each errand is noted as done when its file is on disk; one that is
/// interrupted is done again and gives the same file. One that fails stays open
/// and keeps none of the others waiting, save later adoptions of the same
/// document: these are done in order, so that no older text covers a newer one.
struct Errands {
    /// What was done.
    struct Done {
        /// The paths of reports written.
        var reports: [String] = []
        /// The paths of notices written.
        var notices: [String] = []
        /// The paths of governed documents brought up to date.
        var documents: [String] = []
        /// Why errands stay open, oldest first.
        var failures: [any Error] = []
        /// Whether another run has the errands in hand.
        var isElsewhere = false
    }

    let office: Office

    /// Does every errand there is.
    ///
    /// - Throws: what keeps it from looking at the errands; an errand that fails
    ///   is in ``Done/failures``.
    func doAll() throws -> Done {
        guard try !open().isEmpty else { return Done() }
        guard let lock = try ErrandLock(office.folder.errandLock, patience: .seconds(5)) else {
            return Done(isElsewhere: true)
        }
        defer { lock.release() }
        var done = Done()
        var waiting: Set<String> = []
        // Looked at again under the lock: another run may have done them meanwhile.
        for errand in try open() {
            if case .adoptText(_, _, let document, _) = errand.order, waiting.contains(document) { continue }
            do {
                guard try perform(errand, &done) else { continue }
                try office.clerk.minutes.write { try $0.done(errand.number) }
            } catch {
                done.failures.append(error)
                if case .adoptText(_, _, let document, _) = errand.order { waiting.insert(document) }
            }
        }
        return done
    }

    private func open() throws -> [Errand] { try office.clerk.minutes.read { try $0.errands() } }

    /// Does one errand; false when its time has not come.
    private func perform(_ errand: Errand, _ done: inout Done) throws -> Bool {
        switch errand.order {
        case .report(let vote):
            let press = try ReportPress(office.folder)
            let file = try office.clerk.file(vote.proposal, at: office.moment)
            let author = try Names(file, office)[file.proposal.author]
            done.reports.append(try press.write(try press.report(of: vote, in: file, author: author)))
        case .notice(_, _, _, let at) where at > office.moment.effective: return false
        case .notice(let code, let proposal, let to, let at):
            let path = try NoticePress(office).write(
                code, about: proposal, to: to, at: at, errand: errand.number)
            if let path { done.notices.append(path) }
        case .adoptText(let proposal, let text, let document, _):
            done.documents.append(try adopt(text, of: proposal, into: document))
        }
        return true
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
