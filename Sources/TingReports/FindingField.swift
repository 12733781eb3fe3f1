/// A value of a finding for programs.
public enum FindingField: Hashable, Sendable {
    /// A text.
    case text(String)
    /// A whole number.
    case number(Int)
    /// A list of texts.
    case texts([String])
    /// Nothing; `null` in JSON.
    case absent
}
