import Foundation

/// The procedures of the library, beside the sources or where `TING_HOME` says.
enum Library {
    /// The folder that holds `Workflows`.
    static let home = URL(
        fileURLWithPath: ProcessInfo.processInfo.environment["TING_HOME"]
            ?? FileManager.default.currentDirectoryPath)

    /// The names of its files, ascending.
    static var files: [String] {
        let folder = home.appendingPathComponent("Workflows").path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.sorted()
    }

    /// The text of a file; nil when it cannot be read.
    static func text(_ file: String) -> String? {
        try? String(contentsOf: home.appendingPathComponent("Workflows/" + file), encoding: .utf8)
    }

    /// What fuzzing begins with: small kept inputs, the files of small procedures, and the library.
    static var corpus: [[UInt8]] {
        ["Tests/TingYAMLTests/Corpus", "Tests/TingClerkTests/Course", "Workflows"].flatMap { place in
            let folder = home.appendingPathComponent(place)
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
            return names.sorted().compactMap { name in
                (try? Data(contentsOf: folder.appendingPathComponent(name))).map(Array.init)
            }
        }
    }
}
