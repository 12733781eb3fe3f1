public import TingTally

/// Members back the proposal; when enough of them do, it goes on at once.
///
/// Where the state lasts an exact time, the sponsors are counted at its end.
public struct SponsorshipKind: StateKind {
    /// The word after `kind:`.
    public static let word = "sponsorship"
    /// Who may sponsor, who may not, and how many it takes.
    public static let keys = [
        Key("by", .phrase(.people), required: true),
        Key("sponsors", .bySubject(.phrase(.amount), under: "sponsors"), required: true),
        Key("except", .phrase(.people)), Key("from-at-least", .phrase(.spread)),
    ]
    /// At most so long, exactly so long, or until there are enough.
    public static let clocks: [ClockForm] = [.exactly, .between, .waits]

    /// Who may sponsor.
    public let by: People
    /// How many sponsors it takes, by subject; nil only where the file is wrong.
    public let sponsors: BySubject<Amount>?
    /// Who may not sponsor; nil when nobody is left out.
    public let except: People?
    /// From how many different classes the sponsors must come; nil for no such demand.
    public let classes: Int?
    let isExact: Bool
    let mark: Mark

    /// Reads the kind; reports what is wrong and puts something harmless in its place.
    public init(_ map: MapReader) {
        by = map.people("by") ?? .anyMember
        sponsors = map["sponsors"].flatMap { node in
            map.reading.bySubject(node, for: "sponsors", under: Key("sponsors", .phrase(.amount))) {
                map.reading.amount($0, for: $1, names: map.reading.formulaNames)
            }
        }
        except = map.people("except")
        classes = map["from-at-least"].flatMap(map.reading.spread)
        isExact = map.clock.isExact
        mark = map.mark
        if case .between(.some, _, _) = map.clock, let node = map["lasts"]?["at-least"] {
            map.reading.error("sponsorship-minimum", at: node)
        }
    }

    /// Enough sponsors or too few.
    public var outcomes: [OutcomeForm] { [OutcomeForm("enough", byPeople: true), OutcomeForm("too-few")] }

    /// Sponsoring, and taking that back.
    public func deeds(in workflow: Workflow) -> [DeedForm] {
        [
            DeedForm("sponsor", by: by, except: except, times: .often, mark: mark),
            DeedForm("unsponsor", by: People([.relation(.sponsors)]), times: .often, mark: mark),
        ]
    }

    /// One sponsors once, and takes back only what one gave.
    public func objection(to deed: Deed, in visit: Visit, of workflow: Workflow, zone: Zone) -> Statement? {
        let sponsors = visit.persons(who: "sponsor", unless: "unsponsor")
        if deed.verb == "sponsor", sponsors.contains(deed.by) { return Statement("sponsors-already") }
        if deed.verb == "unsponsor", !sponsors.contains(deed.by) { return Statement("no-sponsor-yet") }
        return nil
    }

    /// Enough, as soon as there are; never before the end of an exact time.
    public func outcome(after deed: Deed, in visit: Visit, of workflow: Workflow) throws -> String? {
        guard !isExact, deed.verb == "sponsor", try isEnough(visit, workflow) else { return nil }
        return "enough"
    }

    /// Counts the sponsors.
    public func outcomeWhenTimeIsUp(in visit: Visit, of workflow: Workflow) throws -> String {
        try isEnough(visit, workflow) ? "enough" : "too-few"
    }

    private func isEnough(_ visit: Visit, _ workflow: Workflow) throws -> Bool {
        guard let needed = try needed(in: visit, of: workflow) else { return false }
        return visit.persons(who: "sponsor", unless: "unsponsor").count >= needed
            && visit.sponsoringClasses.count >= classes ?? 0
    }

    /// How many sponsors it takes; nil only where the file is wrong.
    ///
    /// - Throws: ``FormulaError`` when the number asked for has no exact value.
    public func needed(in visit: Visit, of workflow: Workflow) throws -> Int? {
        guard let sponsors = sponsors?.value(touching: visit.subjects) else { return nil }
        let bound = try sponsors.bound(members: visit.members, formulas: workflow.formulas)
        return max(0, try sponsors.comparison.least(beyond: bound), visit.leastSponsors ?? 0)
    }
}

extension Reading {
    /// Reads `3 classes`.
    fileprivate func spread(_ node: Node) -> Int? {
        guard var phrase = PhraseReader(node, .spread, key: "from-at-least", reading: self) else {
            return nil
        }
        let start = phrase.position
        guard let number = phrase.number() else { return nil }
        guard phrase.take("classes") else {
            phrase.unexpected(suggestions: ["classes"])
            return nil
        }
        guard phrase.finish() else { return nil }
        let known = declared[.memberClass].count
        guard (2...max(2, known)).contains(number), known > 1 else {
            phrase.report(
                Statement("spread-of-classes", [.number("number", number), .number("classes", known)]),
                word: start, allowed: (0..<max(0, known - 1)).map { "\($0 + 2) classes" })
            return nil
        }
        return number
    }
}
