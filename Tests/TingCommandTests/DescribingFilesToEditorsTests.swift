import Foundation
import Testing
import TingTestSupport

@Suite("Describing workflow files to editors")
struct DescribingFilesToEditorsTests {
    static let hasValidator = (try? run("python3", ["-c", "import jsonschema, yaml"]))?.status == 0

    @Test(
        "an independent validator accepts every procedure, and none with a key misspelt",
        .enabled(if: hasValidator, "needs Debian's python3-jsonschema and python3-yaml"))
    func validates() throws {
        let schema = try Self.run(RunningSessionsTests.program, ["workflow", "schema"])
        #expect(schema.status == 0)
        let root = Golden.packageRoot().path
        let library = Golden.files(in: "Workflows").filter { $0.hasSuffix(".yaml") }
        let files = library.map { "\(root)/Workflows/\($0)" } + ["\(root)/Templates/workflows/starter.yaml"]
        let script = root + "/Tests/TingCommandTests/Schema/validate.py"
        try TemporaryFolder.with { folder in
            let file = folder + "/schema.json"
            try Data(schema.output.utf8).write(to: URL(fileURLWithPath: file))
            let answer = try Self.run("python3", [script, file] + files)
            #expect(answer.output == "")
            #expect(answer.status == 0)
        }
    }

    private static func run(_ program: String, _ arguments: [String]) throws -> (
        output: String, status: Int32
    ) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["TING_HOME": Golden.packageRoot().path, "LC_ALL": "C.UTF-8", "TING_LANG": "en"]
        ) { _, own in own }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (String(decoding: bytes, as: UTF8.self), process.terminationStatus)
    }
}
