import Foundation
import Testing
import TingTestSupport

@Suite("Playing the demo")
struct PlayingTheDemoTests {
    /// The officially declared results: debian.org, vote 2008/003; aur-general, 27 July 2013.
    @Test("the demo comes out as officially declared, and its reports can be counted again")
    func declared() throws {
        let folder = FileManager.default.temporaryDirectory.path + "/ting-demo-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let demo = try run(["demo", folder, "--json"])
        let answer = try #require(JSONSerialization.jsonObject(with: demo.output) as? [String: Any])
        #expect(demo.code == 0)
        #expect(
            answer["results"] as? [String: String] == [
                "feature": "passed", "bylaw": "passed",
                "debian-2008": "Assume blobs comply with GPL unless proven otherwise",
                "arch-2013": "no-quorum",
            ])
        let reports = try #require(answer["reports"] as? [String])
        #expect(reports.count == 4)
        let debian = try String(contentsOfFile: folder + "/debian-2008/reports/P-1-vote.md", encoding: .utf8)
        #expect(debian.contains("224 is not at least 3 x 129 = 387: dropped."))
        #expect(debian.contains("367 of 1018 voted"))
        let arch = try String(contentsOfFile: folder + "/arch-2013/reports/P-1-vote.md", encoding: .utf8)
        #expect(arch.contains("33/50 of 37 = 24.42, so 25 needed; 24 cast (yes, no and abstain): not met."))
        for report in reports { try recount(report) }
    }

    @Test("an adopted bylaw stands in the governed document")
    func adoptedText() throws {
        let folder = FileManager.default.temporaryDirectory.path + "/ting-demo-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(try run(["demo", folder, "--json"]).code == 0)
        let bylaws = try String(contentsOfFile: folder + "/couriers/bylaws/bylaws.md", encoding: .utf8)
        #expect(bylaws.contains("The general meeting is held in person, remotely, or both."))
        #expect(bylaws.contains("## Fees {#fees}"))
    }

    /// Runs every command that a report prints for counting again, and expects each to end well.
    private func recount(_ report: String) throws {
        let page = try String(contentsOfFile: report, encoding: .utf8)
        let assembly = URL(fileURLWithPath: report).deletingLastPathComponent().deletingLastPathComponent()
        let commands = page.split(separator: "\n").filter { $0.hasPrefix("ting count ") }
        #expect(!commands.isEmpty)
        for command in commands {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments = ["-c", String(command)]
            process.currentDirectoryURL = assembly
            process.environment = [
                "PATH": (RunningSessionsTests.program as NSString).deletingLastPathComponent
                    + ":/usr/bin:/bin"
            ]
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0, "\(command)")
        }
    }

    private func run(_ words: [String]) throws -> (code: Int32, output: Data) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: RunningSessionsTests.program)
        process.arguments = words
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, data)
    }
}
