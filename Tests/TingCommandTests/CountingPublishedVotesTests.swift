import Foundation
import Testing
import TingTestSupport

@Suite("Counting published votes with ting count")
struct CountingPublishedVotesTests {
    /// A published vote: the file, the flags, the winners as declared.
    struct Vote: CustomTestStringConvertible, Sendable {
        let id: String
        let words: [String]
        let winners: [String]
        var testDescription: String { id }
    }

    /// The folder of published votes: `$TING_DATA`, else `shared/data` beside the repository.
    static let folder: URL? = {
        if let given = ProcessInfo.processInfo.environment["TING_DATA"] { return URL(fileURLWithPath: given) }
        let beside = Golden.packageRoot().deletingLastPathComponent().appendingPathComponent("shared/data")
        return FileManager.default.fileExists(atPath: beside.path) ? beside : nil
    }()

    /// Every Debian vote that the method decides without lots.
    static let debian: [Vote] = {
        guard let folder, let data = try? Data(contentsOf: folder.appendingPathComponent("index.json")),
            let entries = try? JSONSerialization.jsonObject(with: data) as? [[String: Any]]
        else { return [] }
        return entries.compactMap { entry in
            guard let id = entry["id"] as? String, id.hasPrefix("debian-"),
                let expected = entry["expected"] as? [String: Any], expected["count_check"] as? Bool == true,
                let file = (entry["normalised"] as? [String: String])?["abif"],
                let winners = expected["winners"] as? [String]
            else { return nil }
            var words = ["count", folder.appendingPathComponent(file).path, "--method", "debian", "--json"]
            if let name = expected["default"] as? String { words += ["--default", name] }
            if let quorum = expected["quorum_R"] as? String { words += ["--quorum", quorum] }
            for (option, ratio) in (expected["majority"] as? [String: String] ?? [:]).sorted(by: {
                $0.key < $1.key
            }) {
                words += ["--majority", "\(option)=\(ratio)"]
            }
            return Vote(id: id, words: words, winners: winners.sorted())
        }
    }()

    @Test(
        "a Debian vote comes out as declared",
        .enabled(if: folder != nil, "the published votes are not beside the repository; set TING_DATA"),
        arguments: debian)
    func declared(_ vote: Vote) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: RunningSessionsTests.program)
        process.arguments = vote.words
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let answer = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect((answer["winners"] as? [String])?.sorted() == vote.winners)
        #expect(answer["method"] as? String == "debian")
        #expect((answer["transcript"] as? [Any])?.isEmpty == false)
    }

    @Test(
        "all twenty-nine Debian votes are there",
        .enabled(if: folder != nil, "the published votes are not beside the repository; set TING_DATA"))
    func complete() { #expect(Self.debian.count == 29) }
}
