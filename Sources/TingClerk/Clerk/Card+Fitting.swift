import TingProceedings
import TingWorkflow

extension ReadingDesk {
    /// Whether something on a card waits for this member.
    func waits(_ wait: Card.Wait, for member: Member, _ card: Card) throws -> Bool {
        if let from = wait.from, moment.effective < from { return false }
        if wait.verb == FinalKind.renewVerb, let due = wait.due, moment.effective >= due { return false }
        if wait.done.contains(member.id) || wait.whom.contains("not:" + member.id) { return false }
        return try wait.whom.contains { try fits($0, member, card) }
    }

    /// Whether a selector of a card means this member.
    private func fits(_ selector: String, _ member: Member, _ card: Card) throws -> Bool {
        if selector == "members" { return true }
        if selector == "electorate" {
            guard let hex = card.electorate else { return false }
            return try electorate(Digest(hex: hex)).voter(member.id) != nil
        }
        guard let colon = selector.firstIndex(of: ":") else { return false }
        let value = String(selector[selector.index(after: colon)...])
        switch selector[..<colon] {
        case "role": return member.holds(value, at: moment.effective)
        case "class": return member.classes(at: moment.effective).contains(value)
        case "member": return member.id == value
        default: return false
        }
    }
}
