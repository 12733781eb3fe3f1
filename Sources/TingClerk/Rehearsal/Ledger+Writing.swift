import TingProceedings
import TingWorkflow

extension Ledger: MinutesWriting {
    func append(_ events: [JSON], to stream: Stream, after version: Int, recorded: Instant) throws {
        guard self.version(of: stream) == version else { throw MinutesError.conflict }
        let sealed = try Entry.seal(
            events, in: stream, after: version, length: entries.count, head: head(), recorded: recorded)
        let before = latestEffective
        remember { ledger in
            ledger.entries.removeLast(sealed.count)
            ledger.places[stream]?.removeLast(sealed.count)
            ledger.latestEffective = before
        }
        places[stream, default: []].append(contentsOf: entries.count..<(entries.count + sealed.count))
        entries.append(contentsOf: sealed)
        if let effective = Entry.latestEffective(of: events) {
            latestEffective = max(effective, before ?? effective)
        }
    }

    func keep(_ document: Decision.Document) {
        guard documents[document.digest] == nil else { return }
        remember { $0.documents[document.digest] = nil }
        documents[document.digest] = document.bytes
    }

    func keep(text: String, salt: [UInt8], under commitment: Digest) {
        guard texts[commitment] == nil else { return }
        // The salt is only for showing a text to others, which nobody asks of a rehearsal.
        remember { $0.texts[commitment] = nil }
        texts[commitment] = text
    }

    func keep(_ person: Person) throws {
        try person.checkSound()
        if let other = membersByHandle[person.handle], other != person.member { throw MinutesError.conflict }
        let before = people[person.member]
        remember { ledger in
            ledger.membersByHandle[person.handle] = nil
            ledger.people[person.member] = before
            if let before { ledger.membersByHandle[before.handle] = before.member }
        }
        if let before { membersByHandle[before.handle] = nil }
        membersByHandle[person.handle] = person.member
        people[person.member] = person
        rememberPerson(of: person.member)
    }

    func keep(_ member: Member) {
        let before = members[member.id]
        remember { ledger in
            ledger.members[member.id] = before
            ledger.rollMade = nil
        }
        members[member.id] = member
        rollMade = nil
    }

    func keep(_ card: Card) throws {
        try card.checkSound()
        let before = cards[card.number]
        remember { $0.cards[card.number] = before }
        cards[card.number] = card
    }

    func keepHeld(_ calendar: String, at instant: Instant) {
        let before = meetings[calendar]
        remember { $0.meetings[calendar] = before }
        meetings[calendar] = Set((before ?? []) + [instant]).sorted()
    }

    func box(_ ballot: Ballot, in vote: VoteKey) throws {
        guard cards[vote.proposal] != nil else { throw MinutesError.damaged(at: vote.description) }
        let before = boxes[vote]?[ballot.by]
        remember { $0.boxes[vote]?[ballot.by] = before }
        boxes[vote, default: [:]][ballot.by] = ballot
    }

    func order(_ errand: Errand.Order) {
        orders.append(errand)
        let number = orders.count
        openErrands.insert(number)
        remember { ledger in
            ledger.orders.removeLast()
            ledger.openErrands.remove(number)
        }
    }

    func done(_ errand: Int) {
        guard openErrands.remove(errand) != nil else { return }
        remember { $0.openErrands.insert(errand) }
    }
}
