import ArgumentParser
import TingClerk
import TingProceedings
import TingTally

/// `ting run`: lets deadlines fire, writes reports and notices.
struct Run: ParsableCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(abstract: help("run")) }

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let office = try Office(options)
        let screen = Screen(options, office)
        let entries = try office.clerk.catchUp(at: office.moment)
        let done = try Errands(office: office).doAll()
        screen.answer(
            .object([
                "entries": .integer(entries), "reports": .strings(done.reports),
                "notices": .strings(done.notices), "documents": .strings(done.documents),
            ]))
        for path in done.reports + done.documents { screen.say("run-wrote", [.text("path", path)]) }
        screen.say(
            "run-done",
            [
                .number("entries", entries), .number("reports", done.reports.count),
                .number("notices", done.notices.count), .number("documents", done.documents.count),
            ])
    }
}
