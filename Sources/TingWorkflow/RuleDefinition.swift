public import TingTally

/// A decision rule as the file states it, before it is known what a proposal touches.
///
/// ``yesNoRule(touching:members:in:)`` gives the rule for one vote, with every
/// number fixed; that is what the ballots are counted under and what the
/// minutes keep.
public struct RuleDefinition: Hashable, Sendable {
    /// The name under `rules:`.
    public let name: String
    /// Where the name stands in the file.
    public let mark: Mark
    /// What the rule demands.
    public let form: Form
    /// Named numbers of this rule.
    public let formulas: [Workflow.NamedFormula]
    /// The clause it rests on; nil when the file gives none.
    public let basis: String?
    /// The least that statutes ask of it.
    public var floors: [Floor] = []

    /// What a rule demands.
    public enum Form: Hashable, Sendable {
        /// Of yes, no and abstain.
        case yesNo(YesNoDemands)
        /// Of ballots over several options.
        case counted(CountedDemands)
        /// One of several named rules; rejected outright when so many say no.
        case either([Alternative], rejectedWhen: Share?)
        /// Several bodies, all of which must agree.
        case bodies([BodyDemand])
    }

    /// One of several rules that each suffice.
    public struct Alternative: Hashable, Sendable {
        /// The name of the rule.
        public let rule: String
        /// What the vote ends as where it passes by this rule; nil for `passed`.
        public let outcome: String?
        /// Where it stands in the file.
        public let mark: Mark

        /// Makes an alternative.
        public init(_ rule: String, as outcome: String? = nil, mark: Mark) {
            self.rule = rule
            self.outcome = outcome
            self.mark = mark
        }
    }

    /// What is demanded of yes, no and abstain; everything must hold.
    public struct YesNoDemands: Hashable, Sendable {
        /// The quorums, all of which must be met; none where the file says `none`.
        public var quorums: BySubject<[QuorumDemand]>
        /// The majority of yes; nil where bands take its place.
        public var majority: BySubject<Share>?
        /// At least so many yes; nil for no such demand.
        public var minimumYes: Int?
        /// A majority within each class named.
        public var eachClass: [ClassDemand]
        /// The full size of the body; nil where nothing asks for it.
        public var seats: Int?
        /// How vacant seats are counted; nil where they are not.
        public var vacant: BySubject<VacantSeats>?
        /// The most that a class may weigh; nil for no such bound.
        public var cap: ClassCap?
        /// The weights of classes; nil where each vote weighs alike.
        public var weights: ClassWeights?
        /// Bands of the result; nil where a majority decides.
        public var bands: Bands?

        /// Makes the demands; those that are not named are set afterwards.
        public init(
            quorums: BySubject<[QuorumDemand]>, majority: BySubject<Share>?, minimumYes: Int?,
            eachClass: [ClassDemand]
        ) {
            self.quorums = quorums
            self.majority = majority
            self.minimumYes = minimumYes
            self.eachClass = eachClass
        }
    }

    /// A majority within one class.
    public struct ClassDemand: Hashable, Sendable {
        /// The class.
        public let name: String
        /// The share of yes within it.
        public let share: Share
        /// Where it stands in the file.
        public let mark: Mark

        /// Makes a demand on a class.
        public init(name: String, share: Share, mark: Mark) {
            self.name = name
            self.share = share
            self.mark = mark
        }
    }

    /// A quorum: how many ballots, which of them count, and the least number.
    public struct QuorumDemand: Hashable, Sendable {
        /// How many: a share of a base, or a number.
        public enum Need: Hashable, Sendable {
            /// `at least 1/10 of electorate`.
            case share(Share)
            /// `at least 25`, `at least 3 * Q`.
            case amount(Amount)
            /// One need up to each size of the electorate, the smallest size first; another above them.
            indirect case bySize([Size], otherwise: Need)
        }
        /// A need up to a size of the electorate.
        public struct Size: Hashable, Sendable {
            /// The largest electorate it is for.
            public let upTo: Int
            /// What is needed.
            public let need: Need
        }
        /// How many.
        public let need: Need
        /// Which ballots count towards it.
        public let counting: [Choice]
        /// Never fewer than so many; nil for no such floor.
        public let neverFewerThan: Int?

        /// Makes a quorum.
        public init(need: Need, counting: [Choice], neverFewerThan: Int?) {
            self.need = need
            self.counting = counting
            self.neverFewerThan = neverFewerThan
        }
    }

    /// `more than 1 to 1 over default`, `at least 3 to 1 over default`.
    public struct Ratio: Hashable, Sendable {
        /// Strict or not.
        public let comparison: Comparison
        /// How many to one.
        public let toOne: Fraction

        /// Makes a ratio.
        public init(_ comparison: Comparison, _ toOne: Fraction) {
            self.comparison = comparison
            self.toOne = toOne
        }
    }

    /// Makes a rule.
    public init(
        name: String, mark: Mark, form: Form, formulas: [Workflow.NamedFormula], basis: String?
    ) {
        self.name = name
        self.mark = mark
        self.form = form
        self.formulas = formulas
        self.basis = basis
    }
}
