import TingTally
import TingWorkflow

/// Everything that can happen to a proposal under a workflow, one situation after another.
///
/// A situation is a state with all that decides what can follow: how often each limited state was
/// entered, how much time each state with a total has used, at least and at most, and whether
/// somebody has decided in favour. There are finitely many, and all of them are visited.
struct Exploration {
    /// One situation.
    struct Situation: Hashable {
        var place: Int
        /// The visits of each state with a limit, this one included.
        var visits: [Int]
        /// The least time that earlier visits of each state with a total can have used.
        var spentAtLeast: [Int]
        /// The most.
        var spentAtMost: [Int]
        /// The most that counts for a life, which begins with the submission.
        var livedAtMost: [Int]
        /// Whether somebody has decided in favour.
        var isDecided: Bool
        /// Whether one of the things has happened that the file promises before an adoption.
        var hasHappened: Bool
    }

    /// One step from a situation to the next.
    struct Step {
        let to: Int
        /// Whether it comes by itself at the moment of the entry.
        let isInstant: Bool
    }

    let workflow: Workflow
    let bounds: [Bounds]
    /// Every situation, in the order in which it was found; the first is the beginning.
    private(set) var situations: [Situation] = []
    /// The steps from each situation.
    private(set) var steps: [[Step]] = []
    /// Whether there were too many situations, so that the rest is not known.
    private(set) var isCut = false

    private let ways: [[Way]]
    private let places: [String: Int]
    private let limited: [Int: Int]
    private let totalled: [Int: Int]

    /// Visits every situation, up to so many.
    init(_ workflow: Workflow, most: Int = 400_000) {
        self.workflow = workflow
        bounds = workflow.states.map { Bounds($0, in: workflow) }
        ways = workflow.states.map(Way.out(of:))
        var places: [String: Int] = [:]
        for (place, state) in workflow.states.enumerated() { places[state.name] = place }
        self.places = places
        limited = Exploration.numbered(workflow.states.map { $0.visits != nil })
        totalled = Exploration.numbered(workflow.states.map { $0.inTotalAtMost != nil })
        explore(most: most)
    }

    private static func numbered(_ wanted: [Bool]) -> [Int: Int] {
        var numbers: [Int: Int] = [:]
        for (place, isWanted) in wanted.enumerated() where isWanted { numbers[place] = numbers.count }
        return numbers
    }

    private mutating func explore(most: Int) {
        let nothing = [Int](repeating: 0, count: totalled.count)
        let before = Situation(
            place: 0, visits: [Int](repeating: 0, count: limited.count), spentAtLeast: nothing,
            spentAtMost: nothing, livedAtMost: nothing, isDecided: false, hasHappened: false)
        guard let start = enter(workflow.first, from: before) else { return }
        var known = [start: 0]
        situations = [start]
        var next = 0
        while next < situations.count {
            let here = situations[next]
            next += 1
            var found: [Step] = []
            for way in ways[here.place] {
                let isFirstDraft = next == 1 && workflow.states[here.place].kind.word == "draft"
                guard let (there, isInstant) = take(way, from: here, isFirstDraft) else { continue }
                let number = known[there] ?? situations.count
                if number == situations.count {
                    guard number < most else {
                        isCut = true
                        continue
                    }
                    known[there] = number
                    situations.append(there)
                }
                found.append(Step(to: number, isInstant: isInstant))
            }
            steps.append(found)
        }
    }

    /// The situation after a way was taken; nil when it cannot be taken here.
    private func take(
        _ way: Way, from here: Situation, _ isFirstDraft: Bool
    ) -> (Situation, isInstant: Bool)? {
        let bounds = bounds[here.place]
        var there = here
        var isInstant = bounds.canBeOver && way.whenTimeIsUp
        if let number = totalled[here.place], let total = bounds.total {
            let left = total - here.spentAtLeast[number]
            if left <= 0, !way.whenTimeIsUp { return nil }
            if here.spentAtMost[number] >= total, way.whenTimeIsUp { isInstant = true }
            // The end comes after the clock's own time, or when the total is used up.
            let byTime = way.whenTimeIsUp ? min(bounds.shortest ?? left, left) : nil
            let byPeople = way.byPeopleAfter.flatMap { $0 <= left && left > 0 ? $0 : nil }
            guard let least = [byTime, byPeople].compactMap({ $0 }).min() else { return nil }
            there.spentAtLeast[number] = min(total, here.spentAtLeast[number] + least)
            let most = min(bounds.longest ?? total, total)
            there.spentAtMost[number] = min(total, here.spentAtMost[number] + most)
            // The time before the submission is not counted, so that a quick one leaves most.
            there.livedAtMost[number] = min(total, here.livedAtMost[number] + (isFirstDraft ? least : most))
        }
        let name = workflow.states[here.place].name
        if way.isInFavour { there.isDecided = true }
        there.hasHappened =
            there.hasHappened
            || workflow.promises.adoptedOnlyAfter.contains { $0.state == name && $0.outcome == way.name }
        return enter(way.goto, from: there).map { ($0, isInstant) }
    }

    /// Enters a state, or the one that stands for it when it has had all its visits.
    private func enter(_ name: String, from before: Situation) -> Situation? {
        var name = name
        var passed: Set<Int> = []
        while let place = places[name], passed.insert(place).inserted {
            let state = workflow.states[place]
            var there = before
            there.place = place
            if let limit = state.visits, let number = limited[place] {
                if before.visits[number] >= limit.atMost {
                    name = limit.then
                    continue
                }
                there.visits[number] += 1
            }
            there.hasHappened =
                there.hasHappened
                || workflow.promises.adoptedOnlyAfter.contains { $0.state == state.name && $0.outcome == nil }
            return there
        }
        return nil
    }

    /// How long a situation lasts at most, in seconds; nil when nothing bounds it.
    func longest(_ situation: Situation) -> Int? {
        let own = bounds[situation.place]
        guard workflow.states[situation.place].kind.final == nil else { return 0 }
        guard let total = own.total, let number = totalled[situation.place] else { return own.longest }
        return min(own.longest ?? total, max(0, total - situation.livedAtMost[number]))
    }
}
