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
        let root = try folder.map { URL(fileURLWithPath: $0).path } ?? Demo.temporaryFolder()
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

    private static func temporaryFolder() throws -> String {
        var template = Array((FileManager.default.temporaryDirectory.path + "/ting-demo-XXXXXX").utf8CString)
        let made = template.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.map { mkdtemp($0) != nil } ?? false
        }
        guard made else { throw WrongUse("demo-no-folder") }
        return String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
