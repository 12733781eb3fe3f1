import TingProceedings
import TingWorkflow

/// A sequence of entries that belong together.
public struct Stream: Hashable, Sendable, CustomStringConvertible {
    /// The name, as the minutes keep it.
    public let description: String

    /// Makes a stream from the name that the minutes keep.
    public init(description: String) {
        self.description = description
    }

    /// The assembly itself: foundation, roll.
    public static let assembly = Stream(description: "assembly")

    /// A proposal.
    public static func proposal(_ number: Int) -> Stream { Stream(description: "P-\(number)") }

    /// The open ballots of a vote.
    public static func ballots(_ vote: VoteKey) -> Stream { Stream(description: vote.description) }
}
