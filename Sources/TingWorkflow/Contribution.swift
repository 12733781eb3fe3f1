/// Something that somebody contributed: a need, an idea, a piece of evidence.
public struct Contribution: Hashable, Sendable {
    /// Its number in the proposal, from 1.
    public let number: Int
    /// Who contributed it: the member's id.
    public let by: String
    /// The state in which it was contributed.
    public let state: String
    /// The commitment to the text, not the text.
    public let text: String
    /// The name of the cluster it stands in; nil before it has been put into one.
    public var cluster: String?

    /// Makes a contribution that stands in no cluster.
    public init(number: Int, by: String, state: String, text: String) {
        self.number = number
        self.by = by
        self.state = state
        self.text = text
    }
}
