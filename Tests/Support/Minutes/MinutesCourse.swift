public import TingClerk
import TingProceedings
import TingTally
import TingWorkflow

/// A course of writing that follows from a seed: the same steps on any minutes.
public struct MinutesCourse {
    static let streams: [Stream] = [.assembly, .proposal(1), .proposal(2), .ballots(Sample.vote)]
    static let texts = ["", "roof", "a\u{0}b", "Smörgås \u{1F33F}"]
    static let members = ["m0000000001", "m0000000002", "m0000000003"]
    static let handles = ["ada", "bo", "cy"]
    static let numbers = Array(1...4)
    static let workflows = ["consent", "bylaw"]
    static let votes = [Sample.vote, VoteKey(proposal: 2, state: "vote", visit: 1)]

    private let chance: SeededChance
    private var place = 0

    /// Makes the course of a seed.
    public init(seed: Int) {
        chance = SeededChance(seed: seed)
    }

    /// Takes some steps in a transaction.
    ///
    /// What a step throws is remembered, and the course goes on: minutes must refuse the same.
    public mutating func go(_ steps: Int, in writing: any MinutesWriting) throws -> [String] {
        var refused: [String] = []
        for step in 0..<steps {
            do { try take(in: writing) } catch let error as MinutesError {
                refused.append("\(step) \(error)")
            }
        }
        return refused
    }

    private mutating func below(_ bound: Int) -> Int {
        place += 1
        return Int(chance.bytes(1, for: "course", at: place)[0]) % bound
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

    private mutating func take(in writing: any MinutesWriting) throws {
        switch below(10) {
        case 0, 1:
            let stream = pick(MinutesCourse.streams)
            let behind = below(8) == 0 ? 1 : 0
            let events = (0..<below(3)).map { Sample.event("step-\($0)", hour: place % 7) }
            let version = try writing.version(of: stream) + behind
            try writing.append(events, to: stream, after: version, recorded: Sample.hour(place))
        case 2: try writing.keep(Sample.document(pick(MinutesCourse.texts)))
        case 3:
            let text = pick(MinutesCourse.texts)
            try writing.keep(text: text, salt: [1, 2, 3], under: Sample.document(text).digest)
        case 4:
            try writing.keep(
                Sample.member(
                    pick(MinutesCourse.members), classes: [pick(["users", "workers"])], left: below(9)))
        case 5:
            let member = pick(MinutesCourse.members)
            guard try writing.roll().member(member) != nil else { return }
            try writing.keep(
                Person(
                    member: member, handle: pick(MinutesCourse.handles),
                    name: pick(MinutesCourse.texts.suffix(2))))
        case 6, 7: try writing.keep(card())
        case 8:
            try writing.box(
                Sample.ballot(pick(MinutesCourse.members), pick([.yes, .no, .abstain]), hour: below(7)),
                in: pick(MinutesCourse.votes))
        default:
            try writing.done(below(6))
            try writing.order(
                pick([
                    .report(Sample.vote),
                    .adoptText(
                        proposal: 2, text: Sample.document("text").digest, document: "bylaws",
                        at: Sample.hour(2)),
                    .notice(code: "vote-opened", proposal: 1, to: MinutesCourse.members, at: Sample.hour(1)),
                ]))
        }
    }

    private mutating func card() -> Card {
        let number = pick(MinutesCourse.numbers)
        let workflow = pick(MinutesCourse.workflows)
        let due = pick([nil, 0, 1, 2, 3, 4])
        if below(4) == 0 {
            return Sample.ended(number, workflow: workflow, due: due, restsUntil: pick([nil, 10, 11, 12]))
        }
        var card = Sample.card(number, workflow: workflow, due: due, version: below(9))
        if below(3) == 0 {
            card.vote = VoteKey(proposal: pick([number, number, 5]), state: "vote", visit: 1 + below(2))
            card.electorate = pick([nil, Sample.document("roof").digest.hex])
        }
        card.waits = [
            Card.Wait(
                verb: "sponsor", whom: ["members", "role:\(pick(["chair", "board"]))"],
                done: below(2) == 0 ? [] : MinutesCourse.members, missing: pick([nil, 0, 3]),
                from: pick([nil, Sample.hour(3)]))
        ]
        return card
    }
}
