import TingTally

extension VoteKind {
    /// Further periods of voting while one more vote could change the outcome.
    public struct Repetition: Hashable, Sendable {
        /// How long each is.
        public let by: Period
        /// How many at most.
        public let times: Int
    }

    /// What is done where a fault has kept people from voting.
    public struct Faults: Hashable, Sendable {
        /// Who says that there was one, with a reason.
        public let by: People
        /// How much longer the vote is then open; once only.
        public let reopenFor: Period
        /// Whether only those may vote then who have not voted by the end it had before.
        public let onlyWhoHasNot: Bool
    }

    /// The verb with which a fault is put on record.
    public static let faultVerb = "report-fault"
    /// For whom a vote is reopened: those shut out, or everybody entitled.
    static let reopenedFor = ["those who have not voted", "everybody entitled"]
    static let repetitionKeys = [
        Key("while", .oneOf(["one more vote could change it"]), required: true),
        Key("by", .phrase(.duration), required: true), Key("times", .phrase(.whole), required: true),
    ]
    static let faultKeys = [
        Key("by", .phrase(.people), required: true), Key("reopen-for", .phrase(.duration), required: true),
        Key("for", .oneOf(reopenedFor), required: true),
    ]

    /// Whether as many people as must have put a fault on record in this visit.
    func hasFault(_ visit: Visit) -> Bool {
        guard let faults else { return false }
        let persons = visit.persons(who: Self.faultVerb).count
        return persons >= visit.needed[Self.faultVerb] ?? faults.by.personsNeeded
    }
}

extension MapReader {
    /// Reads `extend: {while: one more vote could change it, by: 7 days, times: 3}`.
    func repetitionOfVote() -> VoteKind.Repetition? {
        guard let value = node["extend"], value.entries != nil, value["while"] != nil,
            let map = map("extend", VoteKind.repetitionKeys)
        else { return nil }
        _ = map.one(of: ["one more vote could change it"], "while")
        let by = map.period("by")
        guard let times = map.whole("times"), let by else { return nil }
        return VoteKind.Repetition(by: by, times: times)
    }

    /// Reads `faults: {by: teller, reopen-for: 1 day, for: those who have not voted}`.
    func faultsOfVote() -> VoteKind.Faults? {
        guard let map = map("faults", VoteKind.faultKeys) else { return nil }
        let by = map.actors("by")
        let period = map.period("reopen-for")
        let word = map.one(of: VoteKind.reopenedFor, "for")
        guard let by, let period, let word else { return nil }
        return VoteKind.Faults(by: by, reopenFor: period, onlyWhoHasNot: word == VoteKind.reopenedFor[0])
    }

    /// Reads who may vote without being counted; nil where nobody may.
    func advisory() -> People? {
        guard let value = node["advisory"], value.text != "none" else { return nil }
        return map(people: "advisory")
    }

    private func map(people key: String) -> People? { people(key) }
}
