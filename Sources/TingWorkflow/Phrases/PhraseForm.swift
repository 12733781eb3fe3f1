import TingTally

/// The notions that are written as short phrases, each with one grammar.
public enum PhraseForm: String, Hashable, Sendable, CaseIterable {
    /// A name that the steward chooses.
    case name
    /// A name for an outcome that votes do not have of themselves: `unanimous`.
    case outcome
    /// How long: `14 days`.
    case duration
    /// What part: `at least 2/3 of votes cast`.
    case share
    /// A share of one choice: `at least 1/2 of electorate no`.
    case rejection
    /// The most that a class may weigh: `at most 1/3 of votes cast, scaled to 1/2 of the others`.
    case cap
    /// A part, without what it is a part of: `3/10`.
    case part
    /// A sum of +1 and -1: `at least -2`.
    case sum
    /// How many: `at least 5`.
    case amount
    /// How many must answer: `at least 1/3 of asked`.
    case answers
    /// How many ballots must place an option above the default.
    case optionQuorum = "option-quorum"
    /// How much above the default option: `at least 3 to 1 over default`.
    case ratio
    /// Who: `author`, `any member`, `2 of maintainers`.
    case people
    /// One group of people, without a number: `members`, a role, a class.
    case group
    /// When, before a meeting: `4 to 6 weeks before general-meeting`.
    case window
    /// How long a state lasts.
    case clock
    /// How much time an amendment leaves: `1 week left`.
    case left
    /// What is voted on.
    case question
    /// When the electorate is frozen.
    case frozen
    /// What a ballot looks like.
    case ballot
    /// How ballots over several options are counted.
    case count
    /// What becomes of a tie.
    case tie
    /// What a proposal's field holds.
    case field
    /// A separation of duties: `never the author`.
    case duty
    /// What follows from an adoption.
    case effect
    /// Who is told of the end: `to members within 14 days`.
    case report
    /// From how many different groups people come: `3 classes`.
    case spread
    /// How many must be there: `at least 1/2 of board`.
    case attendance
    /// When an adoption comes into force: `2 days after`.
    case inForce = "in-force"
    /// When a decision is looked at again: `6 months by board`.
    case review
    /// A thing that happened: `vote passed`, `vote opened`.
    case happening
    /// A formula: `1/2 * sqrt(electorate)`.
    case formula
    /// A day: `2026-03-02`.
    case date
    /// A whole number.
    case whole
    /// How much there is to spend: `60000`, or the field of the proposal that says it.
    case money
    /// One line of a scenario.
    case step

    /// How the phrase may be written: the forms shown when one is wrong.
    public var examples: [String] {
        switch self {
        case .name: []
        case .outcome: ["unanimous", "discretion"]
        case .duration: ["48 hours", "14 days", "2 weeks", "6 months"]
        case .share:
            [
                "more than 1/2 of votes cast", "at least 2/3 of votes cast", "at least 1/10 of electorate",
                "at least 2/3 of seats, rounded up",
            ]
        case .rejection: ["at least 1/2 of electorate no"]
        case .cap:
            ["at most 1/3 of votes cast, scaled to 1/2 of the others", "at most 1/3 of votes cast"]
        case .part: ["1", "1/2", "3/10"]
        case .sum: ["at least 3", "more than 0", "at least -2"]
        case .amount: ["at least 5", "at least K", "at least 3 * Q", "at least 1/10 of members"]
        case .answers: ["at least 1/3 of asked", "at least 5"]
        case .optionQuorum: ["at least 3 * Q ballots above default", "none"]
        case .ratio: ["more than 1 to 1 over default", "at least 3 to 1 over default"]
        case .people:
            [
                "author", "any member", "members", "ROLE", "CLASS", "2 of ROLE", "each of ROLE",
                "all but 2 of ROLE",
            ]
        case .group: ["members", "ROLE", "CLASS"]
        case .window: ["4 to 6 weeks before MEETING", "at least 2 weeks before MEETING"]
        case .clock:
            [
                "14 days", "{at-least: 14 days, at-most: 60 days, ended-by: ROLE}",
                "{ends-after: 2 weeks, extendable-to: 3 weeks}", "waits", "until end of MEETING",
            ]
        case .left: ["1 week left"]
        case .question:
            [
                "the proposal", "options from STATE, default TEXT", "options from STATE, no default",
                "only options from STATE, default TEXT",
            ]
        case .ballot:
            [
                "yes, no or abstain", "plus-minus", "ranking", "one choice", "approval", "score 0 to 5",
                "points 10",
            ]
        case .count: CountingMethods.all.map { $0.name }
        case .frozen: ["opening", "MEETING"]
        case .tie:
            [
                "fails", "casting vote of ROLE", "outcome", "lot", "revote", "earlier rounds backwards",
                "earlier rounds forwards",
            ]
        case .field: ["text", "classes", "member", "money", "date"]
        case .duty: ["never the author", "never the ROLE"]
        case .effect: ["adopt the text into DOCUMENT"]
        case .report: ["to members within 14 days", "by ROLE to members within 14 days", "to members"]
        case .attendance: ["at least 1/2 of ROLE", "more than 1/3 of members", "at least 5 of ROLE"]
        case .spread: ["2 classes", "3 classes"]
        case .inForce: ["2 days after", "on the date in FIELD"]
        case .review: ["6 months", "6 months by ROLE"]
        case .happening: ["STATE OUTCOME", "STATE entered", "STATE opened"]
        case .formula: ["1/2 * sqrt(electorate)", "min(5, Q)"]
        case .date: ["2026-03-02"]
        case .whole: ["1", "25"]
        case .money: ["60000", "1250.50", "field NAME"]
        case .step: StepReader.forms
        }
    }
}

extension Key.Form {
    /// What may stand under a key, as far as it is a short list.
    func examples(_ declared: Declared) -> [String] {
        switch self {
        case .phrase(let name): PhraseForm(rawValue: name)?.examples ?? []
        case .oneOf(let words): words
        case .reference(let reference): declared[reference]
        case .either(let forms): forms.flatMap { $0.examples(declared) }
        case .map(let keys):
            keys.contains(where: \.required)
                ? ["{" + keys.filter(\.required).map { $0.name + ": …" }.joined(separator: ", ") + "}"] : []
        case .wording, .named, .list, .closed, .state: []
        }
    }

    /// A phrase.
    static func phrase(_ form: PhraseForm) -> Key.Form { .phrase(form.rawValue) }
}
