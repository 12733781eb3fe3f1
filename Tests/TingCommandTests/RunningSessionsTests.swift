import Foundation
import Testing
import TingTestSupport

@Suite("Running sessions at the terminal")
struct RunningSessionsTests {
    /// Every session in the folder, by file name.
    static let sessions = Golden.files(in: "Tests/TingCommandTests/Sessions").filter {
        $0.hasSuffix(".session")
    }

    /// The program beside the tests in the build folder.
    static var program: String {
        let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        var folder = bundle.deletingLastPathComponent()
        while folder.path.count > 1 {
            let candidate = folder.appendingPathComponent("ting").path
            if FileManager.default.isExecutableFile(atPath: candidate), !folder.path.hasSuffix("Sources") {
                return candidate
            }
            folder = folder.deletingLastPathComponent()
        }
        return "ting"
    }

    @Test("a session goes as it is written", arguments: sessions)
    func session(_ name: String) throws {
        let path = "Tests/TingCommandTests/Sessions/" + name
        let script = String(decoding: try Golden.bytes(at: path), as: UTF8.self)
        let session = try Session(running: script, program: Self.program)
        Golden.expect(session.text, matches: path)
    }

    @Test("there are sessions")
    func thereAreSessions() { #expect(!Self.sessions.isEmpty) }
}
