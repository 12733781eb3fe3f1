import TingClerk
import TingReports
import TingTally
import TingWorkflow

/// Played scenarios as JUnit's reports write them, the form that build servers read.
enum JUnit {
    /// One suite a file, one case a scenario; ends with a line feed.
    static func text(_ files: [TestedFile]) -> String {
        let all = files.reduce(0) { $0 + $1.played.count }
        let failed = files.reduce(0) { $0 + $1.failed }
        var lines = [
            #"<?xml version="1.0" encoding="UTF-8"?>"#,
            #"<testsuites name="ting workflow test" tests="\#(all)" failures="\#(failed)" errors="0">"#,
        ]
        for file in files {
            let name = escaped(file.name)
            let counts = #"tests="\#(file.played.count)" failures="\#(file.failed)" errors="0" skipped="0""#
            lines.append(#"  <testsuite name="\#(name)" \#(counts)>"#)
            for played in file.played {
                let head =
                    #"    <testcase classname="\#(escaped(file.workflow.id))" "#
                    + #"name="\#(escaped(played.scenario.title))" file="\#(name)" "#
                    + #"line="\#(played.scenario.mark.line)""#
                guard let first = played.failures.first else {
                    lines.append(head + "/>")
                    continue
                }
                let text = played.failures.map(file.frame.text).joined()
                let message = escaped(file.frame.words.render(first.statement))
                lines.append(head + ">")
                lines.append(
                    #"      <failure type="\#(escaped(first.statement.code))" message="\#(message)">"#
                        + escaped(text) + "</failure>")
                lines.append("    </testcase>")
            }
            lines.append("  </testsuite>")
        }
        return (lines + ["</testsuites>", ""]).joined(separator: "\n")
    }

    /// A text within an attribute or an element; a character that XML cannot hold becomes U+FFFD.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n", "\t": result.unicodeScalars.append(scalar)
            case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
