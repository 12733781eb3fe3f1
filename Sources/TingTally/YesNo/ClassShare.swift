/// The share of yes that one class of members must reach by itself.
public struct ClassShare: Hashable, Sendable {
    /// The name of the class.
    public let className: String
    /// What its yes votes must reach, of the class's own numbers.
    public let share: Share

    /// Makes the share of a class.
    public init(className: String, share: Share) {
        self.className = className
        self.share = share
    }
}
