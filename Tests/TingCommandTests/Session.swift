import Foundation

/// A session at the terminal, written down: commands, what they print, how they end.
///
/// A line `$ command` is run by the shell in the session's own folder; lines
/// that begin with `> ` go on with it. What follows is standard output, then
/// standard error with `! ` before each line, then `[exit N]` where the command
/// did not end with 0. Lines that begin with `#` are for the reader. The
/// session's folder is written as `FOLDER`.
struct Session {
    /// The commands with what they printed.
    private(set) var text: String

    /// Runs the commands of a session anew and writes down what happens.
    ///
    /// - Parameters:
    ///   - script: the session as written, whose outputs are passed over.
    ///   - program: the path of `ting`.
    init(running script: String, program: String) throws {
        let folder = try Session.makeFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var lines: [String] = []
        for part in Session.parts(of: script) {
            switch part {
            case .note(let line): lines.append(line)
            case .command(let command):
                lines += Session.shown(command)
                lines += try Session.run(command, in: folder, program: program)
            }
        }
        text = lines.joined(separator: "\n") + "\n"
    }

    private enum Part {
        case note(String)
        case command([String])
    }

    private static func parts(of script: String) -> [Part] {
        var parts: [Part] = []
        for line in script.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("$ ") {
                parts.append(.command([String(line.dropFirst(2))]))
            } else if line.hasPrefix("> "), case .command(let lines)? = parts.last {
                parts[parts.count - 1] = .command(lines + [String(line.dropFirst(2))])
            } else if line.hasPrefix("#") {
                parts.append(.note(line))
            }
        }
        return parts
    }

    private static func shown(_ command: [String]) -> [String] {
        command.enumerated().map { ($0 == 0 ? "$ " : "> ") + $1 }
    }

    private static func run(_ command: [String], in folder: String, program: String) throws -> [String] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command.joined(separator: "\n")]
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        var environment = ["HOME": folder, "LANG": "en_US.UTF-8", "NO_COLOR": "1", "TMPDIR": folder]
        environment["PATH"] = (program as NSString).deletingLastPathComponent + ":/usr/bin:/bin"
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        let output = folder + "/.stdout"
        let error = folder + "/.stderr"
        _ = FileManager.default.createFile(atPath: output, contents: nil)
        _ = FileManager.default.createFile(atPath: error, contents: nil)
        process.standardOutput = FileHandle(forWritingAtPath: output)
        process.standardError = FileHandle(forWritingAtPath: error)
        try process.run()
        process.waitUntilExit()
        var lines = try Session.lines(of: output, folder: folder)
        lines += try Session.lines(of: error, folder: folder).map { $0.isEmpty ? "!" : "! " + $0 }
        if process.terminationStatus != 0 { lines.append("[exit \(process.terminationStatus)]") }
        return lines
    }

    private static func lines(of path: String, folder: String) throws -> [String] {
        let text = try String(contentsOfFile: path, encoding: .utf8).replacingOccurrences(
            of: folder, with: "FOLDER")
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }

    private static func makeFolder() throws -> String {
        let path = FileManager.default.temporaryDirectory.path + "/ting-session-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }
}
