import ArgumentParser
import TingClerk
import TingProceedings
import TingReports
import TingTally
import TingWorkflow

/// `ting`: what waits for me, and what is mine.
struct Status: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "status", abstract: help("status"), discussion: help("status-examples"))
    }

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let office = try Office(options)
        let screen = Screen(options, office)
        guard office.handle != nil else {
            let cards = try office.clerk.cards(running: true, at: office.moment)
            screen.answer(.object(["running": .array(cards.map(\.json))]))
            screen.say(
                "status-anonymous",
                [.text("assembly", office.folder.settings.name), .number("count", cards.count)])
            for card in cards { screen.line(CardLine(card, office, screen).text) }
            if !screen.json { Output.error(screen.sentence("status-who") + "\n") }
            return
        }
        let status = try office.clerk.status(of: try office.member(), at: office.moment)
        screen.answer(json(status))
        if status.waiting.isEmpty {
            screen.say("status-nothing-waits")
        } else {
            screen.line(screen.label("status.waiting"))
            for item in status.waiting {
                screen.line(CardLine(item.card, office, screen).text)
                for wait in item.waits { screen.line("        " + CommandLineFor(wait, item.card).text) }
            }
        }
        let waiting = Set(status.waiting.map(\.card.number))
        let own = status.own.filter { !waiting.contains($0.number) }
        guard !own.isEmpty else { return }
        screen.line(screen.label("status.yours"))
        for card in own { screen.line(CardLine(card, office, screen).text) }
    }

    private func json(_ status: Clerk.Status) -> JSON {
        .object([
            "waiting": .array(
                status.waiting.map { item in
                    .object([
                        "proposal": item.card.json,
                        "commands": .strings(item.waits.map { CommandLineFor($0, item.card).text }),
                    ])
                }),
            "own": .array(status.own.map(\.json)), "running": .integer(status.running),
        ])
    }
}

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

/// The command line by which a person does what a proposal waits for.
struct CommandLineFor {
    let text: String

    init(_ wait: Card.Wait, _ card: Card) {
        let name = "P-\(card.number)"
        let choices = wait.choices.isEmpty ? "" : " " + wait.choices.joined(separator: "|")
        switch wait.verb {
        case "vote", "sponsor", "submit", "withdraw": text = "ting \(wait.verb) \(name)\(choices)"
        default: text = "ting act \(name) \(wait.verb)\(choices)"
        }
    }
}

extension String {
    /// The text with spaces up to a length in characters.
    func padded(to length: Int) -> String {
        count >= length ? self : self + String(repeating: " ", count: length - count)
    }
}
