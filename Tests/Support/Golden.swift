public import Foundation
public import Testing

/// Expected texts that stand in files, one page a person can read each.
///
/// Goldens are written only when `RECORD_GOLDENS=1` is in the environment, and
/// the run that writes them fails, so that nobody records by accident.
public enum Golden {
    /// The folder of Package.swift, found upwards from a file of the tests.
    public static func packageRoot(from file: StaticString = #filePath) -> URL {
        var folder = URL(fileURLWithPath: "\(file)").deletingLastPathComponent()
        while folder.path != "/" {
            if FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path) {
                return folder
            }
            folder.deleteLastPathComponent()
        }
        return folder
    }

    /// Whether this run writes goldens.
    public static var isRecording: Bool { ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" }

    /// Compares a text with the golden at a path from the package root.
    ///
    /// A missing golden fails, and so does every golden that is written.
    public static func expect(
        _ actual: String, matches path: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let file = packageRoot().appendingPathComponent(path)
        if isRecording {
            record(actual, at: file, path, sourceLocation)
            return
        }
        guard let bytes = FileManager.default.contents(atPath: file.path) else {
            Issue.record(
                "\(path) is missing; RECORD_GOLDENS=1 writes it:\n\(actual)", sourceLocation: sourceLocation)
            return
        }
        let expected = String(decoding: bytes, as: UTF8.self)
        guard expected != actual else { return }
        Issue.record("\(path) differs. \(firstDifference(expected, actual))", sourceLocation: sourceLocation)
    }

    /// The names of the files in a folder below the package root, sorted.
    public static func files(in path: String) -> [String] {
        let folder = packageRoot().appendingPathComponent(path).path
        return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }

    /// The bytes of a file below the package root.
    ///
    /// - Throws: Whatever reading the file throws.
    public static func bytes(at path: String) throws -> [UInt8] {
        try [UInt8](Data(contentsOf: packageRoot().appendingPathComponent(path)))
    }

    private static func record(
        _ actual: String, at file: URL, _ path: String, _ sourceLocation: SourceLocation
    ) {
        do {
            let folder = file.deletingLastPathComponent()
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(actual.utf8).write(to: file)
            Issue.record(
                "\(path) was recorded; read it, then run without RECORD_GOLDENS",
                sourceLocation: sourceLocation)
        } catch {
            Issue.record("\(path) could not be recorded: \(error)", sourceLocation: sourceLocation)
        }
    }

    private static func firstDifference(_ expected: String, _ actual: String) -> String {
        let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
        let index =
            zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset
            ?? min(old.count, new.count)
        let was = old.indices.contains(index) ? String(old[index]) : "(nothing)"
        let isNow = new.indices.contains(index) ? String(new[index]) : "(nothing)"
        return "Line \(index + 1)\n  expected: \(was)\n  actual:   \(isNow)\nThe whole text:\n\(actual)"
    }
}
