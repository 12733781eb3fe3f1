/// A rule over yes, no and abstain: what makes a motion pass.
///
/// Everything in a rule must hold. ``either`` holds when one of its rules
/// passes, ``bodies`` when every body's does. What a rule does not name it
/// does not ask.
public struct YesNoRule: Hashable, Sendable {
    /// What becomes of as many yes as no.
    public enum Tie: String, CaseIterable, Hashable, Sendable {
        /// The motion fails.
        case fails
        /// The vote is tied, and somebody or something decides afterwards.
        case tied
    }

    /// The name of the rule in its workflow.
    public var name: String
    /// How many ballots are needed; nil where the rule says `quorum: none`.
    public var quorum: Quorum?
    /// Further quorums, such as one of a class; every one must be met.
    public var furtherQuorums: [Quorum] = []
    /// The full size of the body; nil where the counts say it, or nobody needs it.
    public var seats: Int?
    /// How vacant seats are counted; nil where they are not.
    public var vacant: VacantSeats?
    /// The most that a class may weigh; nil for no such bound.
    public var cap: ClassCap?
    /// The share that yes must reach; nil where only other parts decide.
    public var majority: Share?
    /// The weights of classes, by which the majority is taken; nil where each vote weighs alike.
    public var weights: ClassWeights?
    /// The least number of yes votes.
    public var minimumYes: Int?
    /// The shares that classes must reach, each by itself.
    public var eachClass: [ClassShare]
    /// Bands of the result, each with its outcome, which take the place of a majority; nil for none.
    public var bands: Bands?
    /// Alternatives, one of which must pass.
    public var either: [YesNoRule]
    /// Bodies, all of which must pass the motion, each by its own rule.
    public var bodies: [Body] = []
    /// What makes the motion fail even where the quorum is missing.
    public var rejectedWhen: Condition?
    /// What the vote ends as where it passes by this rule as an alternative; nil for `passed`.
    public var outcomeName: String?
    /// What becomes of as many yes as no.
    public var tie: Tie
    /// Where the rule is written.
    public var source: RuleSource?

    /// Makes a rule; what is left out is not asked.
    public init(
        name: String, quorum: Quorum? = nil, majority: Share? = nil, minimumYes: Int? = nil,
        eachClass: [ClassShare] = [], either: [YesNoRule] = [], rejectedWhen: Condition? = nil,
        tie: Tie = .fails, source: RuleSource? = nil
    ) {
        self.name = name
        self.quorum = quorum
        self.majority = majority
        self.minimumYes = minimumYes
        self.eachClass = eachClass
        self.either = either
        self.rejectedWhen = rejectedWhen
        self.tie = tie
        self.source = source
    }

    /// The quorums of the rule itself, in its order.
    public var ownQuorums: [Quorum] { (quorum.map { [$0] } ?? []) + furtherQuorums }

    /// Every quorum of the rule, its alternatives and its bodies, with the name of the rule it belongs to.
    public var quorums: [(rule: String, quorum: Quorum)] {
        ownQuorums.map { (name, $0) } + either.flatMap(\.quorums) + bodies.flatMap(\.rule.quorums)
    }

    /// The classes whose counts the rule asks for; each once, in the order of the rule.
    public var classNames: [String] {
        var names = ownQuorums.flatMap(\.classNames)
        if let cap { names.append(cap.className) }
        names += [majority, rejectedWhen?.share].compactMap { $0?.className }
        names += weights?.parts.map(\.className) ?? []
        names += eachClass.map(\.className)
        for case .share(let share) in bands?.bands.map(\.floor) ?? [] {
            names += share.className.map { [$0] } ?? []
        }
        for body in bodies {
            switch body.votes {
            case .everybody: break
            case .ofClass(let name): names.append(name)
            case .districts(let districts): names += districts.parts.map(\.className)
            }
        }
        names += either.flatMap(\.classNames) + bodies.flatMap(\.rule.classNames)
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }

    /// Whether anything in the rule is measured by how many may vote.
    public var asksForElectorate: Bool {
        var shares = [majority, rejectedWhen?.share].compactMap { $0 }
        for case .share(let share) in bands?.bands.map(\.floor) ?? [] { shares.append(share) }
        return shares.contains { $0.base.isOfElectorate } || ownQuorums.contains(where: \.asksForElectorate)
            || seats != nil || vacant != nil
            || (either + bodies.map(\.rule)).contains(where: \.asksForElectorate)
    }
}

extension Base {
    /// Whether it is worked out from those who may vote.
    fileprivate var isOfElectorate: Bool { self == .electorate || self == .electorateWithoutAbstentions }
}

extension Quorum {
    /// Whether it is measured by how many may vote.
    fileprivate var asksForElectorate: Bool {
        switch need {
        case .share(let share): share.base.isOfElectorate
        case .number: false
        case .bySize: true
        }
    }
}
