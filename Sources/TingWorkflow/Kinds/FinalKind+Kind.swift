public import TingTally

extension FinalKind: StateKind {
    /// The word after `kind:`.
    public static let word = "final"
    /// The result, and what follows from it.
    public static let keys = [
        Key("result", .oneOf(Result.allCases.map(\.rawValue)), required: true),
        Key("effects", .list(.phrase(.effect))), Key("in-force", .phrase(.inForce)),
        Key("review-after", .phrase(.review)),
        Key("sunset", .either([.phrase(.duration), .map(sunsetKeys)])),
        Key(
            "cooldown",
            .either([.bySubject(.phrase(.duration), under: "cooldown"), .map(cooldownKeys)])),
        Key("report", .phrase(.report)),
    ]
    /// A final state has no clock.
    public static let clocks: [ClockForm] = [.none]
    static let sunsetKeys = [
        Key("after", .phrase(.duration), required: true), Key("renewed-by", .phrase(.people)),
        Key("remind", .either([.map(State.reminderKeys), .list(.map(State.reminderKeys))])),
    ]
    static let cooldownKeys = [
        Key("for", .bySubject(.phrase(.duration), under: "for")), Key("until-next", .phrase(.name)),
        Key("unless-sponsors", .phrase(.whole)),
    ]
    /// The deed by which those report who have to.
    public static let reportVerb = "give-report"
    /// The deed by which those look at a decision again who have to.
    public static let reviewVerb = "review"
    /// The deed by which a decision goes on when it would end.
    public static let renewVerb = "renew"

    /// The settings of the end.
    public var final: FinalKind? { self }
    /// An end has no outcomes.
    public var outcomes: [OutcomeForm] { [] }
    /// Nothing is written any more.
    public var writing: Writing { .none }
    /// Never asked: an end has no time.
    public func outcomeWhenTimeIsUp(in visit: Visit, of workflow: Workflow) -> String { result.rawValue }

    /// What is left to do when the proposal has ended: to report, to review, to renew.
    public func deeds(in workflow: Workflow) -> [DeedForm] {
        var forms: [DeedForm] = []
        if let report, report.within != nil {
            forms.append(DeedForm(Self.reportVerb, by: report.by, carries: [.reason], mark: mark))
        }
        if let review {
            forms.append(DeedForm(Self.reviewVerb, by: review.by, carries: [.reason], mark: mark))
        }
        if let people = sunset?.renewedBy {
            forms.append(
                DeedForm(Self.renewVerb, by: people, carries: [.reason], times: .often, mark: mark))
        }
        return forms
    }

    /// One reports and reviews once, reviews when it is time, and renews what has not ended and soon will.
    public func objection(to deed: Deed, in visit: Visit, of workflow: Workflow, zone: Zone) -> Statement? {
        let after = visit.aftermath
        // Who has done it already is told that, and no more.
        let isAgain = visit.persons(who: deed.verb).contains(deed.by)
        switch deed.verb {
        case Self.reportVerb where isAgain, Self.reviewVerb where isAgain: return nil
        case Self.reportVerb:
            return isOpen(deed.verb, visit) ? nil : Statement("reported-already")
        case Self.reviewVerb:
            guard isOpen(deed.verb, visit) else { return Statement("reviewed-already") }
            guard let due = after.reviewDue, deed.at < due else { return nil }
            return Statement(
                "review-too-early", [.instant("due", due.seconds), .instant("now", deed.at.seconds)])
        case Self.renewVerb:
            guard let expires = after.expires, let period = sunset?.after else { return nil }
            if deed.at >= expires {
                return Statement("expired-already", [.instant("expired", expires.seconds)])
            }
            guard zone.adding(period, to: deed.at) <= expires else { return nil }
            return Statement(
                "renewed-already",
                [.instant("expires", expires.seconds), .text("period", period.description)])
        default: return nil
        }
    }

    /// Whether a deed after the end is still to be done; a renewal always can be, until the decision expires.
    public func isOpen(_ form: DeedForm, in visit: Visit) -> Bool { isOpen(form.verb, visit) }

    private func isOpen(_ verb: String, _ visit: Visit) -> Bool {
        // A deed after the end is dated when it takes effect; where it takes several, those before are not.
        verb == Self.renewVerb || !visit.deeds.contains { $0.verb == verb && $0.date != nil }
    }

    /// A field named for the date is one, and sponsors can let the same matter through only where they are counted.
    public func findings(for state: State, in workflow: Workflow) -> [Finding] {
        var findings: [Finding] = []
        if case .date(let name) = inForce {
            let dates = workflow.proposal.fields.filter { $0.form == .date && $0.required }.map(\.name)
            if !dates.contains(name) {
                findings.append(
                    Finding(
                        .error,
                        Statement("no-date-field", [.text("state", state.name), .text("field", name)]),
                        at: inForceMark, width: "in-force".count, allowed: dates,
                        suggestion: didYouMean(name, among: dates)))
            }
        }
        if let needed = cooldown?.unlessSponsors, !workflow.hasSponsorsBeforeAdoption {
            findings.append(
                Finding(
                    .error,
                    Statement(
                        "cooldown-without-sponsors", [.text("state", state.name), .number("needed", needed)]),
                    at: cooldownMark, width: "cooldown".count))
        }
        return findings
    }
}

extension Workflow {
    /// Whether nothing is adopted under this workflow that has not found its sponsors.
    fileprivate var hasSponsorsBeforeAdoption: Bool {
        let graph = Graph(self)
        guard let first = graph.first else { return false }
        let without = graph.reachable(from: [first]) { move in
            !(graph.states[move.from].kind is SponsorshipKind) || move.cause != .outcome("enough")
        }
        return without.isDisjoint(with: graph.finals(.adopted))
    }
}
