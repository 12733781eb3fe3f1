import TingClerk
import TingProceedings
import TingReports
import TingTally
import TingWorkflow

extension Card {
    /// The card for scripts; moments are RFC 3339 in UTC.
    var json: JSON {
        var keys: [String: JSON] = [
            "proposal": .string("P-\(number)"), "workflow": .string(workflow), "title": .string(title),
            "state": .string(state), "kind": .string(kind), "entered": .string(entered.description),
        ]
        if let due { keys["ends"] = .string(due.description) }
        if let result { keys["result"] = .string(result) }
        if let ended { keys["ended"] = .string(ended.description) }
        if let inForce { keys["in-force"] = .string(inForce.description) }
        if let expires { keys["expires"] = .string(expires.description) }
        if let restsUntilNext { keys["rests-until-next"] = .string(restsUntilNext) }
        if result != nil, !waits.isEmpty {
            keys["duties"] = .array(
                waits.map { wait in
                    var duty: [String: JSON] = ["verb": .string(wait.verb)]
                    if let from = wait.from { duty["from"] = .string(from.description) }
                    if let due = wait.due { duty["due"] = .string(due.description) }
                    return .object(duty)
                })
        }
        if let restsUntil { keys["rests-until"] = .string(restsUntil.description) }
        return .object(keys)
    }
}

extension Receipt {
    /// The receipt for scripts.
    var json: JSON {
        var keys: [String: JSON] = [
            "receipt": .string(code), "events": .array(events.map { .string($0.type) }),
        ]
        if let card { keys["proposal"] = card.json }
        return .object(keys)
    }
}

extension Screen {
    /// Text from people, with control characters made visible.
    static func visible(_ text: String) -> String { Visible.line(text) }

    /// Prints what became of a proposal, and the receipt.
    func show(_ receipt: Receipt, _ office: Office) {
        answer(receipt.json)
        if let card = receipt.card { line(CardLine(card, office, self).text) }
        say("recorded", [.text("receipt", receipt.code)])
    }
}
