/// What a workflow promises its readers; each is checked before the file is used.
public struct Promises: Hashable, Sendable {
    /// A thing that happened: an outcome of a state, or its entry.
    public struct Happening: Hashable, Sendable {
        /// The state.
        public let state: String
        /// The outcome; nil for the entry of the state (`entered`, `opened`).
        public let outcome: String?
        /// Where it stands in the file.
        public let mark: Mark

        /// Makes a happening.
        public init(state: String, outcome: String?, mark: Mark) {
            self.state = state
            self.outcome = outcome
            self.mark = mark
        }
    }

    /// At least so long from one thing to another.
    public struct Interval: Hashable, Sendable {
        /// From when.
        public let from: Happening
        /// To when.
        public let to: Happening
        /// How long at least.
        public let atLeast: Period
        /// Where it stands in the file.
        public let mark: Mark

        /// Makes an interval.
        public init(from: Happening, to: Happening, atLeast: Period, mark: Mark) {
            self.from = from
            self.to = to
            self.atLeast = atLeast
            self.mark = mark
        }
    }

    /// The text does not change from one thing until a state is reached.
    public struct Freeze: Hashable, Sendable {
        /// From when.
        public let from: Happening
        /// Until this state is entered.
        public let to: String
        /// Where it stands in the file.
        public let mark: Mark

        /// Makes a freeze.
        public init(from: Happening, to: String, mark: Mark) {
            self.from = from
            self.to = to
            self.mark = mark
        }
    }

    /// Never adopted without one of these; empty when not promised.
    public var adoptedOnlyAfter: [Happening]
    /// The intervals promised.
    public var timeBetween: [Interval]
    /// The freezes promised.
    public var frozenText: [Freeze]
    /// The votes whose numbers nobody sees before the close.
    public var secretUntilClosing: [String]
    /// The longest life of a proposal after its submission; nil when not promised.
    public var endsWithin: Period?
    /// Where `ends-within` stands in the file.
    public var endsWithinMark: Mark

    /// Makes promises; without arguments, none.
    public init(
        adoptedOnlyAfter: [Happening] = [], timeBetween: [Interval] = [], frozenText: [Freeze] = [],
        secretUntilClosing: [String] = [], endsWithin: Period? = nil, endsWithinMark: Mark = .start
    ) {
        self.adoptedOnlyAfter = adoptedOnlyAfter
        self.timeBetween = timeBetween
        self.frozenText = frozenText
        self.secretUntilClosing = secretUntilClosing
        self.endsWithin = endsWithin
        self.endsWithinMark = endsWithinMark
    }
}
