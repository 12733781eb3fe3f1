public import TingTally

extension RuleDefinition {
    /// One of several bodies that must all agree.
    public struct BodyDemand: Hashable, Sendable {
        /// The name of the body.
        public let name: String
        /// Whose votes it has.
        public let votes: Body.Votes
        /// The name of the rule by which it decides.
        public let rule: String
        /// Where it stands in the file.
        public let mark: Mark

        /// Makes a body.
        public init(name: String, votes: Body.Votes, rule: String, mark: Mark) {
            self.name = name
            self.votes = votes
            self.rule = rule
            self.mark = mark
        }
    }

    /// The rules that this one asks: its alternatives, or those of its bodies.
    public var innerRules: [String] {
        switch form {
        case .either(let alternatives, _): alternatives.map(\.rule)
        case .bodies(let bodies): bodies.map(\.rule)
        case .yesNo, .counted: []
        }
    }
}
