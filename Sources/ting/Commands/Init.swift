import ArgumentParser
import Foundation
import TingClerk
import TingProceedings
import TingStore
import TingTally
import TingWorkflow
import TingYAML

/// `ting init`: makes the folder of a new assembly.
struct Init: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: help("init"), discussion: help("init-examples"))
    }

    @OptionGroup var options: GlobalOptions
    @Argument(help: ArgumentHelp(help("init-folder")))
    var folder: String
    @Option(help: ArgumentHelp(help("init-name")))
    var name: String?
    @Option(name: .customLong("time-zone"), help: ArgumentHelp(help("init-zone"), valueName: "zone"))
    var timeZone: String?
    @Flag(help: ArgumentHelp(help("init-sandbox")))
    var sandbox = false
    @Option(help: ArgumentHelp(help("init-seed")))
    var seed: Int?

    func run() throws {
        let path = URL(fileURLWithPath: folder).path
        let made = try NewAssembly(
            path: path, name: name ?? URL(fileURLWithPath: path).lastPathComponent,
            language: Program.language == "sv" ? "sv" : "en",
            timeZone: timeZone ?? "UTC",
            seed: sandbox || seed != nil ? seed ?? 1 : nil
        ).make(at: try options.at.map(instant))
        let screen = Screen(options)
        screen.answer(
            .object([
                "assembly": .string(made.settings.name), "folder": .string(path),
                "time-zone": .string(made.settings.zone.name), "workflows": .strings(made.workflows),
                "sandbox": .boolean(made.settings.sandbox != nil),
            ]))
        screen.say(
            "init-done",
            [
                .text("assembly", made.settings.name), .text("folder", path),
                .text("zone", made.settings.zone.name), .list("workflows", made.workflows),
            ])
    }

    private func instant(_ text: String) throws -> Instant {
        guard sandbox || seed != nil else { throw WrongUse("at-outside-sandbox") }
        let zone = timeZone.flatMap(Zone.init(named:)) ?? .utc
        guard let instant = InstantText.read(text, in: zone) else {
            throw WrongUse("instant-form", [.text("text", text)])
        }
        return instant
    }
}
