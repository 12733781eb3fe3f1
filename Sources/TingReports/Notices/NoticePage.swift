public import TingProceedings
import TingTally
public import TingWorkflow

/// A notice to members as a plain text mail: the subject in the first line, then what is said.
///
/// It is made from the record up to the moment at which it became due, so one
/// that is sent late says what was so then, with its dates.
public struct NoticePage: Sendable {
    /// What a notice is about; spelt as its template in `Templates/notices`.
    public enum Code: String, CaseIterable, Hashable, Sendable {
        /// A vote has opened.
        case voteOpened = "vote-opened"
        /// A vote has closed.
        case voteClosed = "vote-closed"
        /// Another state has been entered.
        case stateEntered = "state-entered"
        /// The proposal has ended.
        case finished
        /// The end of a state is near.
        case reminder
        /// Notice is given: of a meeting, of a text.
        case noticeGiven = "notice-given"
        /// A decision comes into force.
        case inForce = "in-force"
        /// A decision has not been reported, and should have been by now.
        case reportDue = "report-due"
        /// A decision is reported.
        case reportGiven = "report-given"
        /// It is time to look at a decision again.
        case reviewDue = "review-due"
        /// A decision made for a time is about to end.
        case expiresSoon = "expires-soon"
        /// A decision made for a time has ended.
        case expired

        /// The template's file name within `Templates/notices`.
        public var file: String { rawValue + ".mustache" }
    }

    /// The text that goes with a notice; nil inside when it has been erased.
    private struct Attachment {
        let text: String?
    }

    private let code: Code
    private let subject: Statement
    private let lines: [Statement]
    private let deeds: [NoticeReader.Deed]
    private let attachment: Attachment?
    private let assembly: String
    private let zone: Zone

    /// Makes a notice.
    ///
    /// - Parameters:
    ///   - events: The proposal's events, oldest first; those after `at` change nothing.
    ///   - at: When the notice became due.
    ///   - tallies: The tallies of closed votes, by digest; without one a vote is told by its outcome.
    ///   - texts: The texts by their commitments, for a notice that carries one.
    ///   - language: The language of the titles of states, such as `en`.
    /// - Throws: ``NoReport`` `notice-about-nothing` when the record has nothing to tell of this code.
    public init(
        _ code: Code, of events: [ProposalEvent], under workflow: Workflow, at instant: Instant, zone: Zone,
        assembly: String, tallies: [Digest: JSON] = [:], texts: [Digest: String] = [:], language: String
    ) throws(NoReport) {
        let past = events.filter { $0.at <= instant }
        guard let proposal = try? Proposal(folding: past),
            let reader = NoticeReader(
                code, proposal, past, workflow, at: instant, zone: zone, tallies: tallies, language: language)
        else { throw NoReport("notice-about-nothing", [.text("code", code.rawValue)]) }
        self.code = code
        self.assembly = assembly
        self.zone = zone
        subject = reader.subject
        lines = reader.lines
        deeds = reader.deeds
        attachment = reader.attachment.map { Attachment(text: texts[$0]) }
    }

    /// The mail; moments are written in the zone of the workflow, which is named each time.
    ///
    /// - Throws: ``BrokenPage`` when the template cannot be used, or uses a name that does not exist.
    public func text(_ words: Words, template: PageSource) throws(BrokenPage) -> String {
        let words = words.telling(timeIn: zone, isZoneNamed: true)
        let page = try Page(template)
        let values: PageValue = .map([
            "subject": .text(words.render(subject)),
            "lines": .list(lines.map { .text(words.render($0)) }),
            "can-do": .text(deeds.isEmpty ? "" : words.render(Statement("notice-can-do"))),
            "commands": .list(commands(words)),
            "text": .lines(attachment.map { $0.text ?? words.plain("show.erased") } ?? ""),
            "sign": .text(words.render(Statement("notice-sign", [.text("assembly", assembly)]))),
        ])
        let sample: PageValue = .map([
            "subject": .text(""), "lines": .list([.text("")]), "can-do": .text(""),
            "commands": .list([.text("")]), "sign": .text(""), "text": .text(""),
        ])
        if let unknown = page.unknown(in: sample).first { throw unknown }
        return page.render(values)
    }

    /// The command lines, with what they are for in a column.
    private func commands(_ words: Words) -> [PageValue] {
        let width = deeds.map { $0.note == nil ? 0 : $0.command.count }.max() ?? 0
        return deeds.map { deed in
            guard let note = deed.note else { return .text(deed.command) }
            let space = String(repeating: " ", count: width - deed.command.count)
            return .text(deed.command + space + "   " + words.render(note))
        }
    }
}
