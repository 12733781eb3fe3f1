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
            if let document = errand.order.document, waiting.contains(document) { continue }
            do {
                guard try perform(errand, &done) else { continue }
                try office.clerk.minutes.write { try $0.done(errand.number) }
            } catch {
                done.failures.append(error)
                if let document = errand.order.document { waiting.insert(document) }
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
        // What is not in force yet stays out of the document, and what holds is not noted as over.
        case .adoptText(_, _, _, let at) where at > office.moment.effective: return false
        case .noteTerm(_, _, _, let at) where at > office.moment.effective: return false
        case .adoptText(let proposal, let text, let document, _):
            done.documents.append(try adopt(text, of: proposal, into: document))
        case .noteTerm(let proposal, let text, let document, _):
            done.documents.append(try note(text, of: proposal, in: document))
        }
        return true
    }

    /// Puts the sections of the text that was decided into the governed document.
    private func adopt(_ decided: Digest, of number: Int, into document: String) throws -> String {
        try bring(decided, of: number, into: document) { $0.consolidated(with: $1) }
    }

    /// Notes anew for which time the sections of a text hold that is in the governed document.
    private func note(_ decided: Digest, of number: Int, in document: String) throws -> String {
        try bring(decided, of: number, into: document) { old, _ in old.consolidated(with: Sections("")) }
    }

    /// Changes the governed document by a text that was decided, and notes in it for which time that holds.
    private func bring(
        _ decided: Digest, of number: Int, into document: String, _ change: (Sections, Sections) -> String
    ) throws -> String {
        let file = try office.clerk.file(number, at: office.moment)
        let path = try office.folder.document(document)
        guard let text = file.texts[decided] else { throw MinutesError.damaged(at: decided.short) }
        let draft = Sections(try ProposalFile(Array(text.utf8), name: file.proposal.name).body)
        let old = Sections(String(decoding: try Disk.read(path), as: UTF8.self))
        var new = change(old, draft)
        if let line = term(of: file) {
            new = Sections(new).noting(line, in: draft.names, about: file.proposal.name)
        }
        try Disk.write(new, to: path)
        return path
    }

    /// For which time a decision holds, in one line; nil when it holds from its end on and for ever.
    private func term(of file: Clerk.File) -> String? {
        let after = file.proposal.aftermath
        var facts: [Fact] = []
        if let inForce = after.inForce ?? file.proposal.ended {
            facts.append(.instant("from", inForce.seconds))
        }
        let words = Program.words(in: office.folder.settings.language).telling(
            timeIn: file.zone, isZoneNamed: false)
        guard let expires = after.expires else {
            return after.inForce == nil ? nil : words.render(Statement("term-from", facts))
        }
        facts.append(.instant("until", expires.seconds))
        let isOver = expires <= office.moment.effective
        return words.render(Statement(isOver ? "term-over" : "term-until", facts))
    }
}

extension Errand.Order {
    /// The governed document that the order changes; nil for none.
    fileprivate var document: String? {
        switch self {
        case .adoptText(_, _, let document, _), .noteTerm(_, _, let document, _): document
        case .report, .notice: nil
        }
    }
}
