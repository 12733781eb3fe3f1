import Foundation

/// The minutes in memory: for scenarios of workflows, for tests, for trying.
///
/// They keep every promise of ``Minutes`` but one: when the program ends they
/// are gone. A life costs what is written in it, since a transaction that is
/// taken back undoes its own steps and copies nothing.
public final class MemoryMinutes: Minutes, @unchecked Sendable {
    // Unchecked, because the ledger is a class without a lock: it is touched under this one alone.
    private let lock = NSLock()
    private let ledger = Ledger()

    /// Makes empty minutes.
    public init() {}

    /// Reads, at one moment of the record.
    ///
    /// - Throws: whatever the body throws.
    public func read<Result>(_ body: (any MinutesReading) throws -> Result) throws -> Result {
        try lock.withLock { try body(ledger) }
    }

    /// Writes; when the body throws, nothing has happened.
    ///
    /// - Throws: ``MinutesError``, and whatever the body throws.
    public func write<Result>(_ body: (any MinutesWriting) throws -> Result) throws -> Result {
        try lock.withLock {
            do {
                let result = try body(ledger)
                try ledger.finish()
                return result
            } catch {
                ledger.takeBack()
                throw error
            }
        }
    }

    /// Does everything a write does, and then takes it back: for asking what would be.
    ///
    /// - Throws: ``MinutesError``, and whatever the body throws.
    public func rehearse<Result>(_ body: (any MinutesWriting) throws -> Result) throws -> Result {
        try lock.withLock {
            defer { ledger.takeBack() }
            return try body(ledger)
        }
    }
}
