/// What is known of a member beside the record, and can be erased.
public struct Person: Hashable, Sendable {
    /// The member's id in the record.
    public let member: String
    /// The short name used on the command line: lower-case letters, digits, `-`, `_`, `.`.
    public var handle: String
    /// The name for people.
    public var name: String
    /// Where notices go; empty when unknown.
    public var email: String

    /// Makes a person.
    public init(member: String, handle: String, name: String, email: String = "") {
        self.member = member
        self.handle = handle
        self.name = name
        self.email = email
    }
}
