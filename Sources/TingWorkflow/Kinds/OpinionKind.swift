import TingTally

/// A body states its opinion, or is silent.
public struct OpinionKind: StateKind {
    /// The word after `kind:`.
    public static let word = "opinion"
    /// Whose opinion, and what it can be.
    public static let keys = [
        Key("by", .phrase(.people), required: true), Key("choices", .list(.phrase(.name)), required: true),
    ]
    /// At most so long, exactly so long, or until a meeting ends.
    public static let clocks: [ClockForm] = [.exactly, .between, .waits, .untilEnd]

    /// Whose opinion.
    public let by: People
    /// What it can be.
    public let choices: [String]
    let clock: Clock
    let mark: Mark

    /// Reads the kind; reports what is wrong and puts something harmless in its place.
    public init(_ map: MapReader) {
        by = map.actors("by") ?? .anyMember
        choices = map.choices("choices")
        clock = map.clock
        mark = map.mark
    }

    /// Given or not.
    public var outcomes: [OutcomeForm] { [OutcomeForm("given", byPeople: true), OutcomeForm("not-given")] }

    /// Giving the opinion.
    public func deeds(in workflow: Workflow) -> [DeedForm] {
        [DeedForm("give", by: by, timing: clock.timingOfDeeds, carries: [.choice(choices)], mark: mark)]
    }

    /// Given, when enough of the body say the same.
    public func outcome(after deed: Deed, in visit: Visit, of workflow: Workflow) -> String? {
        guard !clock.isExact, deed.verb == "give",
            visit.tookEffect("give", by: by, choice: deed.choice)
        else { return nil }
        return "given"
    }

    /// Given, if it was; a body may stay silent.
    public func outcomeWhenTimeIsUp(in visit: Visit, of workflow: Workflow) -> String {
        choices.contains { visit.tookEffect("give", by: by, choice: $0) } ? "given" : "not-given"
    }
}

extension MapReader {
    /// A list of names that people choose from; each once.
    func choices(_ key: String) -> [String] {
        var names: [String] = []
        for node in texts(key) ?? [] {
            guard let name = node.text else { continue }
            reading.checkName(name, at: node.mark)
            if names.contains(name) {
                reading.error("choice-twice", [.text("choice", name), .text("key", key)], at: node)
            } else {
                names.append(name)
            }
        }
        if let node = node[key], node.items?.isEmpty ?? false {
            reading.error("empty-list", [.text("key", key)], at: node)
        }
        return names
    }
}
