public import TingProceedings
public import TingWorkflow

/// One entry of the minutes.
public struct Entry: Hashable, Sendable {
    /// The place in the whole record, from 1.
    public let sequence: Int
    /// The stream.
    public let stream: Stream
    /// The place in the stream, from 1.
    public let version: Int
    /// The canonical bytes, as hashed.
    public let bytes: [UInt8]
    /// The hash: SHA-256 of a zero byte and the bytes.
    public let hash: Digest
    /// When it was written down; not part of the hash, since a deadline takes effect when it is due.
    public let recorded: Instant

    /// Makes an entry.
    public init(
        sequence: Int, stream: Stream, version: Int, bytes: [UInt8], hash: Digest, recorded: Instant
    ) {
        self.sequence = sequence
        self.stream = stream
        self.version = version
        self.bytes = bytes
        self.hash = hash
        self.recorded = recorded
    }
}
