import ArgumentParser
import TingClerk
import TingProceedings
import TingReports
import TingTally
import TingWorkflow

/// One line about a proposal: its name, its title, what happens next and when.
struct CardLine {
    let text: String

    init(_ card: Card, _ office: Office, _ screen: Screen) {
        let name = "P-\(card.number)".padded(to: 5)
        let title = card.title.count > 48 ? String(card.title.prefix(47)) + "…" : card.title.padded(to: 48)
        text = "  " + name + " " + Screen.visible(title) + "  " + CardLine.next(card, office, screen)
    }

    /// What follows after an end: when it is in force, until when, what is to be done.
    private static func after(_ card: Card, at now: Instant) -> [Statement] {
        var lines: [Statement] = []
        if let inForce = card.inForce, inForce > now {
            lines.append(Statement("card-in-force", [.instant("from", inForce.seconds)]))
        }
        if let expires = card.expires {
            lines.append(
                Statement(expires <= now ? "card-expired" : "card-expires", [.instant("at", expires.seconds)])
            )
        }
        if let wait = card.dueWait(at: now) {
            let moment = wait.due ?? wait.from ?? now
            lines.append(
                Statement(
                    wait.due.map { $0 <= now } ?? false ? "card-duty-late" : "card-duty-\(wait.verb)",
                    [.text("verb", wait.verb), .instant("at", moment.seconds)]))
        }
        return lines
    }

    private static func next(_ card: Card, _ office: Office, _ screen: Screen) -> String {
        if let result = card.result, let ended = card.ended {
            let first = screen.sentence(
                "card-finished", [.term("result", result), .instant("ended", ended.seconds)])
            // The zone is named once in a line.
            let words = Screen.words(in: office.zone, now: office.moment.effective, isZoneNamed: false)
            return ([first] + after(card, at: office.moment.effective).map(words.render)).joined(
                separator: "; ")
        }
        let now = office.moment.effective
        let missing = card.waits.first { $0.missing != nil }?.missing
        let state = Fact.text("state", card.state)
        guard let due = card.due else { return screen.sentence("card-waits", [state]) }
        let facts = [
            state,
            Fact("distance", .statement(.distance(to: due, from: now))),
            .instant("due", due.seconds),
        ]
        if card.kind == MeetingKind.word { return screen.sentence("card-begins", facts) }
        if let missing { return screen.sentence("card-needs", facts + [.number("missing", missing)]) }
        return screen.sentence(card.vote == nil ? "card-ends" : "card-vote-closes", facts)
    }
}
