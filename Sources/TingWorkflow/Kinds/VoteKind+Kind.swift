public import TingTally

extension VoteKind: StateKind {
    /// The word after `kind:`.
    public static let word = "vote"
    /// All that decides a vote; nothing is implicit.
    public static let keys = [
        Key("asks", .phrase(.question), required: true),
        Key("ballot", .phrase(.ballot), required: true),
        Key("secret", .oneOf(["yes", "no"]), required: true),
        Key("change-ballot", .oneOf(["until closing", "never"]), required: true),
        Key("electorate", .map(electorateKeys), required: true),
        Key("proxies", .either([.oneOf(["none"]), .map(proxyKeys)]), required: true),
        Key("decides", .bySubject(.reference(.rule), under: "rule"), required: true),
        Key("tie", .either([.phrase(.tie), .list(.phrase(.tie))]), required: true),
        Key("close-early", .either([.oneOf(earlyWords), .map(earlyKeys)]), required: true),
        Key(
            "extend",
            .either([.oneOf(["none"]), .map(extensionKeys), .map(leavingKeys), .map(repetitionKeys)]),
            required: true),
        Key("faults", .map(faultKeys)), Key("advisory", .either([.oneOf(["none"]), .phrase(.people)])),
    ]
    /// Exactly so long, with an end that moves as stated, until a meeting ends, or from the quorum on.
    public static let clocks: [ClockForm] = [.exactly, .extendable, .untilEnd, .afterQuorum]
    static let electorateKeys = [
        Key("who", .phrase(.group), required: true), Key("as-of", .phrase(.frozen), required: true),
        Key("standing", .map(standingKeys)), Key("without", State.people),
        Key("must-abstain", State.people),
    ]
    static let standingKeys = [Key("member-for", .phrase(.duration), required: true)]
    static let proxyKeys = [
        Key("at-most", .phrase(.name), required: true), Key("written", .oneOf(["yes", "no"])),
        Key("valid", .phrase(.duration)),
    ]
    static let extensionKeys = [
        Key("if-quorum-in-last", .phrase(.duration), required: true),
        Key("by", .phrase(.duration), required: true),
    ]
    static let leavingKeys = [
        Key("if-quorum-in-last", .phrase(.duration), required: true),
        Key("leaving", .phrase(.duration), required: true),
    ]

    /// Passed, failed, and what the rule, the tie and the meeting make possible besides.
    public var outcomes: [OutcomeForm] {
        var forms = [OutcomeForm("passed", decides: true), OutcomeForm("failed")]
        if hasQuorum { forms.append(OutcomeForm("no-quorum")) }
        if leavesTies { forms.append(OutcomeForm("tied")) }
        if atMeeting != nil { forms.append(OutcomeForm("not-held")) }
        return forms + ownOutcomes
    }

    /// The holder of a casting vote may say beforehand how a tie is to be decided; a fault may be put on record.
    public func deeds(in workflow: Workflow) -> [DeedForm] {
        var deeds: [DeedForm] = []
        if let role = castingRole {
            let carries: DeedForm.Carries = isYesNo ? .choice(["yes", "no"]) : .option
            deeds.append(
                DeedForm(
                    "decide-tie", by: People([.role(role)]), carries: [carries], times: .often,
                    mark: decidesMark))
        }
        if let faults {
            deeds.append(DeedForm(Self.faultVerb, by: faults.by, carries: [.reason], mark: faultsMark))
        }
        return deeds
    }

    /// A vote is reopened once.
    public func objection(to deed: Deed, in visit: Visit, of workflow: Workflow, zone: Zone) -> Statement? {
        guard deed.verb == Self.faultVerb, hasFault(visit) else { return nil }
        return Statement("fault-reported-already", [.text("state", visit.state)])
    }

    /// What a vote ends as when there is nothing to count: its count gives every other outcome.
    public func outcomeWhenTimeIsUp(in visit: Visit, of workflow: Workflow) -> String {
        atMeeting == nil ? "failed" : "not-held"
    }

    /// The settings of the vote.
    public var vote: VoteKind? { self }
    /// Where its rule lets it close early.
    public var endsEarly: Bool { closeEarly != .never }
}
