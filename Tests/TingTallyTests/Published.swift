import Foundation
import TingTally

/// The case files of these tests, and the published votes beside the repository.
enum Published {
    /// The folder of this file.
    private static let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

    /// The folder of published votes: TING_DATA, or `shared/data` next to the repository; nil when there is none.
    static let folder: URL? = {
        let beside = here.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "shared/data")
        let named = ProcessInfo.processInfo.environment["TING_DATA"].map { URL(fileURLWithPath: $0) }
        return [named, beside].compactMap { $0 }.first {
            FileManager.default.fileExists(atPath: $0.appending(path: "index.json").path)
        }
    }()

    /// What the test report says of tests that need the folder when it is not there.
    static let missing = "the published votes are not here: no ../shared/data/index.json and no TING_DATA"

    /// The text of one of our own case files.
    static func caseText(_ path: String) throws -> String {
        try String(contentsOf: here.appending(path: "Cases/" + path), encoding: .utf8)
    }

    /// One of our own case files, decoded.
    static func caseValue<Value: Decodable>(_ path: String, as type: Value.Type) throws -> Value {
        try JSONDecoder().decode(type, from: Data(caseText(path).utf8))
    }

    /// The names of the case files in a folder, in order.
    static func caseNames(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: here.appending(path: "Cases/" + folder).path)
            .sorted()
    }

    /// The text of a published file, by its path in the folder.
    static func text(_ path: String) throws -> String {
        guard let folder else { throw CocoaError(.fileNoSuchFile) }
        return try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    }

    /// A published file of JSON, decoded.
    static func value<Value: Decodable>(_ path: String, as type: Value.Type) throws -> Value {
        try JSONDecoder().decode(type, from: Data(text(path).utf8))
    }

    /// The entries of the index.
    static func index() throws -> [IndexEntry] {
        try JSONDecoder().decode([IndexEntry].self, from: Data(text("index.json").utf8))
    }
}

/// An entry of the index of published votes, as far as these tests read it.
struct IndexEntry: Decodable {
    struct Expected: Decodable {
        let method: String?
        let `default`: String?
        let quorum_R: String?
        let majority: [String: String]?
        let winners: [String]?
        let ranking: [[String]]?
        let count_check: Bool
    }

    struct Official: Decodable {
        let beat_matrix: [[Int]]?
        let schwartz_set: [Int]?
        let dropped_for_quorum: [Int]?
    }

    let id: String
    let normalised: [String: String]?
    let ballot_type: String?
    let unranked: String?
    let ballots_counted: Int?
    let expected: Expected
    let official: Official?

    private enum CodingKeys: String, CodingKey {
        case id, normalised, ballot_type, unranked, ballots_counted, expected
        case official = "official_result"
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        id = try values.decode(String.self, forKey: .id)
        normalised = try? values.decode([String: String].self, forKey: .normalised)
        ballot_type = try? values.decode(String.self, forKey: .ballot_type)
        unranked = try? values.decode(String.self, forKey: .unranked)
        ballots_counted = try? values.decode(Int.self, forKey: .ballots_counted)
        expected = try values.decode(Expected.self, forKey: .expected)
        official = try? values.decode(Official.self, forKey: .official)
    }
}
