import TingProceedings
import TingTally
public import TingWorkflow

/// Looks for stories that show what a file's own stories do not.
///
/// From the first state on, everything that could be told next is tried out
/// under the rules, story by story, those with the fewest states first. So the
/// first story found for a way out of a state is a shortest one, and it comes
/// true; each is played once more by the rehearsal before it is suggested.
public struct Suggesting {
    private let workflow: Workflow
    private let zone: Zone
    fileprivate var found: [Coverage.Way: Found] = [:]
    private var missing: Set<Coverage.Way>
    /// The ways for which no story was found, in file order.
    public private(set) var missed: [Coverage.Way] = []

    /// A story for a way.
    fileprivate struct Found {
        let scenario: Scenario
        let steps: [Scenario.Step]
        let state: String
        let outcome: String?
    }

    /// What has been tried so far: where a story stands, as far as that changes what can be told next.
    private struct Place: Hashable {
        let state: String
        let visits: [String: Int]
        let meetings: [String]
        /// How many seconders each option has.
        let options: [Int]
    }

    /// How many places are tried out with one assembly.
    private static let mostPlaces = 150

    /// Prepares the search.
    ///
    /// - Parameters:
    ///   - missing: The ways that no story shows.
    ///   - zone: The assembly's zone, for a workflow that names none.
    public init(_ workflow: Workflow, missing: [Coverage.Way], zone: Zone) {
        self.workflow = workflow
        self.zone = workflow.timeZone.flatMap(Zone.init(named:)) ?? zone
        self.missing = Set(missing)
    }

    /// The stories, in the order of the ways; ways for which none was found are left out.
    ///
    /// A way that another suggestion shows on its path has no story of its own.
    ///
    /// - Complexity: O(places × recipes) plays of a few lines each; below a second for the library.
    public mutating func suggestions() -> [Suggestion] {
        let ways = missing
        let suggestions = suggestionsAndRest(of: ways)
        missed = ways.subtracting(suggestions.shown).sorted { $0.mark < $1.mark }
        return suggestions.all
    }

    private mutating func suggestionsAndRest(
        of ways: Set<Coverage.Way>
    ) -> (all: [Suggestion], shown: Set<Coverage.Way>) {
        for assembly in assemblies where !missing.isEmpty { search(assembly) }
        let rehearsal = Rehearsal(workflow, zone: zone) { $0.code }
        var shown: Set<Coverage.Way> = []
        var suggestions: [Suggestion] = []
        // Longer stories first, since they show what shorter ones do besides.
        let inOrder = found.sorted { left, right in
            (-left.value.steps.count, left.key.mark) < (-right.value.steps.count, right.key.mark)
        }
        for (way, story) in inOrder where !shown.contains(way) {
            let played = rehearsal.play(story.ended)
            guard played.cameTrue else { continue }
            let coverage = Coverage(of: workflow, by: [played])
            guard coverage.ways.contains(way) else { continue }
            shown.formUnion(coverage.ways.filter(ways.contains))
            suggestions.append(suggestion(way, story))
        }
        return (suggestions.sorted { $0.way.mark < $1.way.mark }, shown)
    }

    // MARK: - Searching

    /// With whom stories are tried: a middling assembly, then a larger one, then one subject after the other.
    private var assemblies: [Scenario] {
        let amounts = workflow.proposal.fields.filter { $0.form == .money }.map { ($0.name, "1000") }
        func assembly(_ count: Int, touching: [String]) -> Scenario {
            let classes = workflow.needs.classes
            let members =
                classes.isEmpty
                ? [Scenario.Population(memberClass: nil, count: count)]
                : classes.map { Scenario.Population(memberClass: $0, count: count / classes.count) }
            return Scenario(
                title: "A proposal", members: members, touches: touching,
                amounts: Dictionary(amounts) { first, _ in first }, begins: nil, steps: [],
                expect: Scenario.Expectation(mark: .start), mark: .start)
        }
        return [assembly(60, touching: [])]
            + workflow.subjects.map { assembly(60, touching: [$0.name]) }
            + (dependsOnNumbers ? [assembly(600, touching: [])] : [])
    }

