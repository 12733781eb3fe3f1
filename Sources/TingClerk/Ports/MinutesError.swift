/// Why the minutes could not be read or written; nothing was written.
public enum MinutesError: Error, Hashable, Sendable {
    /// Somebody else wrote to the stream in the meantime.
    case conflict
    /// Somebody else is writing, and went on for too long.
    case busy
    /// The disk is full.
    case diskFull
    /// The file may not be written.
    case readOnly(path: String)
    /// The file cannot be opened or is no record of ting's.
    case unusable(path: String, reason: String)
    /// The record was written by a newer ting.
    case tooNew(path: String)
    /// An entry is not what it must be: a broken hash, unreadable bytes, a missing document.
    case damaged(at: String)
}
