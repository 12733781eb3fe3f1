import Foundation

extension Disk {
    /// Makes a new folder among the temporary files, which nobody else may enter (mode 0700).
    ///
    /// - Parameter name: How its name begins.
    /// - Returns: Its path.
    /// - Throws: ``DiskError`` `folder-not-made`.
    static func makeTemporaryFolder(_ name: String) throws(DiskError) -> String {
        let pattern = FileManager.default.temporaryDirectory.path + "/" + name + "-XXXXXX"
        var bytes = Array(pattern.utf8CString)
        guard bytes.withUnsafeMutableBufferPointer({ $0.baseAddress.flatMap { mkdtemp($0) } }) != nil else {
            throw DiskError("folder-not-made", pattern)
        }
        return String(decoding: bytes.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
