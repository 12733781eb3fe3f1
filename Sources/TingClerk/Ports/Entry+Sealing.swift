public import TingProceedings
public import TingWorkflow

extension Entry {
    /// The keys that the envelope adds; an event has none of its own by these names.
    public static let envelope = ["place", "prev", "schema", "seq", "stream"]

    /// Seals events into entries: adds the envelope, writes the canonical bytes, hashes them.
    ///
    /// The envelope holds the place in the record (`seq`), the `stream` and the
    /// `place` in it, the version of the schema, and the hash of the entry before (`prev`).
    /// What is hashed is what is stored; nothing is ever written anew.
    ///
    /// - Throws: ``MinutesError/damaged(at:)`` for an event that is no map, or that
    ///   uses a key of the envelope.
    /// - Source: the leaf hash of RFC 6962, section 2.1: SHA-256(0x00 || bytes).
    public static func seal(
        _ events: [JSON], in stream: Stream, after version: Int, length: Int, head: Digest?, recorded: Instant
    ) throws(MinutesError) -> [Entry] {
        var entries: [Entry] = []
        var previous = head
        for (index, event) in events.enumerated() {
            guard case .object(var members) = event, envelope.allSatisfy({ members[$0] == nil }) else {
                throw MinutesError.damaged(at: "\(stream) \(version + index + 1)")
            }
            members["schema"] = .integer(1)
            members["seq"] = .integer(length + index + 1)
            members["stream"] = .string(stream.description)
            members["place"] = .integer(version + index + 1)
            if let previous { members["prev"] = .string(previous.hex) }
            let bytes = JSON.object(members).canonicalBytes
            let hash = Hashing.leaf(bytes)
            entries.append(
                Entry(
                    sequence: length + index + 1, stream: stream, version: version + index + 1, bytes: bytes,
                    hash: hash, recorded: recorded))
            previous = hash
        }
        return entries
    }

    /// The latest moment at which any of these events takes effect; nil when none says.
    public static func latestEffective(of events: [JSON]) -> Instant? {
        events.compactMap { $0["at"]?.integer }.max().map { Instant(seconds: $0) }
    }

    /// The event inside.
    ///
    /// - Throws: ``MinutesError/damaged(at:)`` when the bytes are not canonical JSON.
    public func event() throws(MinutesError) -> JSON {
        guard let json = try? JSON(bytes: bytes) else {
            throw MinutesError.damaged(at: "\(stream) \(version)")
        }
        return json
    }
}
