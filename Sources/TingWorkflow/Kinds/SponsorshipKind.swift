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
        Key("except", .phrase(.people)),
    ]
    /// At most so long, exactly so long, or until there are enough.
    public static let clocks: [ClockForm] = [.exactly, .between, .waits]

    /// Who may sponsor.
    public let by: People
    /// How many sponsors it takes, by subject; nil only where the file is wrong.
    public let sponsors: BySubject<Amount>?
    /// Who may not sponsor; nil when nobody is left out.
    public let except: People?
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
        guard let sponsors = sponsors?.value(touching: visit.subjects) else { return false }
        let count = visit.persons(who: "sponsor", unless: "unsponsor").count
        return try sponsors.isMet(by: count, members: visit.members, formulas: workflow.formulas)
    }
}
