/// What a ballot on a yes-or-no question can say.
///
/// A ballot not cast is no choice: ``ChoiceCount/notCast`` counts those. The
/// four things that are not yes and not no are never lumped together.
public enum Choice: String, CaseIterable, Hashable, Sendable {
    /// In favour.
    case yes
    /// Against.
    case no
    /// Takes part, and says neither.
    case abstain
    /// A ballot handed in empty.
    case blank
    /// A ballot that cannot be read as one of the others.
    case invalid
}
