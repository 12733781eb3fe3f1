import TingTally
public import TingWorkflow

/// Who people phrases mean, for one proposal at one moment.
struct Entitlement {
    let proposal: Proposal
    let situation: Situation
    let instant: Instant

    init(_ proposal: Proposal, _ situation: Situation, at instant: Instant) {
        self.proposal = proposal
        self.situation = situation
        self.instant = instant
    }

    /// Whether a member may act as one of these people.
    func includes(_ people: People, _ member: Member) -> Bool {
        people.anyOf.contains { includes($0, member) }
    }

    /// Whether a member is such a person, and no separation of duties stands against acting as one.
    func includes(_ who: People.Who, _ member: Member) -> Bool {
        guard belongs(member, to: who) else { return false }
        if case .role(let role) = who { return excluded(member, from: role) == nil }
        return true
    }

    /// Whether a person may do a deed at this moment.
    func allows(_ id: String, _ form: DeedForm) -> Bool {
        guard let member = situation.roll.member(id), includes(form.by, member) else { return false }
        guard let except = form.except else { return true }
        return !belongs(member, to: except)
    }

    /// Whether a member is one of these people, duties or not.
    func belongs(_ member: Member, to people: People) -> Bool {
        people.anyOf.contains { belongs(member, to: $0) }
    }

    private func belongs(_ member: Member, to who: People.Who) -> Bool {
        guard member.isActive(at: instant) else { return false }
        switch who {
        case .members: return true
        case .role(let role): return member.holds(role, at: instant)
        case .memberClass(let name): return member.classes(at: instant).contains(name)
        case .relation(let relation): return related(by: relation).contains(member.id)
        }
    }

    /// The duty that keeps a holder of a role from acting in it here; nil when none does.
    func excluded(_ member: Member, from role: String) -> Workflow.Duty? {
        situation.workflow.duties.first { duty in
            guard duty.role == role else { return false }
            // "Never a member" would leave nobody to act, so it excludes nobody.
            if case .members = duty.never { return false }
            return belongs(member, to: duty.never)
        }
    }

    /// The ids of these people, ascending.
    func ids(of people: People) -> [String] {
        // The roll is in the order of ids already.
        if people.anyOf.count == 1, let who = people.anyOf.first, who.isOfRoll {
            return situation.roll.members.filter { belongs($0, to: who) }.map(\.id)
        }
        var ids: Set<String> = []
        for who in people.anyOf {
            if case .relation(let relation) = who {
                ids.formUnion(related(by: relation))
            } else {
                for member in situation.roll.members where belongs(member, to: who) { ids.insert(member.id) }
            }
        }
        return ids.sorted()
    }

    /// Whether these different persons are as many as a phrase demands before a deed takes effect.
    ///
    /// `each of` demands all who may act at this moment; a phrase that means nobody is never met.
    func isEnough(_ persons: Set<String>, of people: People) -> Bool {
        guard people.number != .each else {
            let all = situation.roll.members.filter { includes(people, $0) }.map(\.id)
            return !all.isEmpty && persons.isSuperset(of: all)
        }
        return persons.count >= personsNeeded(for: people)
    }

    /// How many different persons a phrase demands, of those who may act at this moment.
    ///
    /// Where nobody may act, and where a formula has no exact value, no number is enough.
    func personsNeeded(for people: People) -> Int {
        var all: Int { situation.roll.members.count { includes(people, $0) } }
        switch people.number {
        case .one: return 1
        case .several(let number): return number
        case .each: return all == 0 ? .max : all
        case .formula(let formula):
            let members = situation.roll.count(at: instant)
            let formulas = situation.workflow.formulas
            let bound = try? formula.value { try formulas.number(named: $0, members: members) }
            return bound.flatMap { try? Comparison.atLeast.least(beyond: $0) }.map { max(1, $0) } ?? .max
        case .allBut(let number, let moreThanHalf):
            let all = all
            guard all > 0 else { return .max }
            return max(1, all - number, moreThanHalf ? all / 2 + 1 : 1)
        }
    }

    private func related(by relation: People.Relation) -> [String] {
        switch relation {
        case .author: [proposal.author]
        case .coAuthors: proposal.coAuthors
        case .sponsors: proposal.sponsors
        case .objector: proposal.objectors
        case .contributors: proposal.contributors
        case .personConcerned: proposal.concerns.map { [$0] } ?? []
        }
    }
}

extension People.Who {
    /// Whether the roll says who these are, and not the proposal.
    fileprivate var isOfRoll: Bool {
        if case .relation = self { false } else { true }
    }
}

extension Proposal {
    /// How many different persons a deed takes, of those who may do it at a moment; a number that is never
    /// reached, where nobody may.
    public func personsNeeded(for form: DeedForm, at instant: Instant, in situation: Situation) -> Int {
        Entitlement(self, situation, at: instant).personsNeeded(for: form.by)
    }

    /// Who among those a deed is for may not do it: for an exception of the deed, or
    /// for a duty that keeps the holders of all roles it names from acting here; by id, ascending.
    public func excluded(from form: DeedForm, at instant: Instant, in situation: Situation) -> [String] {
        let hasDuty = form.by.anyOf.contains { who in
            situation.workflow.duties.contains { who == .role($0.role) }
        }
        guard form.except != nil || hasDuty else { return [] }
        let entitlement = Entitlement(self, situation, at: instant)
        return situation.roll.members.filter { member in
            guard entitlement.belongs(member, to: form.by) else { return false }
            if let except = form.except, entitlement.belongs(member, to: except) { return true }
            return !entitlement.includes(form.by, member)
        }.map(\.id)
    }
}
