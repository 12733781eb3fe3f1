import Foundation
import TingTally

/// A file or folder that cannot be read or written.
struct DiskError: Error {
    /// What was tried, on which path, and what the system said.
    let statement: Statement
    /// Whether the file is simply not there.
    let isMissing: Bool

    /// An error of the system.
    init(_ code: String, _ path: String, number: Int32 = errno) {
        let reason = String(cString: strerror(number))
        statement = Statement(code, [.text("path", path), .text("reason", reason)])
        isMissing = number == ENOENT
    }

    /// A link that is not followed.
    init(link path: String, to target: String) {
        statement = Statement("link-leads-away", [.text("path", path), .text("target", target)])
        isMissing = false
    }
}

/// Reading files and looking into folders, with errors that say which file and why.
///
/// What may not be read is an error and never taken for something that is not there.
enum Disk {
    /// The largest file read as a whole, in bytes.
    static let largest = 1 << 30

    /// Who may read a file or folder that is made.
    enum Audience {
        /// Whoever the person's own settings let read.
        case everybody
        /// The owner alone.
        case owner
    }

    /// The bytes of a file; `-` is standard input.
    static func read(_ path: String) throws(DiskError) -> [UInt8] {
        let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw DiskError("file-not-readable", path) }
        defer { if descriptor > 0 { close(descriptor) } }
        var bytes: [UInt8] = []
        var information = stat()
        if fstat(descriptor, &information) == 0, information.st_size > 0 {
            bytes.reserveCapacity(min(Int(information.st_size), largest) + 1)
        }
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = buffer.withUnsafeMutableBytes {
                Foundation.read(descriptor, $0.baseAddress, $0.count)
            }
            if count == 0 { return bytes }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw DiskError("file-not-readable", path) }
            guard bytes.count + count <= largest else {
                throw DiskError("file-not-readable", path, number: EFBIG)
            }
            bytes.append(contentsOf: buffer[..<count])
        }
    }

    /// Whether there is a file or folder at a path.
    ///
    /// - Throws: ``DiskError`` when a folder on the way to it may not be entered.
    static func isThere(_ path: String) throws(DiskError) -> Bool {
        var information = stat()
        if stat(path, &information) == 0 { return true }
        guard errno == ENOENT || errno == ENOTDIR else { throw DiskError("file-not-readable", path) }
        return false
    }

    /// The names in a folder, ascending; empty when there is no such folder.
    ///
    /// - Throws: ``DiskError`` when the folder is there and cannot be read.
    static func names(in folder: String) throws(DiskError) -> [String] {
        guard let stream = opendir(folder) else {
            if errno == ENOENT { return [] }
            throw DiskError("folder-not-readable", folder)
        }
        defer { closedir(stream) }
        var names: [String] = []
        errno = 0
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) {
                    String(cString: $0)
                }
            }
            if name != ".", name != ".." { names.append(name) }
            errno = 0
        }
        guard errno == 0 else { throw DiskError("folder-not-readable", folder) }
        return names.sorted()
    }

    /// Makes a folder and those above it; one that is there stays as it is.
    static func makeFolder(_ path: String, for audience: Audience = .everybody) throws(DiskError) {
        guard !path.isEmpty, try !isThere(path) else { return }
        if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
            try makeFolder(String(path[..<slash]), for: audience)
        }
        guard mkdir(path, audience == .owner ? 0o700 : 0o777) == 0 || errno == EEXIST else {
            throw DiskError("folder-not-made", path)
        }
    }
}
