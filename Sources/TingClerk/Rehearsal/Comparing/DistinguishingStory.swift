public import TingWorkflow

/// A story that goes one way under one version of a workflow and another way under the other.
public struct DistinguishingStory: Sendable {
    /// How the two differ.
    public enum Difference: String, Hashable, Sendable, Comparable {
        /// The proposal ends otherwise.
        case ends
        /// It has come to another state.
        case stands
        /// One version refuses what the other allows.
        case refused

        /// What tells more comes first.
        public static func < (left: Difference, right: Difference) -> Bool { left.place < right.place }

        private var place: Int {
            switch self {
            case .ends: 0
            case .stands: 1
            case .refused: 2
            }
        }
    }

    /// How the two differ.
    public let difference: Difference
    /// Who the members are.
    public let members: [Scenario.Population]
    /// What the proposal touches.
    public let touches: [String]
    /// At most eight lines: what people do, then how it stands under each version.
    public let steps: [StoryStep]
    /// The lines as they would stand in a file's scenarios.
    public let lines: [String]
    /// The state under the old version, and under the new.
    public let states: (old: String, new: String)
}
