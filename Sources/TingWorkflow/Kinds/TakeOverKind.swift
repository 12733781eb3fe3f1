import TingTally

/// The author has withdrawn: somebody else may take the proposal over, and is its author from then on.
public struct TakeOverKind: StateKind {
    /// The word after `kind:`.
    public static let word = "take-over"
    /// Who may take it over.
    public static let keys = [Key("by", .phrase(.people), required: true)]
    /// At most so long: what nobody takes over is over.
    public static let clocks: [ClockForm] = [.between]
    /// The deed by which somebody becomes the author.
    public static let takeOverVerb = "take-over"

    /// Who may take it over; any one of them.
    public let by: People
    let mark: Mark

    /// Reads the kind; reports what is wrong and puts something harmless in its place.
    public init(_ map: MapReader) {
        let people = map.actors("by") ?? .anyMember
        if people.number != .one, let node = map["by"] { map.reading.error("one-author", at: node) }
        by = People(people.anyOf)
        mark = map.mark
        if case .between(.some, _, _) = map.clock, let node = map["lasts"]?["at-least"] {
            map.reading.error("take-over-minimum", at: node)
        }
    }

    /// Taken over, or nobody did.
    public var outcomes: [OutcomeForm] {
        [OutcomeForm("taken-over", byPeople: true), OutcomeForm("nobody")]
    }

    /// Taking it over; who has withdrawn it does not.
    public func deeds(in workflow: Workflow) -> [DeedForm] {
        [DeedForm(Self.takeOverVerb, by: by, except: .author, mark: mark)]
    }

    /// Taken over, as soon as it is.
    public func outcome(after deed: Deed, in visit: Visit, of workflow: Workflow) -> String? {
        deed.verb == Self.takeOverVerb ? "taken-over" : nil
    }

    /// Nobody took it over in time.
    public func outcomeWhenTimeIsUp(in visit: Visit, of workflow: Workflow) -> String { "nobody" }
}
