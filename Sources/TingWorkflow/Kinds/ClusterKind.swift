public import TingTally

/// A role groups every contribution into exactly one named cluster, and publishes
/// the clusters; those whom the file names may appeal.
///
/// Putting a contribution into a cluster takes it out of the one before, so none
/// stands in two. The clusters cannot be published while a contribution stands
/// in none.
public struct ClusterKind: StateKind {
    /// The word after `kind:`.
    public static let word = "cluster"
    /// What is grouped, by whom, and who may appeal.
    public static let keys = [
        Key("of", .reference(.state), required: true), Key("by", .phrase(.people), required: true),
        Key("appeals", .either([.oneOf(["none"]), .map(appealKeys)]), required: true),
    ]
    /// At most so long.
    public static let clocks: [ClockForm] = [.between]
    /// The outcome when everything stands in a cluster.
    static let done = "clustered"
    static let appealKeys = [
        Key("by", .phrase(.people), required: true), Key("within", .phrase(.duration), required: true),
    ]
    /// The verb with which a contribution is put into a cluster.
    public static let clusterVerb = "cluster"
    /// The verb with which the clusters are published.
    public static let publishVerb = "publish-clusters"
    /// The verb with which somebody appeals against where a contribution stands.
    public static let appealVerb = "appeal"
    /// The verb with which an appeal is answered, other than by another cluster.
    public static let answerVerb = "answer-appeal"

    /// Who may appeal, and for how long after the publication.
    public struct Appeals: Hashable, Sendable {
        /// Who.
        public let by: People
        /// How long.
        public let within: Period
    }

    /// The state whose contributions are grouped.
    public let source: String
    /// Who groups them.
    public let by: People
    /// Who may appeal; nil when nobody may.
    public let appeals: Appeals?
    let mark: Mark
    let sourceMark: Mark

    /// Reads the kind; reports what is wrong and puts something harmless in its place.
    public init(_ map: MapReader) {
        source = map.reference(.state, "of") ?? ""
        by = map.people("by") ?? .anyMember
        mark = map.mark
        sourceMark = map["of"]?.mark ?? map.mark
        guard map["appeals"]?.text != "none", let inner = map.map("appeals", Self.appealKeys) else {
            appeals = nil
            return
        }
        let people = inner.people("by")
        let within = inner.period("within")
        appeals = people.flatMap { people in within.map { Appeals(by: people, within: $0) } }
    }

    /// Everything stands in a cluster, published and with every appeal answered; or not.
    public var outcomes: [OutcomeForm] {
        [OutcomeForm(Self.done, byPeople: appeals == nil), OutcomeForm("not-clustered")]
    }

    /// Grouping, publishing, appealing, answering an appeal.
    public func deeds(in workflow: Workflow) -> [DeedForm] {
        let number = DeedForm.Carries.number(of: CollectKind.contributeVerb)
        var deeds = [
            DeedForm(Self.clusterVerb, by: by, carries: [number, .name], times: .often, mark: mark),
            DeedForm(Self.publishVerb, by: by, times: .often, mark: mark),
        ]
        if let appeals {
            deeds += [
                DeedForm(
                    Self.appealVerb, by: appeals.by, carries: [number, .reason], times: .often, mark: mark),
                DeedForm(Self.answerVerb, by: by, carries: [number, .reason], times: .often, mark: mark),
            ]
        }
        return deeds
    }

    /// What can be grouped: before the publication everything, afterwards what an appeal is open about.
    public func numbers(for form: DeedForm, in visit: Visit) -> [Int] {
        switch form.verb {
        case Self.appealVerb: isPublished(visit) ? all(visit).map(\.number) : []
        case Self.answerVerb: openAppeals(visit)
        default: isPublished(visit) ? openAppeals(visit) : all(visit).map(\.number)
        }
    }

    /// They are published once.
    public func isOpen(_ form: DeedForm, in visit: Visit) -> Bool {
        form.verb != Self.publishVerb || !isPublished(visit)
    }

