import Foundation

/// The votes published beside the repository, as far as the library's procedures are played with them.
enum PublishedVotes {
    /// The folder: TING_DATA, or `shared/data` next to the repository; nil when there is none.
    static let folder: URL? = {
        let root = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let beside = root.deletingLastPathComponent().appending(path: "shared/data")
        let named = ProcessInfo.processInfo.environment["TING_DATA"].map { URL(fileURLWithPath: $0) }
        return [named, beside].compactMap { $0 }.first {
            FileManager.default.fileExists(atPath: $0.appending(path: "index.json").path)
        }
    }()

    /// What the test report says of tests that need the folder when it is not there.
    static let missing = "the published votes are not here: no ../shared/data/index.json and no TING_DATA"

    /// An entry of the index.
    struct Entry: Decodable {
        struct Expected: Decodable {
            let method: String?
            let `default`: String?
            let quorum_R: String?
            let majority: [String: String]?
            let winners: [String]?
        }
        let id: String
        let expected: Expected?
        let normalised: Normalised?

        struct Normalised: Decodable {
            let abif: String?

            /// Some entries hold a list in its place; these tests need none of them.
            init(from decoder: any Decoder) throws {
                let values = try? decoder.container(keyedBy: CodingKeys.self)
                abif = try values?.decodeIfPresent(String.self, forKey: .abif)
            }

            private enum CodingKeys: String, CodingKey { case abif }
        }
    }

    /// The text of a published file, by its path in the folder.
    static func text(_ path: String) throws -> String {
        guard let folder else { throw CocoaError(.fileNoSuchFile) }
        return try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    }

    /// The entries that a method counts, in the order of the index.
    static func entries(countedBy method: String) throws -> [Entry] {
        try JSONDecoder().decode([Entry].self, from: Data(text("index.json").utf8)).filter {
            $0.expected?.method == method
        }
    }

    /// The rows of a published table, each by its headings.
    static func rows(_ path: String) throws -> [[String: String]] {
        var lines = try text(path).split(whereSeparator: \.isNewline).map { cells(String($0)) }
        let headings = lines.removeFirst()
        return lines.map { Dictionary(zip(headings, $0), uniquingKeysWith: { first, _ in first }) }
    }

    private static func cells(_ line: String) -> [String] {
        var cells = [""]
        var isQuoted = false
        for character in line where character != "\u{FEFF}" {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: cells.append("")
            default: cells[cells.count - 1].append(character)
            }
        }
        return cells
    }
}
