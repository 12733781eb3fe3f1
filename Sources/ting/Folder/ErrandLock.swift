import Foundation

/// The sole right to do errands, as long as it is held.
///
/// The system gives it back when the program ends, however it ends.
struct ErrandLock: ~Copyable {
    private let descriptor: Int32

    /// Takes the lock; nil when somebody else keeps it for longer than one waits.
    ///
    /// - Throws: ``DiskError`` when the file of the lock cannot be made or locked.
    init?(_ path: String, patience: Duration) throws(DiskError) {
        descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw DiskError("file-not-writable", path) }
        let end = ContinuousClock.now + patience
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            let number = errno
            if number == EINTR { continue }
            guard number == EWOULDBLOCK, ContinuousClock.now < end else {
                close(descriptor)
                if number == EWOULDBLOCK { return nil }
                throw DiskError("file-not-writable", path, number: number)
            }
            usleep(20_000)
        }
    }

    /// Gives the lock back.
    func release() { close(descriptor) }
}
