import TingTally

extension Comparing {
    /// Compares how long a state lasts.
    ///
    /// Where people weigh a proposal, more time protects them; where its author must find something
    /// in time, less time does.
    mutating func compareClocks(_ before: Node?, _ after: Node?, _ name: String, _ place: Place) {
        if let before, let after, before.says(sameAs: after) { return }
        guard before != nil || after != nil, let was = old.workflow.state(name),
            let isNow = new.workflow.state(name)
        else { return }
        let (first, second) = (was.clock.bounds, isNow.clock.bounds)
        let least = Measure.of(first.least, second.least)
        let most = Measure.of(first.most, second.most)
        let enders = Measure.of(was.clock.endedBy, isNow.clock.endedBy)
        let measures =
            isNow.kind.givesTime
            ? [least ?? (enders == nil ? most : nil), enders?.reversed] : [most?.reversed, enders?.reversed]
        let direction: Change.Direction =
            switch Measure.together(measures) {
            case .more: .stricter
            case .less: .looser
            case .unclear, nil: .different
            }
        let facts: [Fact] = [
            Fact("place", .statement(place.named)), .text("key", place.written), .text("word", "lasts"),
            .text("old", was.clock.description), .text("new", isNow.clock.description),
        ]
        note(Change(direction, Statement("compare-changed", facts), before: before?.mark, after: after?.mark))
    }

    /// Compares where the outcomes of a state lead.
    mutating func compareOutcomes(_ before: Node?, _ after: Node?, _ place: Place) {
        let (was, isNow) = (before?.entries ?? [], after?.entries ?? [])
        let names = isNow.map(\.key) + was.map(\.key).filter { name in !isNow.contains { $0.key == name } }
        for name in names {
            let (first, second) = (was.first { $0.key == name }, isNow.first { $0.key == name })
            guard first?.value.text != second?.value.text else { continue }
            var facts: [Fact] = [Fact("place", .statement(place.named)), .term("outcome", name)]
            var direction = Change.Direction.different
            let code: String
            switch (first?.value.text, second?.value.text) {
            case (let from?, let to?):
                code = "compare-outcome"
                facts += [.text("old", from), .text("new", to)]
                switch Measure.of(old.workflow.hardness(of: from), new.workflow.hardness(of: to)) {
                case .more: direction = .stricter
                case .less: direction = .looser
                case .unclear, nil: break
                }
            case (nil, let to):
                code = "compare-outcome-added"
                facts.append(.text("new", to ?? ""))
            case (let from, nil):
                code = "compare-outcome-removed"
                facts.append(.text("old", from ?? ""))
            }
            note(Change(direction, Statement(code, facts), before: first?.mark, after: second?.mark))
        }
    }

    /// Compares the rules by which a vote decides, with the smallest votes that end otherwise.
    mutating func compareDecisions(_ name: String) {
        guard let was = old.workflow.state(name)?.kind.vote, let isNow = new.workflow.state(name)?.kind.vote
        else { return }
        let subjects =
            [[]] + new.workflow.subjects.map(\.name).filter { old.workflow.hasSubject($0) }.map { [$0] }
        var told: [[Fact]] = []
        for touching in subjects {
            let examples = VoteExample.smallest(
                of: name, touching: touching, from: old.workflow, to: new.workflow)
            for example in examples {
                var facts: [Fact] = [
                    Fact("place", .statement(Statement("compare-state", [.text("name", name)]))),
                    .number("members", example.members), .number("yes", example.yes),
                    .number("no", example.no),
                    .number("abstain", example.abstain),
                ]
                // What holds for every proposal is not told again for each subject.
                guard !told.contains(facts) else { continue }
                told.append(facts)
                facts += [.term("old", example.before.rawValue), .term("new", example.after.rawValue)]
                if let subject = touching.first { facts.append(.text("subject", subject)) }
                let code = touching.isEmpty ? "compare-vote" : "compare-vote-touching"
                note(
                    Change(
                        example.before == .passed ? .stricter : .looser, Statement(code, facts),
                        before: was.decidesMark, after: isNow.decidesMark))
            }
        }
    }
}

extension Workflow {
    /// How hard a state is on a proposal: adopted, on its way, ended otherwise.
    fileprivate func hardness(of name: String) -> Int {
        guard let final = state(name)?.kind.final else { return 1 }
        return final.result == .adopted ? 0 : 2
    }

    fileprivate func hasSubject(_ name: String) -> Bool { subjects.contains { $0.name == name } }
}

extension StateKind {
    /// Whether people weigh a proposal here, so that time protects them; else its author must be in time.
    fileprivate var givesTime: Bool {
        vote != nil || self is ConsentKind || self is VetoKind || self is DeliberationKind
            || self is JudgementKind || self is OpinionKind || self is HoldKind || self is ClusterKind
    }
}

extension Clock {
    /// The shortest and the longest that one visit lasts, in seconds; what has no end has the greatest number.
    fileprivate var bounds: (least: Int, most: Int) {
        switch self {
        case .exactly(let periods): (periods.shortest.shortest, periods.longest.longest)
        case .between(let atLeast, let atMost, let endedBy):
            (
                atLeast?.shortest ?? (endedBy == nil ? atMost?.shortest.shortest : nil) ?? 0,
                atMost?.longest.longest ?? .max
            )
        case .extendable(let bounds):
            (
                bounds.endsAfter.shortest - (bounds.adjustment?.atMost.longest ?? 0),
                bounds.extendableTo.longest
            )
        case .afterQuorum(let period, let atMost): (period.shortest, atMost.longest)
        case .waits, .untilEnd: (0, .max)
        case .none: (0, 0)
        }
    }

    /// Who may end it in between.
    fileprivate var endedBy: People? { if case .between(_, _, let people) = self { people } else { nil } }
}

extension Measure {
    /// Compares two groups of people, either of which may be nobody.
    fileprivate static func of(_ old: People?, _ new: People?) -> Measure? {
        switch (old, new) {
        case (nil, nil): nil
        case (nil, .some): .more
        case (.some, nil): .less
        case (let old?, let new?): of(old, new)
        }
    }
}
