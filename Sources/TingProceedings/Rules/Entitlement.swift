import TingTally
import TingWorkflow

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

    /// Whether a member is one of these people.
    func includes(_ people: People, _ member: Member) -> Bool {
        people.anyOf.contains { includes($0, member) }
    }

    /// Whether a member is this kind of person, and no separation of duties stands against it.
    func includes(_ who: People.Who, _ member: Member) -> Bool {
        guard member.isMember(at: instant) else { return false }
        switch who {
        case .members: return true
        case .role(let role): return member.roles.contains(role) && excluded(member, from: role) == nil
        case .memberClass(let name): return member.classes.contains(name)
        case .relation(let relation): return related(by: relation).contains(member.id)
        }
    }

    /// The duty that keeps a holder of a role from acting in it here; nil when none does.
    func excluded(_ member: Member, from role: String) -> Workflow.Duty? {
        situation.workflow.duties.first { duty in
            guard duty.role == role else { return false }
            switch duty.never {
            case .members: return false
            case .role(let other): return member.roles.contains(other)
            case .memberClass(let name): return member.classes.contains(name)
            case .relation(let relation): return related(by: relation).contains(member.id)
            }
        }
    }

    /// The ids of these people, ascending.
    func ids(of people: People) -> [String] {
        var ids: Set<String> = []
        for who in people.anyOf {
            if case .relation(let relation) = who {
                ids.formUnion(related(by: relation))
            } else {
                for member in situation.roll.members(at: instant) where includes(who, member) {
                    ids.insert(member.id)
                }
            }
        }
        return ids.sorted()
    }

    /// How many different persons a phrase demands before a deed takes effect.
    func needed(_ people: People) -> Int {
        switch people.number {
        case .one: 1
        case .several(let number): number
        case .each: max(1, ids(of: people).count)
        }
    }

    private func related(by relation: People.Relation) -> [String] {
        switch relation {
        case .author: [proposal.author]
        case .coAuthors: []
        case .sponsors: proposal.sponsors
        case .objector: []
        case .personConcerned: proposal.concerns.map { [$0] } ?? []
        }
    }
}
