public import Testing
public import TingClerk

/// What every keeper of minutes promises: the port's doc comments, one sentence a promise.
///
/// A test target hands each promise empty minutes of its own kind; a new kind
/// of minutes needs one test to be held to all of them.
public enum MinutesContract {
    /// Every promise, in the order in which the port states them.
    public static let promises: [MinutesPromise] =
        transactions + appending + reading + keeping + people + cards + dueTimes + ballots + errands
}

/// One thing that minutes promise.
public struct MinutesPromise: Sendable, CustomTestStringConvertible {
    /// The promise, as a sentence.
    public let sentence: String
    /// Holds minutes to it; they are empty and nobody else's.
    public let hold: @Sendable (any Minutes) throws -> Void

    /// Makes a promise.
    public init(_ sentence: String, _ hold: @escaping @Sendable (any Minutes) throws -> Void) {
        self.sentence = sentence
        self.hold = hold
    }

    /// The sentence.
    public var testDescription: String { sentence }
}
