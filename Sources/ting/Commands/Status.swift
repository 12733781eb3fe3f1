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
