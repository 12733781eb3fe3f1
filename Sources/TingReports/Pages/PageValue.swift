/// What a template is filled with: a plain tree, made by whoever knows the facts.
///
/// Every number, date and sentence is text already when it comes here; a
/// template chooses and orders, and computes nothing.
public enum PageValue: Hashable, Sendable {
    /// A text in one line; line ends and control characters show as escapes.
    ///
    /// A section over an empty text is left out, as over a flag that is false.
    case text(String)
    /// A text that keeps its lines; other control characters show as escapes.
    case lines(String)
    /// Whether a section is shown; it cannot be printed.
    case flag(Bool)
    /// Values that a section repeats over, in this order.
    case list([PageValue])
    /// Values by name; of two with one name the first counts.
    case map([PageEntry])

    /// Makes a map from names and values, in their order.
    public static func map(_ entries: KeyValuePairs<String, PageValue>) -> PageValue {
        .map(entries.map { PageEntry($0.key, $0.value) })
    }

    /// The value of a name in a map; nil when this is no map or has no such name.
    public subscript(name: String) -> PageValue? {
        guard case .map(let entries) = self else { return nil }
        return entries.first { $0.name == name }?.value
    }
}
