public import TingClerk
public import TingProceedings
public import TingTally
public import TingWorkflow

/// Values for tests of minutes: small, and different where they have to be.
public enum Sample {
    /// 2026-03-02 09:00:00 UTC, and so many hours later.
    public static func hour(_ hours: Int) -> Instant { Instant(seconds: 1_772_442_000 + 3600 * hours) }

    /// An event of a type that takes effect at an hour.
    public static func event(_ type: String, hour: Int = 0) -> JSON {
        .object(["type": .string(type), "at": .integer(Sample.hour(hour).seconds)])
    }

    /// A document under its own digest.
    public static func document(_ text: String) -> Decision.Document {
        Decision.Document(digest: Hashing.digest(Array(text.utf8)), bytes: Array(text.utf8))
    }

    /// The card of a running proposal.
    public static func card(
        _ number: Int, workflow: String = "consent", due: Int? = nil, state: String = "talk", version: Int = 1
    ) -> Card {
        Card(
            number: number, workflow: workflow, title: "Proposal \(number)", author: "m0000000001",
            state: state, kind: "deliberation", entered: hour(0), due: due.map(hour), result: nil, ended: nil,
            matter: "proposal \(number)", restsUntil: nil, vote: nil, electorate: nil, waits: [],
            version: version)
    }

    /// The card of a proposal that has ended, at hour 9.
    public static func ended(
        _ number: Int, workflow: String = "consent", due: Int? = nil, matter: String = "roof",
        restsUntil: Int? = nil
    ) -> Card {
        var card = Sample.card(number, workflow: workflow, due: due, state: "rejected", version: 9)
        card.result = "rejected"
        card.ended = hour(9)
        card.matter = matter
        card.restsUntil = restsUntil.map(hour)
        return card
    }

    /// A ballot with a choice.
    public static func ballot(_ voter: String, _ choice: Choice = .yes, hour: Int = 1) -> Ballot {
        Ballot(by: voter, content: .choice(choice), at: Sample.hour(hour))
    }

    /// A member since an hour.
    public static func member(_ id: String, classes: [String] = [], roles: [String] = [], left: Int? = nil)
        -> Member
    {
        Member(id: id, classes: classes, roles: roles, joined: hour(0), left: left.map(hour))
    }

    /// A vote of proposal 1.
    public static let vote = VoteKey(proposal: 1, state: "vote", visit: 1)
}

/// Somebody's error within a transaction.
public struct Interruption: Error, Hashable {
    /// Makes the error.
    public init() {}
}
