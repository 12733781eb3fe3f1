import Foundation
import TingTestSupport

/// The sources of the package as text.
enum SourceTree {
    /// A source file.
    struct File: CustomStringConvertible {
        /// The path from the package root.
        let path: String
        /// The text.
        let text: String

        /// The module: the folder below `Sources` or `Tests`.
        var module: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
        /// The lines.
        var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
        /// The modules the file imports.
        var imports: [String] {
            lines.compactMap { line in
                var words = line.split(separator: " ")
                while let first = words.first, ["public", "internal", "private", "@testable"].contains(first)
                {
                    words.removeFirst()
                }
                return words.first == "import" ? words.dropFirst().first.map(String.init) : nil
            }
        }
        var description: String { path }
    }

    /// The Swift files below a folder, ascending by path.
    static func swift(_ folder: String) -> [File] { files(folder) { $0.hasSuffix(".swift") } }

    /// The files below a folder that are wanted, ascending by path.
    static func files(_ folder: String, _ isWanted: (String) -> Bool) -> [File] {
        let root = Golden.packageRoot().path
        let names =
            FileManager.default.enumerator(atPath: root + "/" + folder)?.compactMap { $0 as? String } ?? []
        return names.filter(isWanted).sorted().compactMap { name in
            let path = folder + "/" + name
            guard let text = try? String(contentsOfFile: root + "/" + path, encoding: .utf8) else {
                return nil
            }
            return File(path: path, text: text)
        }
    }

    /// The text of one file.
    static func text(_ path: String) throws -> String {
        try String(contentsOfFile: Golden.packageRoot().path + "/" + path, encoding: .utf8)
    }
}
