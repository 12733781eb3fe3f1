/// A rule over yes, no and abstain: what makes a motion pass.
///
/// Everything in a rule must hold. ``either`` holds when one of its rules
/// passes. What a rule does not name it does not ask.
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
    /// The share that yes must reach; nil where only other parts decide.
    public var majority: Share?
    /// The least number of yes votes.
    public var minimumYes: Int?
    /// The shares that classes must reach, each by itself.
    public var eachClass: [ClassShare]
    /// Alternatives, one of which must pass.
    public var either: [YesNoRule]
    /// What makes the motion fail even where the quorum is missing.
    public var rejectedWhen: Condition?
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

    /// Every quorum of the rule and its alternatives, with the name of the rule it belongs to.
    public var quorums: [(rule: String, quorum: Quorum)] {
        (quorum.map { [(name, $0)] } ?? []) + either.flatMap(\.quorums)
    }
}
