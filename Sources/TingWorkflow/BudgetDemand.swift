public import TingTally

/// How much a rule lets a vote spend.
public enum BudgetDemand: Hashable, Sendable {
    /// So much, as the file says.
    case amount(Fraction)
    /// What a field of the proposal says, by the field's name.
    case field(String)
}
