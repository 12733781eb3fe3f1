import TingTally

/// The kinds of state that this version knows.
///
/// A new kind is one file in this folder and one line here.
public enum Kinds {
    /// Every kind, in the order they are listed for people.
    public static let all: [any StateKind.Type] = [
        DraftKind.self,
        SponsorshipKind.self,
        TakeOverKind.self,
        CollectKind.self,
        ClusterKind.self,
        OptionsKind.self,
        DeliberationKind.self,
        OpinionKind.self,
        NoticeKind.self,
        MeetingKind.self,
        RollCallKind.self,
        VoteKind.self,
        ConsentKind.self,
        VetoKind.self,
        JudgementKind.self,
        TaskKind.self,
        HoldKind.self,
        FinalKind.self,
    ]

    /// The words after `kind:`.
    public static var words: [String] { all.map { $0.word } }

    /// The kind with this word; nil when there is none.
    public static func named(_ word: String) -> (any StateKind.Type)? {
        all.first { $0.word == word }
    }

    /// Reports a kind that is not known.
    static func reportUnknown(_ word: String, at node: Node, reading: Reading) {
        reading.error(
            "unknown-kind", [.text("kind", word)], at: node, allowed: words,
            suggestion: didYouMean(word, among: words))
    }
}
