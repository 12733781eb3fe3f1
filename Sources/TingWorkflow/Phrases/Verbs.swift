/// The verbs of a workflow's deeds and actions, in the forms that a scenario uses.
struct Verbs {
    /// A verb with the words that say it.
    struct Verb {
        /// As in the deed: `give-notice`.
        let name: String
        /// What it can be said with: `gives notice`, `give notice`, `uses give-notice`.
        let forms: [[String]]
        /// Whether a choice must follow.
        let hasChoice: Bool
        /// The choices, where they are a closed list.
        let choices: [String]
        /// Whether the choice is the letter of an option, or a number.
        let isOption: Bool
        /// Whether the choice is a number.
        let isNumber: Bool
        /// Whether the choice is a member: `member 4`, `circle 2`.
        let isMember: Bool
        /// Whether a text in quotes may follow.
        let takesText: Bool
    }

    /// The verbs, each once; those that are said with more words first.
    let all: [Verb]
    /// The names of the states that are meetings.
    let meetings: [String]
    /// The names of the calendar that meetings have, and that matters rest until.
    let calendars: [String]
    /// The names of all states.
    let states: [String]

    /// Collects the verbs of every state.
    init(_ workflow: Workflow) {
        var names: [String] = []
        var choices: [String: [String]] = [:]
        var ofOptions: Set<String> = []
        var ofNumbers: Set<String> = []
        var ofMembers: Set<String> = []
        var ofTexts: Set<String> = []
        for deed in workflow.states.flatMap({ $0.deeds(in: workflow) }) {
            if !names.contains(deed.verb) { names.append(deed.verb) }
            if deed.carries.contains(.option) || deed.carries.contains(.count) { ofOptions.insert(deed.verb) }
            if deed.carriesNumber || deed.carries.contains(.proposal) { ofNumbers.insert(deed.verb) }
            if deed.carries.contains(.member) { ofMembers.insert(deed.verb) }
            if deed.carries.contains(.words) || deed.carries.contains(.name) { ofTexts.insert(deed.verb) }
            for case .choice(let words) in deed.carries {
                let known = choices[deed.verb] ?? []
                choices[deed.verb] = known + words.filter { !known.contains($0) }
            }
        }
        all = names.map { name in
            Verb(
                name: name, forms: Verbs.forms(of: name),
                hasChoice: choices[name] != nil || ofOptions.contains(name) || ofNumbers.contains(name)
                    || ofMembers.contains(name),
                choices: choices[name] ?? [], isOption: ofOptions.contains(name),
                isNumber: ofNumbers.contains(name), isMember: ofMembers.contains(name),
                takesText: ofTexts.contains(name))
        }.enumerated().sorted { first, second in
            let counts = (first.element.forms[0].count, second.element.forms[0].count)
            return (-counts.0, first.offset) < (-counts.1, second.offset)
        }.map(\.element)
        meetings = workflow.states.filter(\.kind.isMeeting).map(\.name)
        states = workflow.states.map(\.name)
        var calendars: [String] = []
        for state in workflow.states {
            let own = [workflow.meeting(state.name)?.calendar, state.kind.final?.cooldown?.untilNext]
            calendars += own.compactMap { $0 }.filter { !calendars.contains($0) }
        }
        self.calendars = calendars
    }

    /// The verbs as they are said of one person, for the list of what is allowed.
    var spoken: [String] { all.map { $0.forms[0].joined(separator: " ") } }

    /// Of one person, of several, and with `use`.
    private static func forms(of name: String) -> [[String]] {
        let words = name.split(separator: "-").map(String.init)
        guard let first = words.first else { return [[name]] }
        let rest = Array(words.dropFirst())
        var forms = [[thirdPerson(first)] + rest, words]
        if !rest.isEmpty { forms += [[([thirdPerson(first)] + rest).joined(separator: "-")], [name]] }
        return forms + [["uses", name], ["use", name]]
    }

    /// `submits`, `vetoes`, `carries`.
    static func thirdPerson(_ verb: String) -> String {
        if verb.hasSuffix("y"), let before = verb.dropLast().last, !"aeiou".contains(before) {
            return verb.dropLast() + "ies"
        }
        let hissing = ["s", "x", "z", "ch", "sh", "o"].contains { verb.hasSuffix($0) }
        return verb + (hissing ? "es" : "s")
    }
}
