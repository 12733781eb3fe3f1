import Foundation
import TingClerk
import TingProceedings
import TingReports
import TingTally
import TingWorkflow

/// What a command says: data on standard output, talk on standard error.
struct Screen {
    /// Whether the answer is JSON.
    let json: Bool
    /// The words, with moments written in the assembly's zone.
    let words: Words

    /// A screen for an assembly.
    init(_ options: GlobalOptions, zone: Zone = .utc, now: Instant? = nil) {
        json = options.json
        words = Screen.words(in: zone, now: now ?? Instant(seconds: Int(Date().timeIntervalSince1970)))
    }

    /// The words of the program, with moments written in a zone; a line names the zone once.
    static func words(in zone: Zone, now: Instant, isZoneNamed: Bool = true) -> Words {
        let plain = Program.words
        let suffix = isZoneNamed ? (zone == .utc ? " UTC" : " (\(zone.name))") : ""
        var words = plain
        words.instant = { seconds in
            InstantText.write(Instant(seconds: seconds), in: zone, now: now, words: plain) + suffix
        }
        return words
    }

    /// A screen for an office.
    init(_ options: GlobalOptions, _ office: Office) {
        self.init(options, zone: office.zone, now: office.moment.effective)
    }

    /// Prints a line of the answer.
    func line(_ text: String = "") {
        if !json { Output.out(text + "\n") }
    }

    /// Prints a sentence of the answer.
    func say(_ code: String, _ facts: [Fact] = []) { line(words.render(Statement(code, facts))) }

    /// Prints a sentence of the answer.
    func say(_ statement: Statement) { line(words.render(statement)) }

    /// A sentence.
    func sentence(_ code: String, _ facts: [Fact] = []) -> String { words.render(Statement(code, facts)) }

    /// A label.
    func label(_ key: String) -> String { words.plain(key) }

    /// Prints the answer as JSON.
    func answer(_ value: @autoclosure () -> JSON) {
        if json { Output.out(value().prettyText + "\n") }
    }
}

/// The two streams.
enum Output {
    /// Whether standard output takes nothing for the moment.
    nonisolated(unsafe) private static var isSilent = false

    /// Does something without its answers: the demo prints one answer of its own.
    static func silently(_ body: () throws -> Void) rethrows {
        isSilent = true
        defer { isSilent = false }
        try body()
    }

    /// Writes to standard output; a reader that has gone away ends the program quietly.
    static func out(_ text: String) { if !isSilent { write(text, to: 1) } }

    /// Writes to standard error.
    static func error(_ text: String) { write(text, to: 2) }

    /// Whether colours may be used on standard error.
    static var colours: Bool { mayColour(2) }

    /// Whether colours may be used in the answer, on standard output.
    static var coloursInAnswer: Bool { mayColour(1) }

    /// Whether colours may be used on a stream: a terminal, and nobody said no.
    private static func mayColour(_ descriptor: Int32) -> Bool {
        let environment = ProcessInfo.processInfo.environment
        if let no = environment["NO_COLOR"], !no.isEmpty { return false }
        if let force = environment["CLICOLOR_FORCE"], force != "0", !force.isEmpty { return true }
        return isatty(descriptor) == 1 && environment["TERM"] != "dumb"
    }

    /// Whether somebody sits at a terminal and can be asked.
    static var isInteractive: Bool { isatty(0) == 1 && isatty(2) == 1 }

    private static func write(_ text: String, to descriptor: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                // Talk that nobody hears does not change how the command ends.
                if descriptor == 2 { return }
                exit(errno == EPIPE ? 0 : 74)
            }
            bytes = bytes.dropFirst(count)
        }
    }
}
