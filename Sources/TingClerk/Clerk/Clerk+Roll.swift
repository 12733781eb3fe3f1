public import TingProceedings
import TingTally
import TingWorkflow

extension Clerk {
    /// Admits one member, or a former member who comes back.
    ///
    /// - Parameter actor: the steward's member id; nil for the keeper of the folder.
    /// - Throws: ``Refusal`` with every reason, ``MinutesError``.
    public func admit(_ line: RollLine, by actor: String?, at moment: Moment) throws -> Person {
        try write(moment) { desk in
            var reasons = try desk.reasonsAgainst(actor: actor)
            reasons += try desk.reasons(against: line)
            if let person = try desk.reading.person(handle: line.handle),
                try desk.member(person.member).isMember(at: desk.moment.effective)
            {
                reasons.append(Reason(Statement("handle-taken", [.text("handle", line.handle)])))
            }
            if let refusal = Refusal(reasons) { throw refusal }
            return try desk.admit(line, by: actor)
        }
    }

    /// Compares the roll with a register, and takes over the register unless it is a dry run.
    ///
    /// A dry run is refused for the same reasons as the import, and tells the
    /// same changes. A steward cannot end without stewards: only the keeper of
    /// the folder can take the last one away.
    ///
    /// - Parameters:
    ///   - lines: the whole register.
    ///   - removing: whether members missing in the register leave.
    ///   - removals: how many leave, where somebody has looked; needed where they are more than a tenth of
    ///     the members, and refused when it is another number.
    ///   - actor: the steward's member id; nil for the keeper of the folder.
    /// - Throws: ``Refusal`` with every reason; nothing was changed then.
    public func importRoll(
        _ lines: [RollLine], removing: Bool, removals: Int? = nil, dryRun: Bool, by actor: String?,
        at moment: Moment
    ) throws -> RollChanges {
        if dryRun { return try ask(moment) { try $0.changes(lines, removing: removing, by: actor) } }
        return try write(moment) { desk in
            let changes = try desk.changes(lines, removing: removing, by: actor)
            try desk.check(removals, of: changes)
            try desk.take(changes, by: actor)
            return changes
        }
    }

    /// The roll with what is known of each person, by handle.
    public func roll(at moment: Moment) throws -> [(person: Person, member: Member)] {
        try ask(moment) { desk in
            let roll = try desk.roll()
            return try desk.reading.persons().compactMap { person in
                roll.member(person.member).map { (person: person, member: $0) }
            }
        }
    }
}
