public import TingTally

/// A procedure as a steward wrote it: a state machine that reads aloud.
///
/// A workflow is made from a YAML file by ``Workflow/read(_:)``, and never
/// changes afterwards. It knows what may happen and when; it knows no proposal,
/// no member and no clock.
public final class Workflow: Sendable {
    /// The version of the language, always 1.
    public let language: Int
    /// The id: kebab-case, the same as the file's name.
    public let id: String
    /// Words for people.
    public let title: Wording
    /// What the procedure rests on: a law, a bylaw, a decision.
    public let basis: String
    /// The time zone by its IANA name; nil for the assembly's own.
    public let timeZone: String?
    /// What the assembly must have.
    public let needs: Needs
    /// What a proposal looks like.
    public let proposal: ProposalForm
    /// Which roles exclude which people.
    public let duties: [Duty]
    /// Named numbers for the whole file.
    public let formulas: [NamedFormula]
    /// The decision rules, in file order.
    public let rules: [RuleDefinition]
    /// What a proposal may touch.
    public let subjects: [Subject]
    /// The name of the state a new proposal begins in.
    public let first: String
    /// The states, in file order.
    public let states: [State]
    /// What the file promises its readers.
    public let promises: Promises
    /// Stories that must come true.
    public let scenarios: [Scenario]
    /// The warnings that the file accepts.
    public let accepts: [Acceptance]
    // Every deed asks for its state and its rule by name.
    private let statePlaces: [String: Int]
    private let rulePlaces: [String: Int]

    /// Makes a workflow from its parts.
    public init(
        language: Int, id: String, title: Wording, basis: String, timeZone: String?, needs: Needs,
        proposal: ProposalForm, duties: [Duty], formulas: [NamedFormula], rules: [RuleDefinition],
        subjects: [Subject], first: String, states: [State], promises: Promises, scenarios: [Scenario],
        accepts: [Acceptance] = []
    ) {
        self.language = language
        self.id = id
        self.title = title
        self.basis = basis
        self.timeZone = timeZone
        self.needs = needs
        self.proposal = proposal
        self.duties = duties
        self.formulas = formulas
        self.rules = rules
        self.subjects = subjects
        self.first = first
        self.states = states
        self.promises = promises
        self.scenarios = scenarios
        self.accepts = accepts
        statePlaces = Dictionary(
            states.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
        rulePlaces = Dictionary(
            rules.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    /// The state with this name; nil when there is none.
    public func state(_ name: String) -> State? { statePlaces[name].map { states[$0] } }
    /// The rule with this name; nil when there is none.
    public func rule(_ name: String) -> RuleDefinition? { rulePlaces[name].map { rules[$0] } }

    /// What the assembly must have.
    public struct Needs: Hashable, Sendable {
        /// The roles.
        public var roles: [String]
        /// The classes.
        public var classes: [String]
        /// The governed document that a proposal changes; nil for none.
        public var document: String?
        /// Words for people for those roles and classes that the file gives some.
        public var titles: [String: Wording]

        /// Makes a list of needs.
        public init(
            roles: [String] = [], classes: [String] = [], document: String? = nil,
            titles: [String: Wording] = [:]
        ) {
            self.roles = roles
            self.classes = classes
            self.document = document
            self.titles = titles
        }
    }

    /// What a proposal looks like.
    public struct ProposalForm: Hashable, Sendable {
        /// The file name of the template in `Templates/proposals`; nil for none.
        public var template: String?
        /// The fields, in file order.
        public var fields: [Field]

        /// Makes a form.
        public init(template: String? = nil, fields: [Field] = []) {
            self.template = template
            self.fields = fields
        }
    }

    /// A field of a proposal.
    public struct Field: Hashable, Sendable {
        /// What a field holds.
        public enum Form: String, Hashable, Sendable, CaseIterable {
            /// Any text.
            case text
            /// One or more classes of members.
            case classes
            /// One member: the person concerned.
            case member
            /// An amount of money, or of whatever a budget is counted in.
            case money
            /// A day, such as 2026-12-01.
            case date
        }
        /// The name.
        public let name: String
        /// What it holds.
        public let form: Form
        /// Whether it must be filled in.
        public let required: Bool

        /// Makes a field.
        public init(name: String, form: Form, required: Bool) {
            self.name = name
            self.form = form
            self.required = required
        }
    }

    /// A separation of duties: who holds the role never acts in it on these people's proposals.
    public struct Duty: Hashable, Sendable {
        /// The role.
        public let role: String
        /// Who must not be the same person.
        public let never: People.Who
        /// Where it stands in the file.
        public let mark: Mark

        /// Makes a duty.
        public init(role: String, never: People.Who, mark: Mark) {
            self.role = role
            self.never = never
            self.mark = mark
        }
    }

    /// A number with a name: `K: min(5, Q)`.
    public struct NamedFormula: Hashable, Sendable {
        /// The name.
        public let name: String
        /// The formula over `electorate` and earlier names.
        public let formula: Formula

        /// Makes a named formula.
        public init(name: String, formula: Formula) {
            self.name = name
            self.formula = formula
        }
    }

    /// Something a proposal may touch, when that changes a rule.
    public struct Subject: Hashable, Sendable {
        /// How it is found out whether a proposal touches it.
        public enum Finding: Hashable, Sendable {
            /// By the sections of the governed document that the proposal's text contains.
            case sections([String])
            /// Somebody says so, and is recorded as having said so.
            case judgedBy(People)
        }
        /// The name.
        public let name: String
        /// How it is found out.
        public let found: Finding
        /// The clause it rests on; nil when the file gives none.
        public let basis: String?
        /// Words for people; the name when the file gives none.
        public let title: Wording

        /// Makes a subject.
        public init(name: String, found: Finding, basis: String?, title: Wording) {
            self.name = name
            self.found = found
            self.basis = basis
            self.title = title
        }
    }
}
