import ArgumentParser
import TingClerk
import TingProceedings
import TingReports
import TingTally
import TingWorkflow

/// Puts errors into words: what was refused, by which rule, and the next step.
struct Speaker {
    /// The words, with moments in the zone of the assembly where there is one.
    let words: Words

    init(_ arguments: [String]) {
        // The office may be what failed; then moments are written in UTC.
        let options = GlobalOptions.quick(arguments)
        if let folder = try? AssemblyFolder(options.assembly) {
            words = Screen(options, zone: folder.settings.zone).words
        } else {
            words = Screen(options).words
        }
    }

    /// `Error: ...`
    func error(_ statement: Statement) -> String {
        words.plain("failure.error") + " " + words.render(statement)
    }

    /// All reasons, each with its rule and its next step.
    func refusal(_ refusal: Refusal) -> String {
        refusal.reasons.map { reason in
            var lines = [error(reason.statement)]
            if let source = reason.source {
                lines.append(words.plain("failure.rule") + "  " + place(source))
            }
            if let hint = reason.hint {
                lines.append(words.plain("failure.hint") + "  " + words.render(hint))
            }
            return lines.joined(separator: "\n")
        }.joined(separator: "\n")
    }

    /// One reason for scripts.
    func json(_ reason: Reason) -> JSON {
        var keys: [String: JSON] = [
            "code": .string(reason.statement.code), "message": .string(words.render(reason.statement)),
            "facts": reason.statement.json["facts"] ?? .array([]),
        ]
        if let source = reason.source { keys["rule"] = .string(place(source)) }
        if let hint = reason.hint { keys["hint"] = .string(words.render(hint)) }
        return .object(keys)
    }

    /// What is wrong with a template.
    func page(_ page: BrokenPage) -> String {
        Frame(words: words, file: page.source.file, source: Array(page.source.text.utf8)).text(page.findings)
    }

    private func place(_ source: Provision) -> String {
        var place = "\(source.key), Workflows/\(source.workflow).yaml:\(source.line)"
        if let basis = source.basis, !basis.isEmpty { place += " (\(Visible.line(basis)))" }
        return place
    }
}

extension GlobalOptions {
    /// The options as far as they can be seen without parsing the command.
    static func quick(_ arguments: [String]) -> GlobalOptions {
        var options = GlobalOptions.parseOrExit([])
        func value(of name: String) -> String? {
            if let place = arguments.firstIndex(of: name), place + 1 < arguments.count {
                return arguments[place + 1]
            }
            return arguments.first { $0.hasPrefix(name + "=") }.map { String($0.dropFirst(name.count + 1)) }
        }
        options.assembly = value(of: "--assembly")
        options.json = arguments.contains("--json")
        return options
    }
}
