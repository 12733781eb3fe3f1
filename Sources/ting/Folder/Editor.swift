import Foundation
import TingProceedings
import TingTally

/// The person's own editor, for texts longer than a line.
enum Editor {
    /// Lets a person write, beginning from a template, and does something with the text.
    ///
    /// The draft lies in a folder that nobody else may enter. It is removed once
    /// the text is taken; whatever goes wrong before, it stays and the person is
    /// told where.
    ///
    /// - Throws: ``WrongUse`` when nobody sits at a terminal, ``Refusal`` when nothing
    ///   was written, and whatever the body throws.
    static func write<Result>(
        _ template: String, name: String, instead flag: String, _ screen: Screen,
        _ body: (_ path: String) throws -> Result
    ) throws -> Result {
        guard Output.isInteractive else { throw WrongUse("no-terminal", [.text("flag", flag)]) }
        let folder = try Disk.makeTemporaryFolder("ting")
        let path = folder + "/" + name + ".md"
        do {
            try Disk.write(template, to: path, for: .owner)
            try open(path)
            guard hasText(path, beside: template) else { throw Refusal(Statement("nothing-written")) }
            let result = try body(path)
            try? FileManager.default.removeItem(atPath: folder)
            return result
        } catch {
            if hasText(path, beside: template) {
                Output.error(screen.sentence("draft-kept", [.text("path", path)]) + "\n")
            } else {
                try? FileManager.default.removeItem(atPath: folder)
            }
            throw error
        }
    }

    private static func open(_ path: String) throws {
        let environment = ProcessInfo.processInfo.environment
        let editor = environment["VISUAL"] ?? environment["EDITOR"] ?? "nano"
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", editor + " \"$1\"", "sh", path]
        // The editor inherits how signals are taken; it shall take this one as everywhere else.
        signal(SIGPIPE, SIG_DFL)
        defer { signal(SIGPIPE, SIG_IGN) }
        do { try process.run() } catch { throw WrongUse("editor-failed", [.text("editor", editor)]) }
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw WrongUse("editor-failed", [.text("editor", editor)])
        }
    }

    /// Whether a draft has something that the person wrote; one that cannot be read may have.
    private static func hasText(_ path: String, beside template: String) -> Bool {
        do {
            let text = String(decoding: try Disk.read(path), as: UTF8.self)
            return text != template && !text.allSatisfy(\.isWhitespace)
        } catch {
            return !error.isMissing
        }
    }
}
