import TingClerk
import TingProceedings
import TingWorkflow

extension Errand.Order {
    /// The order as a map.
    var json: JSON {
        switch self {
        case .report(let vote):
            .object([
                "do": .string("report"), "proposal": .integer(vote.proposal), "state": .string(vote.state),
                "visit": .integer(vote.visit),
            ])
        case .notice(let code, let proposal, let to, let at):
            .object([
                "do": .string("notice"), "code": .string(code), "proposal": .integer(proposal),
                "to": .strings(to), "at": .integer(at.seconds),
            ])
        case .adoptText(let proposal, let text, let document, let at):
            Self.json("adopt-text", proposal, text, document, at)
        case .noteTerm(let proposal, let text, let document, let at):
            Self.json("note-term", proposal, text, document, at)
        }
    }

    private static func json(
        _ task: String, _ proposal: Int, _ text: Digest, _ document: String, _ at: Instant
    ) -> JSON {
        .object([
            "do": .string(task), "proposal": .integer(proposal), "text": .string(text.hex),
            "document": .string(document), "at": .integer(at.seconds),
        ])
    }

    /// Reads an order; nil for anything else.
    init?(json: JSON) {
        guard let proposal = json["proposal"]?.integer else { return nil }
        switch json["do"]?.string {
        case "report":
            guard let state = json["state"]?.string, let visit = json["visit"]?.integer else { return nil }
            self = .report(VoteKey(proposal: proposal, state: state, visit: visit))
        case "notice":
            guard let code = json["code"]?.string, let to = json["to"]?.array, let at = json["at"]?.integer
            else { return nil }
            self = .notice(
                code: code, proposal: proposal, to: to.compactMap(\.string), at: Instant(seconds: at))
        case "adopt-text", "note-term":
            guard let document = json["document"]?.string, let at = json["at"]?.integer,
                let text = json["text"]?.string
            else { return nil }
            let (digest, instant) = (Digest(hex: text), Instant(seconds: at))
            self =
                json["do"]?.string == "note-term"
                ? .noteTerm(proposal: proposal, text: digest, document: document, at: instant)
                : .adoptText(proposal: proposal, text: digest, document: document, at: instant)
        default: return nil
        }
    }
}
