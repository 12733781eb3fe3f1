/// How an option stands in a count in rounds.
enum Standing: String, Hashable, Sendable {
    /// It can still be elected.
    case continuing
    /// It has a seat.
    case elected
    /// It is out of the count.
    case excluded
}
