import TingProceedings
import TingWorkflow

/// The append-only record of an assembly, and the projections kept with it.
///
/// Everything written in one ``write(_:)`` becomes durable together or not at
/// all. One writer works at a time; readers never see half a transaction.
/// Whoever implements this passes the contract suite of the tests.
public protocol Minutes: Sendable {
    /// Reads, at one moment of the record.
    ///
    /// - Throws: ``MinutesError``, and whatever the body throws.
    func read<Result>(_ body: (any MinutesReading) throws -> Result) throws -> Result

    /// Writes; when the body throws, nothing has happened.
    ///
    /// - Throws: ``MinutesError``, and whatever the body throws.
    func write<Result>(_ body: (any MinutesWriting) throws -> Result) throws -> Result

    /// Does everything a write does, and then takes it back: for asking what would be.
    ///
    /// - Throws: ``MinutesError``, and whatever the body throws.
    func rehearse<Result>(_ body: (any MinutesWriting) throws -> Result) throws -> Result
}
