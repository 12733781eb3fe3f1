import TingWorkflow

extension Roll {
    /// Applies one event of the assembly to the roll; one about somebody who never was a member changes nothing.
    public mutating func apply(_ event: AssemblyEvent) {
        guard let id = event.member, let member = Member.applying(event, to: member(id)) else { return }
        enter(member)
    }
}

extension Member {
    /// What an event makes of a member; nil where it is about somebody who never was one, or about nobody.
    ///
    /// - Parameter former: The member before; nil for somebody who was never on the roll.
    public static func applying(_ event: AssemblyEvent, to former: Member?) -> Member? {
        if case .memberAdmitted(let id, let admission) = event.fact {
            return Member.admitting(id, admission, former)
        }
        guard var member = former else { return nil }
        switch event.fact {
        case .founded, .memberAdmitted: return nil
        case .memberChanged(_, let standing):
            member.setClasses(standing.classes, from: event.at)
            member.setRoles(standing.roles, from: event.at)
            member.setGroups(standing.groups, from: event.at)
        case .memberLeft: member.leave(at: event.at)
        case .absenceBegan(_, let absence): member.absences.append(absence)
        case .absenceEnded:
            for place in member.absences.indices where member.absences[place].span.contains(event.at) {
                member.absences[place].span.until = event.at
            }
        case .feePaid(_, let until): member.paidUntil = until
        case .roleGiven(_, let term): member.terms.append(term)
        case .roleEnded(_, let role): end(role, in: &member.terms, at: event.at)
        case .delegateNamed(_, let term): member.delegates.append(term)
        case .delegateWithdrawn(_, let delegate): end(delegate, in: &member.delegates, at: event.at)
        }
        return member
    }

    /// A new member, or a former one in a membership that begins now.
    private static func admitting(
        _ id: String, _ admission: AssemblyEvent.Admission, _ former: Member?
    ) -> Member {
        let standing = admission.standing
        guard var member = former else {
            var member = Member(
                id: id, classes: standing.classes, roles: standing.roles, joined: admission.joined)
            member.kind = admission.kind
            member.groups = standing.groups
            member.paidUntil = admission.paidUntil
            return member
        }
        member.rejoin(from: admission.joined)
        member.setClasses(standing.classes, from: admission.joined)
        member.setRoles(standing.roles, from: admission.joined)
        member.setGroups(standing.groups, from: admission.joined)
        member.paidUntil = admission.paidUntil ?? member.paidUntil
        return member
    }

    /// Ends the membership, and every term and absence with it.
    private mutating func leave(at instant: Instant) {
        left = instant
        for place in terms.indices where terms[place].span.contains(instant) {
            terms[place].span.until = instant
        }
        for place in absences.indices where absences[place].span.contains(instant) {
            absences[place].span.until = instant
        }
    }

    /// Ends the terms of one name that a moment falls into.
    private static func end(_ name: String, in terms: inout [Term], at instant: Instant) {
        for place in terms.indices where terms[place].name == name && terms[place].span.contains(instant) {
            terms[place].span.until = instant
        }
    }
}
