import TingProceedings
import TingTally
public import TingWorkflow

/// Looks for the shortest story that tells two versions of a workflow apart.
///
/// Every story is told under both versions at once, those with the fewest lines first,
/// and so are the votes that pass under one rule and not under the other. The first that
/// ends otherwise is the answer; where none ends otherwise, the first in which the
/// proposal stands otherwise, or in which one version refuses what the other allows.
public struct Distinguishing {
    private let old: Workflow
    private let new: Workflow
    private let zone: Zone
    private var best: Candidate?

    /// A story found so far.
    private struct Candidate {
        let difference: DistinguishingStory.Difference
        let lives: TwoLives
        let scenario: Scenario

        /// The place of the story among others: what tells more comes first, then what is shorter.
        var rank: (DistinguishingStory.Difference, Int, Int) {
            (difference, lives.isAdopted ? 0 : 1, lives.lines.count)
        }
    }

    /// Whether no better story is wanted: a proposal is adopted under one version, and not under the other.
    private var isSettled: Bool { best.map { $0.difference == .ends && $0.lives.isAdopted } ?? false }

    /// How many places are tried out with one assembly.
    private static let mostPlaces = 80
    /// How many that have parted are followed further.
    private static let mostParted = 6
    /// How many lines a story has at most; two more tell how it stands.
    private static let mostLines = 6

    /// Prepares the search.
    ///
    /// - Parameter zone: The assembly's zone, for workflows that name none.
    public init(from old: Workflow, to new: Workflow, zone: Zone) {
        self.old = old
        self.new = new
        self.zone = new.timeZone.flatMap(Zone.init(named:)) ?? zone
    }

    /// The story; nil where none was found.
    ///
    /// - Complexity: O(places × recipes) plays of a few lines each, twice.
    public mutating func story() -> DistinguishingStory? {
        for scenario in assemblies {
            search(scenario)
            if isSettled { break }
        }
        return best.map(told)
    }

    // MARK: - Searching

    /// With whom stories are tried: a few people, then more, then one subject after the other.
    private var assemblies: [Scenario] {
        let classes = new.needs.classes.filter(old.needs.classes.contains)
        let subjects = new.subjects.map(\.name).filter { name in old.subjects.contains { $0.name == name } }
        let amounts = new.proposal.fields.filter { $0.form == .money }.map { ($0.name, "1000") }
        func assembly(_ size: Int, _ touches: [String]) -> Scenario {
            let members =
                classes.isEmpty
                ? [Scenario.Population(memberClass: nil, count: size)]
                : classes.map { Scenario.Population(memberClass: $0, count: size / classes.count) }
            return Scenario(
                title: "A proposal", members: members, touches: touches,
                amounts: Dictionary(amounts, uniquingKeysWith: { first, _ in first }), begins: nil, steps: [],
                expect: Scenario.Expectation(mark: .start), mark: .start)
        }
        return [24, 60, 200].map { assembly($0, []) } + subjects.map { assembly(60, [$0]) }
    }

    private mutating func search(_ scenario: Scenario) {
        guard
            let begin = try? TwoLives(scenario, old: old, new: new, zone: zone, holding: holders)
        else { return }
        if begin.standApart { return consider(begin, scenario) }
        var queue = [begin]
        var places: Set<Place> = [Place(begin)]
        var parted: [TwoLives] = []
        var next = 0
        while next < queue.count, next < Self.mostPlaces {
            let lives = queue[next]
            next += 1
            for recipe in recipes(lives) where lives.lines.count + recipe.count <= Self.mostLines + 3 {
                guard let longer = told(lives, recipe) else { continue }
                if longer.refusal != nil || longer.standApart {
                    consider(longer, scenario)
                    if isSettled { return }
                    if longer.refusal == nil, parted.count < Self.mostParted { parted.append(longer) }
                } else if !longer.old.life.proposal.isFinished, places.insert(Place(longer)).inserted {
                    queue.append(longer)
                }
            }
        }
        follow(parted, scenario)
    }

    /// Follows two that have parted, each as its version allows, to ends that are not the same.
    private mutating func follow(_ parted: [TwoLives], _ scenario: Scenario) {
        var queue = parted
        var seen: Set<[String]> = []
        var next = 0
        while next < queue.count, next < Self.mostParted * 8 {
            let lives = queue[next]
            next += 1
            let active = [lives.old.life, lives.new.life].filter { !$0.proposal.isFinished }
            for recipe in active.flatMap({ Recipes($0)?.all ?? [] })
            where recipe.count < 4 && lives.lines.count + recipe.count <= Self.mostLines + 6 {
                var longer = lives
                guard recipe.allSatisfy({ longer.tellEach($0) }) else { continue }
                let states = [longer.old, longer.new].map(\.visit.description)
                guard states != [lives.old, lives.new].map(\.visit.description) else { continue }
                var ended = longer
                ended.passToTheEnd()
                if ended.endApart {
                    let found = Candidate(difference: .ends, lives: ended, scenario: scenario)
                    if best?.difference != .ends || ended.isAdopted { best = found }
                    // A proposal that one version adopts tells more than one that is dropped in two ways.
                    if ended.isAdopted { return }
                    continue
                }
                if seen.insert(states).inserted { queue.append(longer) }
            }
        }
    }

