import Foundation
import TingReports
import TingTally
import TingWorkflow

/// The pages of the reference in `Templates/reference`: Markdown files, one a check, a kind or a subject.
enum ReferencePages {
    /// One page.
    struct Page {
        /// What it is asked for by: `E1`, `vote`, `language`.
        let name: String
        /// The folder below the reference; empty for the reference itself.
        let folder: String
        /// Where it lies.
        let path: String

        /// What it is about, in a line: a check's title, or the first heading of the page.
        func title(_ words: Words) -> String {
            if folder == "checks", let entry = Check.entry(id: name) {
                return words.render(Statement(entry.title))
            }
            guard let bytes = try? Disk.read(path) else { return "" }
            let line = String(decoding: bytes.prefix { $0 != 10 }, as: UTF8.self)
            return Visible.line(String(line.drop { $0 == "#" || $0 == " " }))
        }
    }

    /// The folders, in the order in which they are listed.
    static let folders = ["", "kinds", "checks"]

    /// Every page, by folder and name; checks in the order of the catalogue.
    static var all: [Page] {
        guard let home = Program.home else { return [] }
        return folders.flatMap { folder in
            let path = home + "/Templates/reference" + (folder.isEmpty ? "" : "/" + folder)
            let names = ((try? Disk.names(in: path)) ?? []).filter { $0.hasSuffix(".md") }
                .map { String($0.dropLast(3)) }
            return sorted(names).map { Page(name: $0, folder: folder, path: path + "/" + $0 + ".md") }
        }
    }

    private static func sorted(_ names: [String]) -> [String] {
        let order = Check.catalogue.map(\.id)
        return names.sorted { left, right in
            guard let first = order.firstIndex(of: left), let second = order.firstIndex(of: right) else {
                return left < right
            }
            return first < second
        }
    }
}
