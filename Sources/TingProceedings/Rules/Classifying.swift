import TingTally
public import TingWorkflow

extension Proposal {
    /// Lets a person whom the workflow names say what the proposal or an option touches, and why.
    ///
    /// The subjects given are all that people find in it from now on.
    /// Whoever adds a subject or takes one away must be named as its judge; what
    /// stays as it was is nobody's judgement anew.
    ///
    /// - Throws: ``Refusal`` with every rule that says no; ``Fault`` for a broken workflow.
    public func classify(
        _ subjects: [String], option letter: String? = nil, reason: Digest?, by member: Member,
        at instant: Instant, in situation: Situation
    ) throws -> Decision {
        var course = Course(self, in: situation)
        let state = try course.openState(for: "classify", at: instant)
        let named = Set(subjects).sorted()
        let facts: [Fact] = [
            .text("proposal", name), .text("verb", "classify"), .text("state", state.name),
        ]
        let letter = letter?.uppercased()
        let option = options.first { $0.offered.letter == letter }
        let before = letter == nil ? touches : option?.offered.touches ?? []
        var statements = judgements(named, besides: before, by: member, facts, at: instant, in: situation)
        if let letter, option == nil {
            let letters = options.map(\.offered.letter)
            statements.append(
                Statement(
                    "option-unknown-here", facts + [.text("option", letter), .list("options", letters)]))
        }
        if reason == nil { statements.append(Statement("reason-missing", facts)) }
        if state.kind.vote != nil { statements.append(Statement("frozen-in-vote", facts)) }
        let source = state.provision(in: situation.workflow)
        if let refusal = Refusal(statements.map { Reason($0, source: source) }) { throw refusal }
        course.record(
            .classified(
                ProposalEvent.Classified(option: letter, subjects: named, by: member.id, reason: reason)),
            at: instant)
        return course.decision
    }

    private func judgements(
        _ named: [String], besides before: [String], by member: Member, _ facts: [Fact],
        at instant: Instant, in situation: Situation
    ) -> [Statement] {
        let judged = situation.workflow.judgedSubjects
        let entitlement = Entitlement(self, situation, at: instant)
        var statements: [Statement] = []
        for name in named where !judged.contains(where: { $0.name == name }) {
            statements.append(
                Statement(
                    "subject-unknown", [.text("subject", name), .list("subjects", judged.map(\.name))]))
        }
        var isNobody = true
        for subject in judged {
            guard case .judgedBy(let people) = subject.found else { continue }
            if entitlement.includes(people, member) { isNobody = false }
            guard named.contains(subject.name) != before.contains(subject.name),
                !entitlement.includes(people, member)
            else { continue }
            statements.append(
                Statement("not-judge", facts + [.text("subject", subject.name), people.fact("people")]))
        }
        // Even who changes nothing puts a judgement on record, which is for judges.
        if isNobody, statements.isEmpty { statements.append(Statement("no-judge", facts)) }
        return statements
    }
}
