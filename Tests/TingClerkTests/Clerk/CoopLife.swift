import TingClerk
import TingProceedings
import TingTally
import TingWorkflow

/// What happens in a cooperative, by the throw of seeded dice: proposals under every workflow, and
/// deeds, mostly such as the cards say are waited for.
struct CoopLife {
    private var state: UInt64

    init(seed: Int) {
        state = UInt64(seed)
    }

    mutating func number(below limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % max(1, limit)
    }

    mutating func one<Item>(of items: [Item]) -> Item? {
        items.isEmpty ? nil : items[number(below: items.count)]
    }

    /// The next deed, as the cards of one cooperative suggest it.
    mutating func deed(_ step: Int, _ coop: SmallCoop, at moment: Clerk.Moment) throws -> CoopDeed {
        let handle = one(of: SmallCoop.lines.map(\.handle)) ?? "ada"
        let workflows = [
            "request", "meeting", "options", "feature-request", "bylaw-change", "debian-general-resolution",
            "arch-special-vote",
        ]
        if step % 12 == 0 || step < workflows.count {
            return CoopDeed(
                verb: "propose", number: 0, handle: handle, choice: workflows[step % workflows.count],
                days: step)
        }
        let cards = try coop.clerk.cards(running: true, at: moment)
        guard let card = one(of: cards) else {
            return CoopDeed(verb: "comment", number: 1, handle: handle, choice: nil, days: 0)
        }
        let verbs = card.waits.filter { $0.verb != "withdraw" } + [Card.Wait(verb: "comment", whom: [])]
        let wait = number(below: 12) == 0 ? Card.Wait(verb: "amend", whom: []) : one(of: verbs)
        let fitting = SmallCoop.lines.map(\.handle).filter { handle in
            guard let line = SmallCoop.lines.first(where: { $0.handle == handle }) else { return false }
            return wait?.whom.contains { whom in
                ["members", "electorate", "member:" + coop.id(handle)].contains(whom)
                    || line.roles.contains { whom == "role:" + $0 }
            } ?? true
        }
        return CoopDeed(
            verb: wait?.verb ?? "comment", number: card.number, handle: one(of: fitting) ?? handle,
            choice: one(of: wait?.choices ?? []), days: number(below: 40))
    }
}

/// Something that somebody tries.
struct CoopDeed {
    let verb: String
    let number: Int
    let handle: String
    let choice: String?
    let days: Int

    /// What came of it: the receipt's code, or the codes of the refusal.
    func outcome(in coop: SmallCoop, at moment: Clerk.Moment) throws -> [String] {
        do {
            return try [attempt(in: coop, at: moment).code]
        } catch let refusal as Refusal {
            return refusal.reasons.map(\.statement.code)
        } catch let missing as NotFound {
            return [missing.statement.code]
        }
    }

    private func attempt(in coop: SmallCoop, at moment: Clerk.Moment) throws -> Receipt {
        let (clerk, id) = (coop.clerk, coop.id(handle))
        let date = Instant(seconds: moment.effective.seconds + days * 86_400)
        switch verb {
        case "propose":
            return try coop.propose(choice ?? "request", title: "Matter \(days)", by: handle, at: moment)
        case "comment": return try clerk.comment("Well.", on: number, by: id, at: moment)
        case "amend":
            return try clerk.amend(
                title: nil, text: "Another text.", sections: days < 20 ? ["fees"] : [], on: number, by: id,
                at: moment)
        case "offer":
            return try clerk.offer(
                title: "Option \(days)", text: "Instead.", touches: [], on: number, by: id, at: moment)
        case "vote": return try clerk.vote(choice ?? "yes", on: number, by: id, at: moment)
        default:
            return try clerk.act(
                Clerk.Act(verb: verb, choice: choice ?? "B", reason: "Because.", date: date), on: number,
                by: id, at: moment)
        }
    }
}
