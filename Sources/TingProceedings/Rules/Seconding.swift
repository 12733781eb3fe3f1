import TingTally
public import TingWorkflow

extension Proposal {
    /// Lets a member second an option.
    ///
    /// - Parameter letter: the option's letter, small or large; nil is refused with the letters there are.
    /// - Throws: ``Refusal`` with every rule that says no; ``Fault`` for a broken workflow.
    public func second(
        _ letter: String?, by member: Member, at instant: Instant, in situation: Situation
    ) throws -> Decision {
        var course = Course(self, in: situation)
        let state = try course.openState(for: "second", at: instant)
        let source = state.provision(in: situation.workflow)
        let letter = letter?.uppercased() ?? ""
        let facts: [Fact] = [.text("proposal", name), .text("option", letter), .text("state", state.name)]
        guard let writing = state.kind.writing.options, writing.seconders != nil else {
            throw Refusal(Statement("no-options-here", facts), source: source)
        }
        guard let option = options.first(where: { $0.offered.letter == letter }) else {
            let letters = options.map(\.offered.letter)
            throw Refusal(
                Statement(
                    letters.isEmpty ? "no-options-yet" : "option-unknown-here",
                    facts + [.list("options", letters)]),
                source: source)
        }
        var statements: [Statement] = []
        if let bar = member.bar(at: instant, [.text("verb", "second")]) {
            statements.append(bar)
        } else if !Entitlement(self, situation, at: instant).includes(writing.by, member) {
            statements.append(
                Statement("not-entitled", facts + [writing.by.fact("people"), .text("verb", "second")]))
        }
        if option.offered.by == member.id { statements.append(Statement("own-option", facts)) }
        if option.seconders.contains(member.id) {
            statements.append(Statement("done-already", facts + [.text("verb", "second")]))
        }
        if let refusal = Refusal(statements.map { Reason($0, source: source) }) { throw refusal }
        course.record(.optionSeconded(letter: letter, by: member.id), at: instant)
        return course.decision
    }
}
