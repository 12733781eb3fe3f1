public import TingProceedings
import TingTally
import TingWorkflow

extension Clerk {
    /// Changes the standing of one member from now on.
    ///
    /// - Parameter actor: the steward's member id; nil for the keeper of the folder.
    /// - Returns: The member as the roll has them now.
    /// - Throws: ``NotFound`` for a handle that nobody has; ``Refusal`` with every reason; nothing was
    ///   changed then.
    public func change(
        _ handle: String, _ change: StandingChange, by actor: String?, at moment: Moment
    ) throws -> Member {
        try write(moment) { desk in
            let person = try desk.person(handle)
            let reasons =
                try desk.reasonsAgainst(actor: actor)
                + desk.statements(against: change, of: person, by: actor).map { Reason($0) }
            if let refusal = Refusal(reasons) { throw refusal }
            try desk.enter(desk.fact(change, of: person), by: actor)
            return try desk.member(person.member)
        }
    }
}

extension ReadingDesk {
    /// The person with a handle.
    func person(_ handle: String) throws -> Person {
        guard let person = try reading.person(handle: handle) else {
            throw NotFound("member-unknown", [.text("member", handle)])
        }
        return person
    }

    /// Everything that stands against a change; empty when nothing does.
    fileprivate func statements(
        against change: Clerk.StandingChange, of person: Person, by actor: String?
    ) throws -> [Statement] {
        let now = moment.effective
        let member = try self.member(person.member)
        let facts = [Fact.text("handle", person.handle)]
        guard member.isMember(at: now) else { return [Statement("standing-not-a-member", facts)] }
        var statements: [Statement] = []
        if let until = change.until, until <= now {
            statements.append(
                Statement("standing-until-past", facts + [.instant("until", until.seconds)]))
        }
        switch change {
        case .suspend, .pause:
            if let absence = member.absence(at: now) {
                statements.append(Statement("standing-already-\(absence.kind.rawValue)", facts))
            }
        case .restore:
            if member.absence(at: now) == nil { statements.append(Statement("standing-not-absent", facts)) }
        case .appoint(let role, _): statements += try self.statements(appointing: member, to: role, facts)
        case .dismiss(let role):
            if !member.holds(role, at: now) {
                statements.append(Statement("standing-role-not-held", facts + [.text("role", role)]))
            }
        case .name(let handle, _): statements += try self.statements(naming: handle, by: member, facts)
        case .withdraw(let handle):
            let delegate = try self.person(handle).member
            if !member.delegates.contains(where: { $0.name == delegate && $0.span.contains(now) }) {
                statements.append(
                    Statement("standing-delegate-not-named", facts + [.text("delegate", handle)]))
            }
        case .remove, .pay: break
        }
        if try isLastSteward(member, losing: change), actor != nil {
            statements.append(Statement("last-steward", [.text("role", ReadingDesk.stewards)]))
        }
        return statements
    }

    private func statements(
        appointing member: Member, to role: String, _ facts: [Fact]
    ) throws -> [Statement] {
        let now = moment.effective
        let facts = facts + [Fact.text("role", role)]
        let settings = clerk.settings
        guard settings.roles.contains(role) else {
            return [Statement("role-unknown", facts + [.list("roles", settings.roles)])]
        }
        guard !member.holds(role, at: now) else { return [Statement("standing-role-held", facts)] }
        var statements: [Statement] = []
        let duties = settings.offices[role] ?? AssemblySettings.Office()
        let held = member.roles(at: now)
        for other in held
        where duties.never.contains(other) || settings.offices[other]?.never.contains(role) ?? false {
            statements.append(Statement("standing-roles-apart", facts + [.text("other", other)]))
        }
        if let seats = duties.seats {
            let taken = try roll().holders(of: role, at: now).count
            if taken >= seats {
                statements.append(
                    Statement(
                        "standing-seats-taken", facts + [.number("seats", seats), .number("taken", taken)]))
            }
        }
        return statements
    }

    private func statements(
        naming handle: String, by member: Member, _ facts: [Fact]
    ) throws -> [Statement] {
        guard member.kind == .organisation else {
            return [Statement("standing-no-organisation", facts)]
        }
        let delegate = try person(handle).member
        let facts = facts + [Fact.text("delegate", handle)]
        if delegate == member.id { return [Statement("standing-delegate-itself", facts)] }
        let isNamed = member.delegates.contains {
            $0.name == delegate && $0.span.contains(moment.effective)
        }
        return isNamed ? [Statement("standing-delegate-named", facts)] : []
    }

    /// Whether nobody with all rights would be left in the stewards' role.
    private func isLastSteward(_ member: Member, losing change: Clerk.StandingChange) throws -> Bool {
        switch change {
        case .remove, .suspend, .pause, .dismiss(ReadingDesk.stewards): break
        default: return false
        }
        let holders = try roll().holders(of: ReadingDesk.stewards, at: moment.effective)
        return holders.map(\.id) == [member.id]
    }

    /// The event that a change becomes.
    fileprivate func fact(
        _ change: Clerk.StandingChange, of person: Person
    ) throws -> AssemblyEvent.Happened {
        let now = moment.effective
        let id = person.member
        func span(_ until: Instant?) -> Span { Span(from: now, until: until) }
        return switch change {
        case .remove: .memberLeft(id: id)
        case .suspend(let until): .absenceBegan(id: id, Absence(.suspended, span(until)))
        case .pause(let until): .absenceBegan(id: id, Absence(.onLeave, span(until)))
        case .restore: .absenceEnded(id: id)
        case .pay(let until): .feePaid(id: id, until: until)
        case .appoint(let role, let until): .roleGiven(id: id, Term(role, span(until)))
        case .dismiss(let role): .roleEnded(id: id, role: role)
        case .name(let handle, let until):
            .delegateNamed(id: id, Term(try self.person(handle).member, span(until)))
        case .withdraw(let handle): .delegateWithdrawn(id: id, delegate: try self.person(handle).member)
        }
    }
}

extension Clerk {
    /// A member, and everything that happened to their standing.
    public struct StandingFile: Sendable {
        /// Who it is.
        public let person: Person
        /// The member as the roll has them.
        public let member: Member
        /// What happened, oldest first.
        public let events: [AssemblyEvent]
    }

    /// A member with the history of their standing.
    ///
    /// - Throws: ``NotFound`` for a handle that nobody has or had.
    /// - Complexity: O(entries of the assembly).
    public func standing(of handle: String, at moment: Moment) throws -> StandingFile {
        try ask(moment) { desk in
            let person = try desk.person(handle)
            let events = try desk.reading.entries(of: .assembly, after: 0).map {
                try AssemblyEvent(json: $0.event())
            }
            return StandingFile(
                person: person, member: try desk.member(person.member),
                events: events.filter { $0.member == person.member })
        }
    }
}
