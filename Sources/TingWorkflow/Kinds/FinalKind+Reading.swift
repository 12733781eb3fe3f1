import TingTally

extension FinalKind: StateKind {
    /// The word after `kind:`.
    public static let word = "final"
    /// The result, and what follows from it.
    public static let keys = [
        Key("result", .oneOf(Result.allCases.map(\.rawValue)), required: true),
        Key("effects", .list(.phrase(.effect))),
        Key("cooldown", .bySubject(.phrase(.duration), under: "cooldown")),
        Key("review-after", .phrase(.duration)), Key("report", .phrase(.report)),
    ]
    /// A final state has no clock.
    public static let clocks: [ClockForm] = [.none]

    /// Reads the kind; reports what is wrong and puts something harmless in its place.
    public init(_ map: MapReader) {
        let word = map.one(of: Result.allCases.map(\.rawValue), "result")
        result = word.flatMap(Result.init) ?? .lapsed
        effects = []
        for node in map["effects"].flatMap({ map.reading.items($0, for: "effects") }) ?? [] {
            if let effect = map.reading.effect(node) { effects.append(effect) }
        }
        cooldown = map["cooldown"].flatMap { map.reading.periods($0, for: "cooldown") }
        reviewAfter = map.period("review-after")
        report = map["report"].flatMap(map.reading.report)
        if !effects.isEmpty, word != nil, result != .adopted, let node = map["effects"] {
            map.reading.error("effects-without-adoption", [.term("result", result.rawValue)], at: node)
        }
    }

    /// The settings of the end.
    public var final: FinalKind? { self }
    /// None: nothing comes after it.
    public var outcomes: [OutcomeForm] { [] }
    /// Nothing more is written.
    public var writing: Writing { .none }
    /// A final state has no clock; nobody asks.
    public func outcomeWhenTimeIsUp(in visit: Visit, of workflow: Workflow) -> String { result.rawValue }
}

extension Reading {
    /// Reads `adopt the text into DOCUMENT`.
    fileprivate func effect(_ node: Node) -> FinalKind.Effect? {
        guard var phrase = PhraseReader(node, .effect, key: "effects", reading: self) else { return nil }
        for word in ["adopt", "the", "text", "into"] where !phrase.take(word) {
            phrase.unexpected()
            return nil
        }
        guard let name = phrase.next() else {
            phrase.unexpected()
            return nil
        }
        let index = phrase.position - 1
        guard phrase.finish() else { return nil }
        guard name == document else {
            phrase.report(
                Statement("unknown-document", [.text("name", name)]), word: index,
                allowed: document.map { [$0] } ?? [], suggestion: document)
            return nil
        }
        return .adoptText(into: name)
    }

    /// Reads `to members within 14 days`.
    fileprivate func report(_ node: Node) -> FinalKind.Report? {
        guard var phrase = PhraseReader(node, .report, key: "report", reading: self) else { return nil }
        guard phrase.take("to") else {
            phrase.unexpected()
            return nil
        }
        guard let people = phrase.people() else { return nil }
        guard !phrase.isAtEnd else { return FinalKind.Report(to: people, within: nil) }
        guard phrase.take("within") else {
            phrase.unexpected()
            return nil
        }
        guard let within = phrase.period(), phrase.finish() else { return nil }
        return FinalKind.Report(to: people, within: within)
    }
}