    /// What has been tried so far: where a story stands, as far as that changes what can be told next.
    private struct Place: Hashable {
        let state: String
        let visits: [String: Int]
        let meetings: [String]
        let options: [Int]

        init(_ lives: TwoLives) {
            let proposal = lives.old.life.proposal
            state = proposal.visit?.state ?? ""
            visits = proposal.visits.mapValues { min($0, 3) }
            meetings = proposal.meetings.filter { $0.value.opened == nil }.keys.sorted()
            options = proposal.options.map(\.seconders.count)
        }
    }

    /// What could be told next under either version, the votes that end otherwise first.
    private func recipes(_ lives: TwoLives) -> [[Scenario.Line]] {
        var all: [[Scenario.Line]] = []
        for ballots in differingBallots(lives) {
            for ends in [Recipes(lives.old.life), Recipes(lives.new.life)] {
                for end in ends?.ends ?? [] { all.append(ballots + [end]) }
            }
            all.append(ballots)
        }
        let (first, second) = (Recipes(lives.old.life)?.all ?? [], Recipes(lives.new.life)?.all ?? [])
        for recipe in first + second where !all.contains(recipe) { all.append(recipe) }
        return all.enumerated().sorted { ($0.element.count, $0.offset) < ($1.element.count, $1.offset) }.map(
            \.element)
    }

    /// Ballots with which the open vote passes under one rule and not under the other.
    private func differingBallots(_ lives: TwoLives) -> [[Scenario.Line]] {
        let life = lives.old.life
        guard let state = life.state, state.kind.vote != nil, life.proposal.openVote != nil,
            lives.new.life.proposal.openVote != nil
        else { return [] }
        let examples = VoteExample.examples(
            of: state.name, members: life.voters.count, touching: life.proposal.subjects(in: old),
            from: old, to: new)
        return examples.map { example in
            example.groups.compactMap { group in
                let counts = [("yes", group.yes), ("no", group.no), ("abstain", group.abstain)]
                let parts = counts.filter { $1 > 0 }.map { Scenario.Count(ballot: $0, count: $1) }
                let who = group.memberClass.map(People.Who.memberClass) ?? state.kind.vote?.electorate.who
                return parts.isEmpty ? nil : .vote(group: who ?? .members, choices: parts)
            }
        }
    }

    /// Roles whose holders vote or are asked have five, so that there is something to count.
    private var holders: [String: Int] {
        var holders: [String: Int] = [:]
        for state in old.states + new.states {
            let asked = (state.kind.vote.map { [$0.electorate.who] } ?? []) + (state.kind.asks?.anyOf ?? [])
            for case .role(let role) in asked { holders[role] = 5 }
            for form in state.deeds(in: new) {
                guard case .several(let count) = form.by.number else { continue }
                for case .role(let role) in form.by.anyOf { holders[role] = max(holders[role] ?? 1, count) }
            }
        }
        return holders
    }

    /// The story with a few more lines, up to the first at which the two part.
    private func told(_ lives: TwoLives, _ recipe: [Scenario.Line]) -> TwoLives? {
        var longer = lives
        for (place, line) in recipe.enumerated() {
            guard longer.tell(line) else { return nil }
            if longer.refusal != nil || longer.standApart { return longer }
            let isLeft = longer.old.visit != lives.old.visit
            if isLeft != (place == recipe.count - 1) { return nil }
        }
        return longer
    }

    private mutating func consider(_ lives: TwoLives, _ scenario: Scenario) {
        var later = lives
        var difference = lives.refusal == nil ? DistinguishingStory.Difference.stands : .refused
        if lives.refusal == nil {
            later.passToTheEnd()
            if later.endApart {
                difference = .ends
            } else {
                later = lives
            }
        }
        let found = Candidate(difference: difference, lives: later, scenario: scenario)
        guard let best else { return best = found }
        if found.rank < best.rank { self.best = found }
    }

    private func told(_ found: Candidate) -> DistinguishingStory {
        let lives = found.lives
        return DistinguishingStory(
            difference: found.difference, members: found.scenario.members, touches: found.scenario.touches,
            steps: TaleOfTwo(lives).steps, lines: lives.lines.map(\.text),
            states: (lives.old.life.proposal.visit?.state ?? "", lives.new.life.proposal.visit?.state ?? ""))
    }
}
