import TingProceedings
import TingTally
public import TingWorkflow

/// What became of many proposals whose members act by chance.
///
/// Every life is played under the rules that hold for members; only what
/// people do is drawn, from a seed, so that the same seed gives the same
/// lives on every machine.
public struct Simulation: Hashable, Sendable {
    /// A state in which lives ended, or stood still.
    public struct End: Hashable, Sendable {
        /// The state.
        public let state: String
        /// The result; nil for lives that stood still in it, because nobody did anything.
        public let result: String?
        /// How many lives.
        public let count: Int
    }

    /// A vote, over all lives.
    public struct Vote: Hashable, Sendable {
        /// The state.
        public let state: String
        /// How often it was held.
        public let held: Int
        /// How often each outcome came out, in the order of the file; nothing is left out.
        public let outcomes: [Outcome]

        /// How often its quorum was missed.
        public var withoutQuorum: Int {
            outcomes.first { $0.name == VoteOutcome.noQuorum.rawValue }?.count ?? 0
        }
    }

    /// An outcome of a vote.
    public struct Outcome: Hashable, Sendable {
        /// The outcome.
        public let name: String
        /// How often it came out.
        public let count: Int
    }

    /// How many lives were played.
    public let runs: Int
    /// Where they ended: every final state in file order, then those in which lives stood still.
    public let ends: [End]
    /// How many whole days each life that ended took, ascending.
    public let days: [Int]
    /// The votes, in file order.
    public let votes: [Vote]
    /// How often somebody tried what the rules refused.
    public let refusals: Int

    /// How many days a part of the lives took at most: by the nearest rank, so it is the length of one life.
    ///
    /// - Parameter quarters: 0 for the shortest life, 2 for the middle one, 4 for the longest.
    /// - Returns: nil when no life ended.
    public func days(quarters: Int) -> Int? {
        guard !days.isEmpty else { return nil }
        return days[min(days.count - 1, max(0, (days.count * quarters + 3) / 4 - 1))]
    }

    /// What a simulation is of.
    public struct Plan: Hashable, Sendable {
        /// Who the members are.
        public var members: [Scenario.Population]
        /// How many hold a role at least, by the role; one where it is not said.
        public var roles: [String: Int]
        /// What every proposal touches.
        public var touches: [String]
        /// How people act.
        public var behaviour: Behaviour
        /// The seed.
        public var seed: UInt64
        /// How many lives are played.
        public var runs: Int

        /// Makes a plan.
        public init(
            members: [Scenario.Population], roles: [String: Int] = [:], touches: [String] = [],
            behaviour: Behaviour = .usual, seed: UInt64, runs: Int
        ) {
            self.members = members
            self.roles = roles
            self.touches = touches
            self.behaviour = behaviour
            self.seed = seed
            self.runs = runs
        }
    }

    /// Plays so many lives.
    ///
    /// - Parameter zone: The assembly's zone, for a workflow that names none.
    /// - Throws: ``Refusal`` when there are too few members for the roles, or when no
    ///   proposal can be handed in; `Fault` and errors of the count.
    public init(of workflow: Workflow, in zone: Zone, _ plan: Plan) throws {
        let zone = workflow.timeZone.flatMap(Zone.init(named:)) ?? zone
        let (beginning, cast) = try Simulation.begin(plan, of: workflow, in: zone)
        var ends: [String: Int] = [:]
        var stuck: [String: Int] = [:]
        var outcomes: [String: [String: Int]] = [:]
        var days: [Int] = []
        var refusals = 0
        for run in 0..<plan.runs {
            var played = try SimulatedLife(
                beginning, cast, plan.behaviour, SplitMix(seed: plan.seed, run: run))
            try played.play()
            let proposal = played.life.proposal
            if let finished = proposal.finished, let ended = proposal.ended {
                ends[finished.state, default: 0] += 1
                days.append((ended.seconds - proposal.begun.seconds) / 86_400)
            } else if let state = proposal.visit?.state {
                stuck[state, default: 0] += 1
            }
            for vote in proposal.closedVotes {
                outcomes[vote.opened.state, default: [:]][vote.closed.outcome, default: 0] += 1
            }
            refusals += played.refusals
        }
        runs = plan.runs
        self.days = days.sorted()
        self.refusals = refusals
        let finals = workflow.states.compactMap { state in
            state.kind.final.map {
                End(state: state.name, result: $0.result.rawValue, count: ends[state.name] ?? 0)
            }
        }
        self.ends =
            finals
            + workflow.states.compactMap { state in
                stuck[state.name].map { End(state: state.name, result: nil, count: $0) }
            }
        votes = workflow.states.compactMap { state in
            guard state.kind.vote != nil else { return nil }
            let counts = outcomes[state.name] ?? [:]
            return Vote(
                state: state.name, held: counts.values.reduce(0, +),
                outcomes: state.outcomes.map { Outcome(name: $0.name, count: counts[$0.name] ?? 0) })
        }
    }

    /// The moment at which every life begins; the people are the same in all of them.
    private static func begin(
        _ plan: Plan, of workflow: Workflow, in zone: Zone
    ) throws -> (life: Life, cast: Cast) {
        var amounts: [String: String] = [:]
        for field in workflow.proposal.fields where field.form == .money { amounts[field.name] = "1000" }
        let scenario = Scenario(
            title: "A proposal", members: plan.members, touches: plan.touches, amounts: amounts,
            begins: nil, steps: [], expect: Scenario.Expectation(mark: .start), mark: .start)
        do {
            return try Life.begin(scenario, of: workflow, in: zone, holding: plan.roles)
        } catch let problem as StageProblem { throw Refusal(problem.statement) }
    }
}
