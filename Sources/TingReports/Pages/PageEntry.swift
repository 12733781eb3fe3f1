/// One named value for a template.
public struct PageEntry: Hashable, Sendable {
    /// The name, in lower-case letters, digits and hyphens.
    public let name: String
    /// The value.
    public let value: PageValue

    /// Makes an entry of a map.
    public init(_ name: String, _ value: PageValue) {
        self.name = name
        self.value = value
    }
}
