import TingProceedings
import TingTally
import TingWorkflow

/// Who plays whom: the members of a story in a fixed order, by their ids.
///
/// The first member is the author; the second is the person concerned, where
/// the story is about a member. Roles are held by the last members, each by
/// different ones, as many as the workflow and the story ever ask of them.
struct Cast {
    /// Every member's id, in order.
    let members: [String]
    /// The members by class, in order.
    let classes: [String: [String]]
    /// The holders of each role, in order.
    let roles: [String: [String]]
    /// The author's id.
    let author: String
    /// The id of the member whom the proposal is about; nil when it is about nobody.
    let personConcerned: String?

    /// Makes the people and enters them on a roll.
    ///
    /// - Parameters:
    ///   - holding: How many hold a role at least, by the role.
    ///   - enter: Enters the lines and returns the persons, in any order.
    /// - Throws: ``StageProblem`` when there are fewer members than parts.
    init(
        _ scenario: Scenario, of workflow: Workflow, joined: Instant, holding: [String: Int] = [:],
        enter: ([Clerk.RollLine]) throws -> [Person]
    ) throws {
        let isAboutMember =
            scenario.isAboutMember
            || workflow.proposal.fields.contains { $0.form == .member && $0.required }
        let parts = Cast.holders(in: scenario, of: workflow, atLeast: holding)
        let classNames = scenario.members.flatMap { population in
            Array(repeating: population.memberClass, count: population.count)
        }
        let others = isAboutMember ? 2 : 1
        guard classNames.count >= others + parts.count else {
            throw StageProblem(
                "story-members",
                [.number("needed", others + parts.count), .number("found", classNames.count)])
        }
        let firstHolder = classNames.count - parts.count
        let lines = classNames.enumerated().map { place, className in
            Clerk.RollLine(
                handle: Cast.handle(place), name: Cast.handle(place), classes: className.map { [$0] } ?? [],
                roles: place < firstHolder ? [] : [parts[place - firstHolder]], joined: joined)
        }
        let persons = try enter(lines)
        var ids: [String: String] = [:]
        for person in persons { ids[person.handle] = person.member }
        let members = lines.compactMap { ids[$0.handle] }
        guard members.count == lines.count, let author = members.first else {
            throw StageProblem("story-members", [.number("needed", others), .number("found", members.count)])
        }
        var classes: [String: [String]] = [:]
        var roles: [String: [String]] = [:]
        for (line, id) in zip(lines, members) {
            for name in line.classes { classes[name, default: []].append(id) }
            for role in line.roles { roles[role, default: []].append(id) }
        }
        self.members = members
        self.classes = classes
        self.roles = roles
        self.author = author
        personConcerned = isAboutMember ? members[1] : nil
    }

    /// The handle of a member.
    func handle(of id: String) -> String { Cast.handle(members.firstIndex(of: id) ?? 0) }

    private static func handle(_ place: Int) -> String {
        let digits = String(place + 1)
        return "m" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    }

    /// The roles to be given, each as often as it needs holders.
    private static func holders(
        in scenario: Scenario, of workflow: Workflow, atLeast: [String: Int]
    ) -> [String] {
        var needed = atLeast
        func need(_ who: People.Who, _ count: Int) {
            if case .role(let role) = who { needed[role] = max(needed[role] ?? 1, count) }
        }
        for form in workflow.states.flatMap({ $0.deeds(in: workflow) }) {
            guard case .several(let count) = form.by.number else { continue }
            for who in form.by.anyOf { need(who, count) }
        }
        for (role, count) in scenario.holders { needed[role] = max(needed[role] ?? 1, count) }
        for step in scenario.steps {
            switch step.line {
            case .act(let actor, _, _, _), .setDate(let actor, _, _), .amend(let actor, _),
                .offer(let actor, _),
                .second(let actor, _), .moveEnd(let actor, _):
                need(actor.who, max(actor.count, actor.number ?? 1))
            case .vote(let group, let counts), .cast(let group, let counts):
                need(group, counts.reduce(0) { $0 + $1.count })
            case .pass, .onMeeting, .onDate, .meetingEnds, .otherMeeting, .otherEnds, .expect: break
            }
        }
        return workflow.needs.roles.flatMap { Array(repeating: $0, count: needed[$0] ?? 1) }
    }

    /// Everybody of this kind, in order.
    func everybody(_ who: People.Who, of proposal: Proposal?) -> [String] {
        switch who {
        case .members: members
        case .role(let role): roles[role] ?? []
        case .memberClass(let name): classes[name] ?? []
        case .relation(.author): [proposal?.author ?? author]
        case .relation(.personConcerned): personConcerned.map { [$0] } ?? []
        case .relation(.sponsors): proposal?.sponsors ?? []
        case .relation(.objector): proposal?.objectors ?? []
        case .relation(.contributors): proposal?.contributors ?? []
        case .relation(.coAuthors): proposal?.coAuthors ?? []
        }
    }

    /// How ready somebody is to stand for "a member": ordinary members before holders of roles, the author last.
    func reluctance(_ id: String) -> Int {
        if id == author { return 3 }
        if id == personConcerned { return 2 }
        return roles.values.contains { $0.contains(id) } ? 1 : 0
    }
}
