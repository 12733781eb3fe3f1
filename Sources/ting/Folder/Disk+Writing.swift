import Foundation

extension Disk {
    /// Writes a file so that it is there whole or not at all, and makes its folder.
    ///
    /// The text is written into a draft beside the file, which then takes its
    /// place; several programs may do so at once, and the last one stays. A file
    /// that is replaced keeps its mode. A link is followed to the file that it
    /// names and stays a link, but not out of the folder that the link lies in:
    /// who can lay a link into the assembly shall not choose what is overwritten.
    ///
    /// - Throws: ``DiskError``; what was there before is still there, and no draft.
    static func write(_ text: String, to path: String, for audience: Audience = .everybody) throws(DiskError)
    {
        try makeFolder(folder(of: path), for: audience)
        let target = try destination(of: path)
        let (draft, descriptor) = try makeDraft(beside: target, audience)
        var old = stat()
        if stat(target, &old) == 0 {
            // Only root can give a file away; the mode is what counts.
            _ = fchown(descriptor, old.st_uid, old.st_gid)
            _ = fchmod(descriptor, old.st_mode & 0o777)
        }
        let isWritten = write(Array(text.utf8), to: descriptor) && fsync(descriptor) == 0
        let number = errno
        guard close(descriptor) == 0, isWritten else {
            let error = DiskError("file-not-writable", path, number: isWritten ? errno : number)
            unlink(draft)
            throw error
        }
        guard rename(draft, target) == 0 else {
            let error = DiskError("file-not-writable", path)
            unlink(draft)
            throw error
        }
        syncFolder(folder(of: target))
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The file to replace: the one at the path, or the one that a link there names.
    private static func destination(of path: String) throws(DiskError) -> String {
        var information = stat()
        guard lstat(path, &information) == 0, information.st_mode & S_IFMT == S_IFLNK else { return path }
        guard let target = realPath(path), let home = realPath(folder(of: path)) else {
            throw DiskError("file-not-writable", path)
        }
        guard target.hasPrefix(home == "/" ? home : home + "/") else {
            throw DiskError(link: path, to: target)
        }
        return target
    }

    private static func realPath(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    /// A new file beside another, which nobody else has.
    private static func makeDraft(beside target: String, _ audience: Audience) throws(DiskError)
        -> (path: String, descriptor: Int32)
    {
        // A name can be taken by another thread, or left by a program that died.
        for number in 0..<1_000 {
            let draft = "\(folder(of: target))/.ting-\(getpid())-\(number).new"
            let descriptor = open(
                draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                audience == .owner ? 0o600 : 0o644)
            if descriptor >= 0 { return (draft, descriptor) }
            guard errno == EEXIST else { break }
        }
        throw DiskError("file-not-writable", target)
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            written += count
        }
        return true
    }

    /// Makes a new name last; where folders cannot be synced the file is whole all the same.
    private static func syncFolder(_ path: String) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}
