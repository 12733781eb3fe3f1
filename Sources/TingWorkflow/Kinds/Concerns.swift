import TingTally

/// Named concerns that people raise in a state: who may, who resolves them, whether all must be.
///
/// A concern is open until who raised it takes it back or somebody named resolves
/// it with a reason; it stays open over states.
public struct Concerns: Hashable, Sendable {
    /// Who may raise one.
    public let by: People
    /// Who resolves one, besides who raised it; nil when nobody else does.
    public let resolvedBy: People?
    /// Whether the state ends as `concerns-open` while one is open.
    public let mustBeResolved: Bool
    let mark: Mark

    static let keys = [
        Key("by", .phrase(.people), required: true),
        Key("resolved-by", .either([.phrase(.people), .oneOf(["none"])]), required: true),
        Key("must-be-resolved", .oneOf(["yes", "no"]), required: true),
    ]
    /// The outcome of a state that ended with an open concern which had to be resolved.
    static let open = "concerns-open"
    /// The verb that raises a concern.
    public static let raiseVerb = "raise-concern"
    /// The verb with which who raised a concern takes it back.
    public static let withdrawVerb = "withdraw-concern"
    /// The verb with which somebody else resolves it.
    public static let resolveVerb = "resolve-concern"

    /// Raising, taking back, resolving.
    var deeds: [DeedForm] {
        let number = DeedForm.Carries.number(of: Self.raiseVerb)
        var deeds = [
            DeedForm(
                Self.raiseVerb, by: by, carries: [.name, .reason], times: .often, isNumbered: true, mark: mark
            ),
            DeedForm(Self.withdrawVerb, by: by, carries: [number], times: .often, mark: mark),
        ]
        if let resolvedBy {
            deeds.append(
                DeedForm(
                    Self.resolveVerb, by: resolvedBy, carries: [number, .reason], times: .often, mark: mark))
        }
        return deeds
    }

    /// The verbs of concerns.
    static let verbs = [raiseVerb, withdrawVerb, resolveVerb]

    /// Only who raised a concern takes it back.
    func objection(to deed: Deed, in visit: Visit) -> Statement? {
        guard deed.verb == Self.withdrawVerb, let number = deed.number,
            visit.openConcerns[number] != deed.by
        else { return nil }
        return Statement("not-own-concern")
    }

    /// Whether a concern is open that must be resolved.
    func areOpen(in visit: Visit) -> Bool { mustBeResolved && !visit.openConcerns.isEmpty }
}

extension MapReader {
    /// The rule about concerns under a key; nil where the state knows none.
    func concerns() -> Concerns? {
        guard let inner = map("concerns", Concerns.keys) else { return nil }
        let by = inner.people("by")
        let resolvedBy = inner["resolved-by"]?.text == "none" ? nil : inner.people("resolved-by")
        let must = inner.flag("must-be-resolved")
        return by.map {
            Concerns(by: $0, resolvedBy: resolvedBy, mustBeResolved: must ?? true, mark: inner.mark)
        }
    }
}