    /// Whether something is missing that may need more members: what is voted on, or backed by many.
    private var dependsOnNumbers: Bool {
        missing.contains { way in
            guard let kind = workflow.state(way.state)?.kind else { return false }
            return kind.vote != nil || kind is SponsorshipKind || kind.asks != nil
        }
    }

    private mutating func search(_ scenario: Scenario) {
        guard let begun = try? ToldStory(scenario, of: workflow, in: zone, holding: holders) else { return }
        var places: Set<Place> = [place(of: begun)]
        var queue = [begun]
        var next = 0
        while next < queue.count, next < Self.mostPlaces, !missing.isEmpty {
            let story = queue[next]
            next += 1
            guard let recipes = Recipes(story.life) else { continue }
            for recipe in recipes.all {
                guard let longer = told(story, recipe) else { continue }
                note(longer, since: story, in: scenario)
                guard !longer.life.proposal.isFinished, places.insert(place(of: longer)).inserted else {
                    continue
                }
                queue.append(longer)
            }
        }
    }

    /// Roles whose holders vote or are asked have five, so that there is something to count.
    private var holders: [String: Int] {
        var holders: [String: Int] = [:]
        for state in workflow.states {
            let asked = (state.kind.vote.map { [$0.electorate.who] } ?? []) + (state.kind.asks?.anyOf ?? [])
            for case .role(let role) in asked { holders[role] = 5 }
        }
        return holders
    }

    /// The story with a few more lines, when every line can be told, and the last one ends the state.
    private func told(_ story: ToldStory, _ recipe: [Scenario.Line]) -> ToldStory? {
        var longer = story
        for (place, line) in recipe.enumerated() {
            guard (try? longer.tell(line)) != nil else { return nil }
            let isLeft =
                longer.life.events.count > story.life.events.count
                && longer.visit != story.visit
            if isLeft != (place == recipe.count - 1) { return nil }
        }
        return longer
    }

    /// Notes every way that the last lines took for the first time.
    private mutating func note(_ story: ToldStory, since before: ToldStory, in scenario: Scenario) {
        let events = story.life.events.dropFirst(before.life.events.count)
        var outcome: String?
        for event in events {
            if case .voteClosed(let closed) = event.fact { outcome = closed.outcome }
        }
        guard let state = story.life.proposal.visit?.state else { return }
        for event in events {
            guard case .left(let left) = event.fact else { continue }
            let name = left.outcome ?? left.action ?? ""
            guard let way = missing.first(where: { $0.state == left.state && $0.name == name }) else {
                continue
            }
            missing.remove(way)
            found[way] = Found(scenario: scenario, steps: story.steps, state: state, outcome: outcome)
        }
    }

    private func place(of story: ToldStory) -> Place {
        let proposal = story.life.proposal
        var visits: [String: Int] = [:]
        for state in workflow.states {
            if let limit = state.visits {
                visits[state.name] = min(limit.atMost, proposal.visits[state.name] ?? 0)
            }
        }
        return Place(
            state: proposal.visit?.state ?? "", visits: visits,
            meetings: proposal.meetings.filter { $0.value.opened == nil }.keys.sorted(),
            options: proposal.options.map(\.seconders.count))
    }

    private func suggestion(_ way: Coverage.Way, _ story: Found) -> Suggestion {
        Suggestion(
            way: way,
            title: Statement(
                way.isAction ? "suggested-action" : "suggested-outcome",
                [.text("state", way.state), .text("name", way.name)]),
            members: story.scenario.members, touches: story.scenario.touches,
            amounts: story.scenario.amounts.sorted { $0.key < $1.key }.map {
                Suggestion.Amount(field: $0.key, text: $0.value)
            },
            steps: story.steps.map(\.text), state: story.state, outcome: story.outcome)
    }
}

extension ToldStory {
    /// Which visit of which state the proposal is in.
    var visit: [String] {
        life.proposal.visit.map { [$0.state, String($0.number)] } ?? []
    }
}

extension Suggesting.Found {
    /// The story with what must hold at its end.
    fileprivate var ended: Scenario {
        Scenario(
            title: scenario.title, members: scenario.members, touches: scenario.touches,
            amounts: scenario.amounts, begins: nil, steps: steps,
            expect: Scenario.Expectation(state: state, outcome: outcome, mark: .start), mark: .start)
    }
}
