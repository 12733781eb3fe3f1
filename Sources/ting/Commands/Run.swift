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
        let failures = done.failures.map { Failure($0, arguments: CommandLine.arguments) }
        screen.answer(
            .object([
                "entries": .integer(entries), "reports": .strings(done.reports),
                "notices": .strings(done.notices), "documents": .strings(done.documents),
                "failures": .strings(failures.map(\.text)),
            ]))
        for path in done.reports + done.documents { screen.say("run-wrote", [.text("path", path)]) }
        screen.say(
            "run-done",
            [
                .number("entries", entries), .number("reports", done.reports.count),
                .number("notices", done.notices.count), .number("documents", done.documents.count),
            ])
        for failure in failures { Output.error(failure.text + "\n") }
        if !failures.isEmpty {
            Output.error(screen.sentence("run-left", [.number("errands", failures.count)]) + "\n")
        }
        if done.isElsewhere { Output.error(screen.sentence("run-elsewhere") + "\n") }
        // The higher the code, the graver: what is damaged goes before what is missing.
        let codes = failures.map(\.code) + (done.isElsewhere ? [75] : [])
        if let worst = codes.max() { throw ExitCode(worst) }
    }
}
