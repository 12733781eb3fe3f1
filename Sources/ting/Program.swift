import Foundation
import TingReports
import TingTally
import TingWorkflow
import TingYAML

/// What there is before any command runs: the version, the place of the program, the words.
enum Program {
    /// The version of ting.
    static let version = "0.1.0"

    /// The folder in which the program lies, symbolic links followed.
    static let folder: String = {
        let path = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path
        return String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex))
    }()

    /// The folder that holds `Workflows` and `Templates`; nil when there is none.
    ///
    /// Tried in order: `$TING_HOME`, `share/ting` beside the program's `bin`, the
    /// folders above the program (a build folder inside the sources).
    static let home: String? = {
        var candidates: [String] = []
        if let given = ProcessInfo.processInfo.environment["TING_HOME"] { candidates.append(given) }
        candidates.append(folder + "/../share/ting")
        var path = folder
        while path.count > 1, let slash = path.lastIndex(of: "/") {
            candidates.append(path)
            path = String(path[..<slash])
        }
        return candidates.first { FileManager.default.fileExists(atPath: $0 + "/Templates/words/en.yaml") }
    }()

    /// The language that the person asked for: `--lang`, `$TING_LANG`, then the system's variables.
    static let language: String = {
        let arguments = CommandLine.arguments
        if let place = arguments.firstIndex(of: "--lang"), place + 1 < arguments.count {
            return arguments[place + 1]
        }
        if let given = arguments.first(where: { $0.hasPrefix("--lang=") }) {
            return String(given.dropFirst(7))
        }
        let environment = ProcessInfo.processInfo.environment
        for name in ["TING_LANG", "LC_ALL", "LC_MESSAGES", "LANG"] {
            if let value = environment[name], !value.isEmpty { return String(value.prefix(2)) }
        }
        return "en"
    }()

    /// The words for people on the screen.
    static let words = words(in: language)

    /// The words in a language; English where there are none, and a few words of
    /// the program's own where even those cannot be read.
    static func words(in language: String) -> Words {
        let english = wordsFile("en")
        let isName = language.utf8.allSatisfy { (97...122).contains($0) }
        guard isName, language != "en", let words = wordsFile(language) else { return english ?? .fallback }
        return english.map(words.backed) ?? words
    }

    /// The words of one file; nil where there is none that can be read.
    private static func wordsFile(_ name: String) -> Words? {
        guard let home,
            let data = FileManager.default.contents(atPath: "\(home)/Templates/words/\(name).yaml"),
            let node = try? YAML.read(Array(data))
        else { return nil }
        return try? Words(node)
    }
}

/// A sentence of the help, from the words file.
func help(_ key: String) -> String { Program.words.plain("help." + key) }
