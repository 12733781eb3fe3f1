public import TingProceedings
public import TingTally
public import TingWorkflow

/// A story that was played, line by line, and whether it came true.
public struct PlayedScenario: Sendable {
    /// The story.
    public let scenario: Scenario
    /// What happened, in the order of the story, up to the first thing that did not come true.
    public let steps: [Step]
    /// What did not come true, with the line; empty when everything did.
    public let failures: [Finding]
    /// The proposal as it was left; nil when it could not even be begun.
    public let proposal: Proposal?
    /// The lines of the last count; empty when nothing was counted.
    public let explanation: [Statement]

    /// A line of the story, and what came of it.
    public struct Step: Sendable {
        /// The line.
        public let step: Scenario.Step
        /// The moment it was played, for a line that moves the clock the moment after.
        public let at: Instant
        /// What happened to the proposal, deadlines that fired before included; ballots are not among it.
        public let events: [ProposalEvent]
        /// Why the rules said no; nil when they did not.
        public let refusal: Refusal?

        /// Makes a step.
        public init(step: Scenario.Step, at: Instant, events: [ProposalEvent], refusal: Refusal?) {
            self.step = step
            self.at = at
            self.events = events
            self.refusal = refusal
        }
    }

    /// Makes a played story.
    public init(
        scenario: Scenario, steps: [Step], failures: [Finding], proposal: Proposal?, explanation: [Statement]
    ) {
        self.scenario = scenario
        self.steps = steps
        self.failures = failures
        self.proposal = proposal
        self.explanation = explanation
    }

    /// Whether everything in it came true.
    public var cameTrue: Bool { failures.isEmpty }
}