    /// The clusters are published once, complete, and early enough for the appeals.
    public func objection(to deed: Deed, in visit: Visit, of workflow: Workflow, zone: Zone) -> Statement? {
        switch deed.verb {
        case Self.publishVerb:
            if isPublished(visit) { return Statement("clusters-published") }
            let left = all(visit).filter { $0.cluster == nil }.map { String($0.number) }
            if !left.isEmpty { return Statement("contributions-in-no-cluster", [.list("numbers", left)]) }
            guard let appeals, let ends = visit.ends, zone.adding(appeals.within, to: deed.at) > ends else {
                return nil
            }
            return Statement(
                "appeals-need-time",
                [.text("period", appeals.within.description), .instant("ends", ends.seconds)])
        case Self.appealVerb:
            let isOwn = visit.deeds.contains {
                $0.verb == Self.appealVerb && $0.by == deed.by && $0.number == deed.number
            }
            return isOwn ? Statement("appealed-already") : nil
        default: return nil
        }
    }

    /// Clustered at once where nobody may appeal, or where the last appeal is answered after their time.
    public func outcome(after deed: Deed, in visit: Visit, of workflow: Workflow) -> String? {
        appeals == nil && isPublished(visit) ? Self.done : nil
    }

    /// With the publication the time for appeals runs; an open appeal leaves time to answer it.
    public func newEnd(after deed: Deed, in visit: Visit, zone: Zone, latest: Instant?) -> Instant? {
        guard let appeals, let published = visit.last(Self.publishVerb) else { return nil }
        let end = zone.adding(appeals.within, to: published.at)
        return openAppeals(visit).isEmpty ? max(end, deed.at) : latest
    }

    /// Clustered, where the clusters are published and no appeal is open.
    public func outcomeWhenTimeIsUp(in visit: Visit, of workflow: Workflow) -> String {
        isPublished(visit) && openAppeals(visit).isEmpty ? Self.done : "not-clustered"
    }

    /// The clusters with the numbers of what stands in them.
    public func reckoning(of outcome: String, in visit: Visit, of workflow: Workflow) -> Reckoning? {
        var names: [String] = []
        for name in all(visit).compactMap(\.cluster) where !names.contains(name) { names.append(name) }
        var lines = names.map { name in
            Statement(
                "cluster-holds",
                [
                    .text("cluster", name),
                    .list("numbers", all(visit).filter { $0.cluster == name }.map { String($0.number) }),
                ])
        }
        let open = openAppeals(visit).map(String.init)
        if !open.isEmpty { lines.append(Statement("appeals-open", [.list("numbers", open)])) }
        return Reckoning(lines: lines)
    }

    /// What is grouped is collected somewhere.
    public func findings(for state: State, in workflow: Workflow) -> [Finding] {
        guard let origin = workflow.state(source), !(origin.kind is CollectKind) else { return [] }
        let facts: [Fact] = [
            .text("state", state.name), .text("source", source), .text("kind", origin.kind.word),
        ]
        return [
            Finding(
                .error, Statement("cluster-of-nothing", facts), at: sourceMark, width: source.count,
                allowed: workflow.states.filter { $0.kind is CollectKind }.map(\.name))
        ]
    }

    private func all(_ visit: Visit) -> [Contribution] { visit.contributions.filter { $0.state == source } }

    private func isPublished(_ visit: Visit) -> Bool { visit.last(Self.publishVerb) != nil }

    /// The contributions with an appeal that nobody has answered since, ascending.
    private func openAppeals(_ visit: Visit) -> [Int] {
        var open: Set<Int> = []
        for deed in visit.deeds {
            guard let number = deed.number else { continue }
            switch deed.verb {
            case Self.appealVerb: open.insert(number)
            case Self.answerVerb, Self.clusterVerb: open.remove(number)
            default: break
            }
        }
        return open.sorted()
    }
}
