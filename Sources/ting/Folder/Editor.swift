import Foundation
import TingTally

/// The person's own editor, for texts longer than a line.
enum Editor {
    /// Lets a person write, beginning from a template.
    ///
    /// The draft stays on disk until the caller removes it, so that no text is
    /// lost when it is refused.
    ///
    /// - Returns: the path of the draft; nil when nothing was changed.
    /// - Throws: ``WrongUse`` when nobody sits at a terminal.
    static func write(_ template: String, name: String, instead flag: String) throws -> String? {
        guard Output.isInteractive else { throw WrongUse("no-terminal", [.text("flag", flag)]) }
        let environment = ProcessInfo.processInfo.environment
        let editor = environment["VISUAL"] ?? environment["EDITOR"] ?? "nano"
        let path = FileManager.default.temporaryDirectory.path + "/" + name
        try Disk.write(template, to: path)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", editor + " \"$1\"", "sh", path]
        do { try process.run() } catch { throw WrongUse("editor-failed", [.text("editor", editor)]) }
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw WrongUse("editor-failed", [.text("editor", editor)])
        }
        let text = String(decoding: try Disk.read(path), as: UTF8.self)
        return text == template || text.allSatisfy(\.isWhitespace) ? nil : path
    }
}
