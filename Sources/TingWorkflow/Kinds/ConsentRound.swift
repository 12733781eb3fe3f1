/// How a round of consent stands: what a visit's deeds amount to.
///
/// Of each person only the last answer stands. Who answers although excused is
/// no longer excused.
public struct ConsentRound: Hashable, Sendable {
    /// What somebody asked can say.
    public enum Answer: Hashable, Sendable, CaseIterable {
        /// Agrees.
        case consent
        /// Agrees, with a concern to be recorded.
        case concern
        /// Sees harm; the proposal does not go on as it is.
        case objection
        /// Takes no part, and stops nothing.
        case standAside

        /// The verb of the deed.
        public var verb: String {
            switch self {
            case .consent: "consent"
            case .concern: "consent-with-concern"
            case .objection: "object"
            case .standAside: "stand-aside"
            }
        }

        /// Whether a reason must be given.
        public var needsReason: Bool { self == .concern || self == .objection }

        /// The answer that a verb gives; nil for other verbs.
        public init?(verb: String) {
            guard let answer = Answer.allCases.first(where: { $0.verb == verb }) else { return nil }
            self = answer
        }
    }

    /// An objection that was raised and not taken back.
    public struct Objection: Hashable, Sendable {
        /// Its number in the proposal, from 1.
        public let number: Int
        /// Who raised it.
        public let by: String
        /// Whether it was found valid; nil where nobody has tested it.
        public var test: Bool?
    }

    /// The family of deeds that answers are.
    public static let family = "answer"
    /// Takes an answer back.
    public static let withdrawVerb = "withdraw-answer"
    /// Finds an objection valid.
    public static let upholdVerb = "uphold-objection"
    /// Finds an objection not valid.
    public static let dismissVerb = "dismiss-objection"
    /// Excuses a member from answering.
    public static let excuseVerb = "excuse"

    /// Who is asked and not excused, ascending.
    public let base: [String]
    /// The answers that stand, by person.
    public let answers: [String: Answer]
    /// The objections that were not taken back, by number.
    public let objections: [Objection]
    /// Who is excused.
    public let excused: Set<String>

    /// Goes through the deeds of a visit.
    public init(_ visit: Visit) {
        var answers: [String: Answer] = [:]
        var objections: [Objection] = []
        var excused: Set<String> = []
        for deed in visit.deeds {
            switch deed.verb {
            case Self.excuseVerb: deed.choice.map { _ = excused.insert($0) }
            case Self.upholdVerb, Self.dismissVerb:
                guard let place = objections.firstIndex(where: { $0.number == deed.number }) else { continue }
                objections[place].test = deed.verb == Self.upholdVerb
            case Self.withdrawVerb:
                answers[deed.by] = nil
                objections.removeAll { $0.by == deed.by }
            default:
                guard let answer = Answer(verb: deed.verb) else { continue }
                answers[deed.by] = answer
                excused.remove(deed.by)
                objections.removeAll { $0.by == deed.by }
                if answer == .objection, let number = deed.number {
                    objections.append(Objection(number: number, by: deed.by, test: nil))
                }
            }
        }
        self.answers = answers
        self.objections = objections
        self.excused = excused
        base = visit.asked.filter { !excused.contains($0) }
    }

    /// How many gave an answer.
    public func count(_ answer: Answer) -> Int { answers.values.count { $0 == answer } }

    /// How many consented, with a concern or without.
    public var consents: Int { count(.consent) + count(.concern) }

    /// Who is asked, not excused, and has not answered, ascending.
    public var silent: [String] { base.filter { answers[$0] == nil } }
}
