import TingProceedings
import TingWorkflow

extension Ledger: MinutesReading {
    func length() -> Int { entries.count }

    func head() -> Digest? { entries.last?.hash }

    func latest() -> Instant? { latestEffective }

    func version(of stream: Stream) -> Int { places[stream]?.count ?? 0 }

    func entries(of stream: Stream, after version: Int) -> [Entry] {
        (places[stream] ?? []).dropFirst(max(0, version)).map { entries[$0] }
    }

    func entries(after sequence: Int, limit: Int) -> [Entry] {
        Array(entries.dropFirst(max(0, sequence)).prefix(max(0, limit)))
    }

    func document(_ digest: Digest) -> [UInt8]? { documents[digest] }

    func text(_ commitment: Digest) -> String? { texts[commitment] }

    func roll() -> Roll {
        if let rollMade { return rollMade }
        let roll = Roll(Array(members.values))
        rollMade = roll
        return roll
    }

    func person(_ member: String) -> Person? { people[member] }

    func person(handle: String) -> Person? { membersByHandle[handle].flatMap { people[$0] } }

    func persons() -> [Person] {
        people.values.sorted { $0.handle.utf8.lexicographicallyPrecedes($1.handle.utf8) }
    }

    func lastNumber() -> Int { cards.keys.max() ?? 0 }

    func card(_ number: Int) -> Card? { cards[number] }

    func cards(running: Bool) -> [Card] {
        cards.values.filter { !running || $0.ended == nil }.sorted { $0.number < $1.number }
    }

    func firstDue(notAfter instant: Instant) -> Int? {
        var first: (due: Instant, number: Int)?
        for card in cards.values where card.ended == nil {
            guard let due = card.due, due <= instant else { continue }
            if let found = first, (found.due, found.number) < (due, card.number) { continue }
            first = (due, card.number)
        }
        return first?.number
    }

    func cardsWithDuties() -> [Card] {
        cards.values.filter { $0.ended != nil && !$0.waits.isEmpty }.sorted { $0.number < $1.number }
    }

    func resting(under workflow: String, at instant: Instant) -> [RestingMatter] {
        cards.values.filter { $0.workflow == workflow }.compactMap { $0.restingMatter(at: instant) }
    }

    func held(_ calendar: String) -> [Instant] { meetings[calendar] ?? [] }

    func ballots(in vote: VoteKey) -> [Ballot] {
        (boxes[vote] ?? [:]).values.sorted { $0.by.utf8.lexicographicallyPrecedes($1.by.utf8) }
    }

    func ballot(in vote: VoteKey, by voter: String) -> Ballot? { boxes[vote]?[voter] }

    func voted(in votes: [VoteKey], by voter: String) -> Set<VoteKey> {
        Set(votes.filter { boxes[$0]?[voter] != nil })
    }

    func errands() -> [Errand] {
        openErrands.sorted().map { Errand(number: $0, order: orders[$0 - 1]) }
    }
}
