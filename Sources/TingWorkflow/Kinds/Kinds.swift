import TingTally

/// The kinds of state that this version knows.
///
/// A new kind is one file in this folder and one line here.
public enum Kinds {
    /// Every kind, in the order they are listed for people.
    public static let all: [any StateKind.Type] = [
        DraftKind.self,
        SponsorshipKind.self,
        DeliberationKind.self,
        OpinionKind.self,
        NoticeKind.self,
        MeetingKind.self,
        VoteKind.self,
        ConsentKind.self,
        VetoKind.self,
        JudgementKind.self,
        TaskKind.self,
        FinalKind.self,
    ]

    /// Kinds that the language has a name for, and this version does not know yet.
    static let later = ["collect", "cluster", "options", "hold"]

    /// The words after `kind:`.
    public static var words: [String] { all.map { $0.word } }

    /// The kind with this word; nil when there is none.
    public static func named(_ word: String) -> (any StateKind.Type)? {
        all.first { $0.word == word }
    }

    /// Reports a kind that is not known, or not known yet.
    static func reportUnknown(_ word: String, at node: Node, reading: Reading) {
        if later.contains(word) {
            reading.error("kind-not-yet", [.text("kind", word)], at: node, allowed: words)
        } else {
            reading.error(
                "unknown-kind", [.text("kind", word)], at: node, allowed: words,
                suggestion: didYouMean(word, among: words))
        }
    }
}
