import TingTally

extension Scenario.Line {
    /// The line as it stands in a file, by the grammar of steps.
    ///
    /// - Parameters:
    ///   - workflow: The workflow whose story it is.
    ///   - state: The state the proposal is in; some lines name it.
    /// - Returns: What reads as the same line again; nil for an `expect`, which is no phrase.
    public func text(in workflow: Workflow, state: State) -> String? {
        switch self {
        case .act(let actor, let verb, let choice, let text):
            let several = actor.count > 1
            if verb == State.endVerb { return "\(actor.text) \(several ? "end" : "ends") \(state.name)" }
            let spoken = StepWriter.spoken(verb, several: several)
            let words = [actor.text, spoken, choice, text.map { "\"\($0)\"" }]
            return words.compactMap(\.self).joined(separator: " ")
        case .pass(let period): return "\(period) \(period.count == 1 ? "passes" : "pass")"
        case .setDate(let actor, let meeting, let period):
            return "\(actor.text) \(actor.count > 1 ? "set" : "sets") \(meeting) in \(period)"
        case .onMeeting(let meeting): return "on \(meeting)"
        case .onDate(let date): return "on \(date)"
        case .vote(let group, let counts):
            let words = counts.map { "\($0.ballot) \($0.count)" }.joined(separator: ", ")
            return "\(group.stepWord) \(group.isOnePerson ? "votes" : "vote") \(words)"
        case .cast(let group, let counts):
            let form = StepWriter.ballotForm(of: state)
            let words = counts.map { count in
                "\(count.count) " + count.ballot.split(separator: ",").joined(separator: " ")
            }
            return "\(group.stepWord) \(form) " + words.joined(separator: ", ")
        case .otherMeeting(let calendar): return "another \(calendar) is held"
        case .meetingEnds(let meeting): return "\(meeting) ends"
        case .amend(let actor, isMinor: true):
            return "\(actor.text) \(actor.count > 1 ? "make" : "makes") a minor change"
        case .otherEnds(let number, let result): return "proposal \(number) ends \(result)"
        case .amend(let actor, _): return "\(actor.text) \(actor.count > 1 ? "amend" : "amends")"
        case .offer(let actor, let offer):
            var text = "\(actor.text) offers \"\(offer.title)\""
            if let cost = offer.cost { text += " costing \(cost)" }
            if let group = offer.group { text += " in group \"\(group)\"" }
            if !offer.touching.isEmpty { text += " touching " + offer.touching.joined(separator: ", ") }
            if !offer.without.isEmpty { text += " without " + offer.without.joined(separator: ", ") }
            return text
        case .second(let actor, let option):
            return "\(actor.text) \(actor.count > 1 ? "second" : "seconds") \(option)"
        case .moveEnd(let actor, let period):
            let verb = period.count < 0 ? "shorten" : "extend"
            let length = period.count < 0 ? -period : period
            return "\(actor.text) \(verb)\(actor.count > 1 ? "" : "s") \(state.name) by \(length)"
        case .expect: return nil
        }
    }
}

/// How the words of a step are chosen.
private enum StepWriter {
    /// The verb with which people put ballots of a state's form into the box.
    static func ballotForm(of state: State) -> String {
        switch state.kind.vote?.ballot {
        case .approval: "approve"
        case .score, .points, .plusMinus: "score"
        case .oneChoice: "choose"
        case .ranking, .yesNoAbstain, nil: "rank"
        }
    }

    /// Verbs that a step says in ways of its own, so that an action of the same name needs `use`.
    private static let taken = [
        "end", "vote", "amend", "offer", "second", "set", "extend", "shorten", "rank", "approve", "score",
        "choose",
    ]

    /// `submits`, `give notice`, `uses end`.
    static func spoken(_ verb: String, several: Bool) -> String {
        let words = verb.split(separator: "-").map(String.init)
        guard let first = words.first, !taken.contains(first) else {
            return (several ? "use " : "uses ") + verb
        }
        return ([several ? first : Verbs.thirdPerson(first)] + words.dropFirst()).joined(separator: " ")
    }
}

extension Scenario.Actor {
    /// `author`, `5 members`, `2 of maintainers`, `member 3`.
    public var text: String {
        if let number { return who == .members ? "member \(number)" : "\(who.stepWord) \(number)" }
        if who == .members { return count == 1 ? "1 member" : "\(count) members" }
        return count == 1 ? who.stepWord : "\(count) of \(who.stepWord)"
    }
}

extension People.Who {
    /// The word for these people in a step.
    fileprivate var stepWord: String {
        switch self {
        case .members: "members"
        case .role(let name), .memberClass(let name): name
        case .relation(let relation): relation.rawValue
        }
    }

    /// Whether this is one person by definition.
    fileprivate var isOnePerson: Bool {
        self == .relation(.author) || self == .relation(.personConcerned)
    }
}
