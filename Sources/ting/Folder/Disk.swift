import Foundation
import TingTally

/// A file or folder that cannot be read or written.
struct DiskError: Error {
    /// What was tried, on which path, and what the system said.
    let statement: Statement
    /// Whether the file is simply not there.
    let isMissing: Bool
}

/// Reading and writing files, with errors that say which file and why.
enum Disk {
    /// The largest file read as a whole, in bytes.
    static let largest = 1 << 30

    /// The bytes of a file; `-` is standard input.
    static func read(_ path: String) throws(DiskError) -> [UInt8] {
        let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("file-not-readable", path) }
        defer { if descriptor > 0 { close(descriptor) } }
        var bytes: [UInt8] = []
        var information = stat()
        if fstat(descriptor, &information) == 0, information.st_size > 0 {
            bytes.reserveCapacity(Int(information.st_size) + 1)
        }
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = buffer.withUnsafeMutableBytes {
                Foundation.read(descriptor, $0.baseAddress, $0.count)
            }
            if count == 0 { return bytes }
            if count < 0, errno == EINTR { continue }
            guard count > 0, bytes.count + count <= largest else { throw failure("file-not-readable", path) }
            bytes.append(contentsOf: buffer[..<count])
        }
    }

    /// Writes a file so that it is there whole or not at all, and makes its folder.
    static func write(_ text: String, to path: String) throws(DiskError) {
        try makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
        let draft = path + ".new"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure("file-not-writable", path) }
        let bytes = Array(text.utf8)
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let error = failure("file-not-writable", path)
                close(descriptor)
                unlink(draft)
                throw error
            }
            written += count
        }
        guard fsync(descriptor) == 0, close(descriptor) == 0, rename(draft, path) == 0 else {
            let error = failure("file-not-writable", path)
            unlink(draft)
            throw error
        }
    }

    /// Makes a folder and those above it.
    static func makeFolder(_ path: String) throws(DiskError) {
        guard !path.isEmpty, !FileManager.default.fileExists(atPath: path) else { return }
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw failure("folder-not-made", path)
        }
    }

    /// The names in a folder, ascending; empty when there is no such folder.
    static func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }

    private static func failure(_ code: String, _ path: String) -> DiskError {
        let number = errno
        let reason = String(cString: strerror(number))
        return DiskError(
            statement: Statement(code, [.text("path", path), .text("reason", reason)]),
            isMissing: number == ENOENT)
    }
}
