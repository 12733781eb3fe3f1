import TingTally

/// Options are written by named people, each with what it needs.
///
/// A vote that `asks: options from` this state has them on its ballot.
public struct OptionsKind: StateKind {
    /// The word after `kind:`.
    public static let word = "options"
    /// Who writes them, how many, and what each needs.
    public static let keys = [
        Key("by", .phrase(.people), required: true), Key("number", .map(numberKeys), required: true),
        Key("each-needs", .either([.oneOf(["nothing"]), .map(needKeys)]), required: true),
    ]
    /// Exactly so long, at most so long, or until a meeting ends.
    public static let clocks: [ClockForm] = [.exactly, .between, .untilEnd]
    static let numberKeys = [
        Key("at-least", .phrase(.whole), required: true), Key("at-most", .phrase(.whole)),
    ]
    static let needKeys = [
        Key("fields", .list(.phrase(.name))),
        Key("cost", .oneOf(Writing.CostDemand.allCases.map(\.rawValue))),
        Key("group", .oneOf(Writing.GroupDemand.allCases.map(\.rawValue))),
    ]

    /// How many options there must be at the end.
    public let atLeast: Int
    /// Who writes options, and what each needs.
    public let writing: Writing
    let mark: Mark

    /// Reads the kind; reports what is wrong and puts something harmless in its place.
    public init(_ map: MapReader) {
        let number = map.map("number", Self.numberKeys)
        atLeast = number?.whole("at-least") ?? 1
        let atMost = number?.whole("at-most")
        if let atMost, atMost < atLeast, let node = number?["at-most"] {
            map.reading.error(
                "number-crossed", [.number("least", atLeast), .number("most", atMost)], at: node)
        }
        let needs = map["each-needs"]?.text == "nothing" ? nil : map.map("each-needs", Self.needKeys)
        if let node = map["each-needs"], node.entries?.isEmpty ?? false {
            map.reading.error("needs-left-unsaid", at: node, allowed: ["nothing"])
        }
        writing = Writing(
            comments: .anyMember,
            options: Writing.OptionWriting(
                by: map.people("by") ?? .anyMember, seconders: nil,
                cost: needs?.one(of: Writing.CostDemand.allCases.map(\.rawValue), "cost")
                    .flatMap(Writing.CostDemand.init),
                group: needs?.one(of: Writing.GroupDemand.allCases.map(\.rawValue), "group")
                    .flatMap(Writing.GroupDemand.init),
                fields: needs?["fields"] == nil ? [] : needs?.choices("fields") ?? [], atMost: atMost))
        mark = map.mark
    }

    /// Enough options, or too few.
    public var outcomes: [OutcomeForm] { [OutcomeForm("ready"), OutcomeForm("too-few")] }

    /// Offering an option.
    public func deeds(in workflow: Workflow) -> [DeedForm] {
        guard let options = writing.options else { return [] }
        return [DeedForm("offer", by: options.by, carries: [.text], times: .often, mark: mark)]
    }

    /// Whether there are enough options.
    public func outcomeWhenTimeIsUp(in visit: Visit, of workflow: Workflow) -> String {
        visit.options >= atLeast ? "ready" : "too-few"
    }
}
