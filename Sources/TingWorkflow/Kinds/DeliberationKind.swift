public import TingTally

/// Comments, questions, amendments, and further options for a ballot.
public struct DeliberationKind: StateKind {
    /// The word after `kind:`.
    public static let word = "deliberation"
    /// Who may comment, amend, and put options on the ballot.
    public static let keys = [
        Key("comments", .either([.phrase(.people), .oneOf(["none"])])),
        Key("amendments", .either([.oneOf(["none"]), .map(amendmentKeys)])),
        Key("options", .map(optionKeys)), Key("concerns", .map(Concerns.keys)),
    ]
    /// Every clock there is.
    public static let clocks: [ClockForm] = [.exactly, .between, .extendable, .waits, .untilEnd]
    static let amendmentKeys = [
        Key("by", .phrase(.people), required: true), Key("at-most", .phrase(.whole)),
        Key("restart-the-clock", .oneOf(["yes", "no"])), Key("minor", .map(minorKeys)),
    ]
    static let minorKeys = [
        Key("objected-by", .phrase(.people), required: true),
        Key("within", .phrase(.duration), required: true),
    ]
    static let optionKeys = [
        Key("by", .phrase(.people), required: true), Key("seconded-by", .phrase(.amount)),
        Key("cost", .oneOf(Writing.CostDemand.allCases.map(\.rawValue))),
        Key("group", .oneOf(Writing.GroupDemand.allCases.map(\.rawValue))),
    ]

    /// What may be written here.
    public let writing: Writing
    /// Who raises concerns, and what becomes of them; nil where the file says nothing of them.
    public let concerns: Concerns?
    let mark: Mark
    let name: String

    /// Reads the kind; reports what is wrong and puts something harmless in its place.
    public init(_ map: MapReader) {
        var writing = Writing(comments: .anyMember)
        if map["comments"]?.text == "none" {
            writing.comments = nil
        } else {
            writing.comments = map.people("comments") ?? .anyMember
        }
        if map["amendments"]?.text != "none", let inner = map.map("amendments", Self.amendmentKeys) {
            writing.amendments = inner.actors("by") ?? .author
            writing.amendmentsAtMost = inner.whole("at-most")
            writing.amendmentsRestartClock = inner.flag("restart-the-clock") ?? false
            writing.minorChanges = inner.minorChanges()
        }
        if let inner = map.map("options", Self.optionKeys) {
            let by = inner.people("by") ?? .anyMember
            writing.options = Writing.OptionWriting(
                by: by, seconders: inner.amount("seconded-by"),
                cost: inner.one(of: Writing.CostDemand.allCases.map(\.rawValue), "cost")
                    .flatMap(Writing.CostDemand.init),
                group: inner.one(of: Writing.GroupDemand.allCases.map(\.rawValue), "group")
                    .flatMap(Writing.GroupDemand.init))
        }
        self.writing = writing
        concerns = map.concerns()
        mark = map.mark
        name = map.name
    }

    /// It ends; where concerns must be resolved, it may end with open ones.
    public var outcomes: [OutcomeForm] {
        [OutcomeForm("ended")]
            + (concerns?.mustBeResolved ?? false ? [OutcomeForm("concerns-open")] : [])
    }

    /// Offering a further option, seconding one, raising concerns, objecting to a minor change.
    public func deeds(in workflow: Workflow) -> [DeedForm] {
        var deeds = concerns?.deeds ?? []
        if let minor = writing.minorChanges {
            deeds.append(
                DeedForm(
                    Writing.MinorChanges.objectVerb, by: minor.objectedBy, carries: [.reason], times: .often,
                    mark: mark))
        }
        guard let options = writing.options else { return deeds }
        deeds += [DeedForm("offer", by: options.by, carries: [.text], times: .often, mark: mark)]
        if options.seconders != nil {
            deeds.append(
                DeedForm("second", by: options.by, carries: [.option], times: .often, mark: mark))
        }
        return deeds
    }

    /// One seconds an option once.
    public func objection(to deed: Deed, in visit: Visit, of workflow: Workflow, zone: Zone)
        -> Statement?
    {
        if let concerns, Concerns.verbs.contains(deed.verb) { return concerns.objection(to: deed, in: visit) }
        if deed.verb == Writing.MinorChanges.objectVerb {
            guard let minor = writing.minorChanges, let changed = visit.minorChange else {
                return Statement("no-minor-change")
            }
            let until = zone.adding(minor.within, to: changed)
            return deed.at > until
                ? Statement("minor-change-stands", [.instant("until", until.seconds)]) : nil
        }
        guard deed.verb == "second" else { return nil }
        let seconded = visit.deeds.contains {
            $0.verb == "second" && $0.by == deed.by && $0.choice == deed.choice
        }
        return seconded ? Statement("seconds-already") : nil
    }

    /// Ended, unless a concern is open that must be resolved.
    public func outcomeWhenTimeIsUp(in visit: Visit, of workflow: Workflow) -> String {
        concerns?.areOpen(in: visit) ?? false ? Concerns.open : "ended"
    }

    /// The concerns that are open.
    public func numbers(for form: DeedForm, in visit: Visit) -> [Int] { visit.openConcerns.keys.sorted() }

    /// To a minor change one objects where there is one.
    public func isOpen(_ form: DeedForm, in visit: Visit) -> Bool {
        form.verb != Writing.MinorChanges.objectVerb || visit.minorChange != nil
    }

    /// Whether an option has the seconders it needs; its author is no seconder.
    ///
    /// - Throws: ``FormulaError`` when the number asked for has no exact value.
    public func isSeconded(
        _ option: String, author: String, in visit: Visit, of workflow: Workflow
    ) throws -> Bool {
        guard let needed = writing.options?.seconders else { return true }
        var persons: Set<String> = []
        for deed in visit.deeds
        where deed.verb == "second" && deed.choice == option && deed.by != author {
            persons.insert(deed.by)
        }
        return try needed.isMet(by: persons.count, members: visit.members, formulas: workflow.formulas)
    }

    /// Amendments that restart the clock need a limit, unless the clock has a latest end whatever happens.
    public func findings(for state: State, in workflow: Workflow) -> [Finding] {
        switch state.clock {
        case .exactly, .between: break
        case .extendable, .waits, .untilEnd, .afterQuorum, .none: return []
        }
        let hasCap = state.inTotalAtMost != nil || writing.amendmentsAtMost != nil
        guard writing.amendments != nil, writing.amendmentsRestartClock, !hasCap else { return [] }
        let facts: [Fact] = [.text("state", state.name)]
        return [
            Finding(
                .error, Statement("amendments-without-end", facts), at: state.mark, width: state.name.count)
        ]
    }
}

extension MapReader {
    /// Changes that move no clock unless somebody objects; nil where the file names none.
    fileprivate func minorChanges() -> Writing.MinorChanges? {
        guard let inner = map("minor", DeliberationKind.minorKeys) else { return nil }
        let people = inner.people("objected-by")
        let within = inner.period("within")
        return people.flatMap { people in
            within.map { Writing.MinorChanges(objectedBy: people, within: $0) }
        }
    }
}
