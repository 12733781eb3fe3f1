import TingClerk
import TingReports
import TingWorkflow

/// Played scenarios as the Test Anything Protocol writes them.
///
/// - Source: the TAP 14 specification.
enum TAP {
    /// All scenarios of some files, numbered through; ends with a line feed.
    static func text(_ files: [TestedFile]) -> String {
        var lines = ["TAP version 14", "1..\(files.reduce(0) { $0 + $1.played.count })"]
        var number = 0
        for file in files {
            for played in file.played {
                number += 1
                let title = escaped("\(file.name): \(played.scenario.title)")
                lines.append((played.cameTrue ? "ok" : "not ok") + " \(number) - \(title)")
                guard !played.cameTrue else { continue }
                lines.append("  ---")
                lines.append("  at: " + quoted("\(file.name):\(played.scenario.mark.line)"))
                lines.append("  message: |-")
                let text = played.failures.map(file.frame.text).joined()
                lines += text.split(separator: "\n").map { "    " + $0 }
                lines.append("  ...")
            }
            for way in file.coverage.missedWays {
                lines.append("# " + escaped("\(file.name): never taken: \(way.state): \(way.name)"))
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A description on one line, in which nothing begins a directive.
    private static func escaped(_ text: String) -> String {
        Visible.line(text).replacing("\\", with: "\\\\").replacing("#", with: "\\#")
    }

    private static func quoted(_ text: String) -> String {
        "\"" + Visible.line(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
