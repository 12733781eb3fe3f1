import Foundation
import TingTestSupport

/// A disk of a few kibibytes over a folder.
struct SmallDisk {
    let folder: String

    struct Failed: Error {
        let number: Int32
    }

    /// Whether this program may mount disks.
    static let canBeMounted: Bool =
        (try? TemporaryFolder.with { folder in try SmallDisk(at: folder, kibibytes: 16).remove() }) != nil

    /// Mounts a disk over a folder.
    init(at folder: String, kibibytes: Int) throws {
        self.folder = folder
        guard mount("tmpfs", folder, "tmpfs", 0, "size=\(kibibytes)k") == 0 else {
            throw Failed(number: errno)
        }
    }

    /// Makes room.
    func grow(toKibibytes kibibytes: Int) throws {
        guard mount("tmpfs", folder, "tmpfs", UInt(MS_REMOUNT), "size=\(kibibytes)k") == 0 else {
            throw Failed(number: errno)
        }
    }

    /// Takes the disk away, with everything on it.
    func remove() {
        umount2(folder, Int32(MNT_DETACH))
    }
}

/// Other programs, run and waited for.
enum Program {
    /// Runs a program without output, and gives its exit code.
    static func run(_ path: String, _ arguments: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}

/// What the kernel sees of a program.
enum SystemCalls {
    private static let strace = "/usr/bin/strace"

    /// Whether strace is there and may look.
    static let canBeCounted: Bool = (try? Program.run(strace, ["-c", "-e", "trace=fsync", "/bin/true"])) == 0

    /// Counts system calls of this program while it does something.
    static func count(_ names: [String], into file: String, _ body: () throws -> Void) throws -> Int {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: strace)
        process.arguments = [
            "-f", "-o", file, "-e", "trace=" + names.joined(separator: ","), "-p", "\(getpid())",
        ]
        process.standardError = FileHandle.nullDevice
        try process.run()
        while !isTraced { usleep(2_000) }
        try body()
        // It has written each line as it came, and may have been started with other signals blocked.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
        return lines.count { line in names.contains { line.contains($0 + "(") } }
    }

    private static var isTraced: Bool {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        return !status.contains("TracerPid:\t0\n")
    }
}
