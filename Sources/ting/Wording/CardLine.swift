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

    private static func next(_ card: Card, _ office: Office, _ screen: Screen) -> String {
        if let result = card.result, let ended = card.ended {
            return screen.sentence(
                "card-finished", [.term("result", result), .instant("ended", ended.seconds)])
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
