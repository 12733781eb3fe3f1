/// A share of one choice, such as `at least 1/2 of electorate no`.
public struct Condition: Hashable, Sendable {
    /// How much of it.
    public let share: Share
    /// Of which choice.
    public let choice: Choice

    /// Makes a condition.
    public init(_ share: Share, _ choice: Choice) {
        self.share = share
        self.choice = choice
    }
}
