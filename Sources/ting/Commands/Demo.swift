import ArgumentParser
import Foundation
import TingProceedings
import TingTally

/// `ting demo`: builds sandbox assemblies and plays four decisions in them.
struct Demo: ParsableCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(abstract: help("demo")) }

    @OptionGroup var options: GlobalOptions
    @Argument(help: ArgumentHelp(help("demo-folder")))
    var folder: String?

    func run() throws {
        let root = try folder.map { URL(fileURLWithPath: $0).path } ?? Disk.makeTemporaryFolder("ting-demo")
        let screen = Screen(options)
        let stage = Stage(root: root, screen: screen)
        stage.tell("demo-begins", [.text("folder", root)])
        try CooperativePlay(stage).play()
        try DebianPlay(stage).play()
        try ArchPlay(stage).play()
        stage.tell("demo-reports")
        for report in stage.reports { screen.line("  " + report) }
        screen.line()
        stage.tell("demo-ends", [.text("folder", root)])
        screen.answer(
            .object([
                "folder": .string(root), "reports": .strings(stage.reports),
                "results": .object(stage.results.mapValues { JSON.string($0) }),
            ]))
    }
}
