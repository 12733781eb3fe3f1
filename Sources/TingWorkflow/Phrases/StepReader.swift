import TingTally

/// Reads one line of a scenario by the fixed grammar of steps.
struct StepReader {
    /// The forms of a line, shown when a line fits none.
    static let forms = [
        "author submits", "5 members sponsor", "member 3 sponsors", "2 of ROLE veto GROUND",
        "ROLE ends STATE",
        "ROLE gives CHOICE", "ROLE dismisses objection 1", "ROLE excuses member 4",
        "ROLE uses ACTION", "14 days pass", "on MEETING", "on 2026-03-02", "ROLE sets MEETING in 6 weeks",
        "MEETING ends", "another CALENDAR is held", "members vote yes 40, no 20, abstain 7",
        "members rank 9 A>B, 3 B=C",
        "members approve 9 A B, 3 C", "members score 9 A=5 B=3, 3 C=5", "members choose 9 A, 3 B",
        "members vote +1 9, 0 3, -1 2", "author amends", "author makes a minor change",
        "member 3 contributes \"TEXT\"",
        "ROLE clusters 1 \"NAME\"", "member 3 raises concern \"NAME\"", "proposal 2 ends adopted",
        "member 3 offers \"TITLE\" touching SUBJECT", "member 3 offers \"TITLE\" costing 1200",
        "member 3 offers \"TITLE\" in group \"NAME\"", "5 members second B", "ROLE extends STATE by 1 week",
        "ROLE shortens STATE by 1 week",
    ]

    var phrase: PhraseReader
    let verbs: Verbs
    private let reading: Reading
    /// The line as written.
    var text: String { phrase.text }

    init?(_ node: Node, verbs: Verbs, reading: Reading) {
        guard let phrase = PhraseReader(node, .step, key: "steps", reading: reading) else { return nil }
        self.phrase = phrase
        self.verbs = verbs
        self.reading = reading
    }

    /// Reads the line; nil and a finding when it fits no form.
    mutating func line() -> Scenario.Line? {
        if phrase.take("on") { return day() }
        if phrase.take("another") { return otherMeeting() }
        if let word = phrase.peek, verbs.meetings.contains(word) {
            _ = phrase.next()
            guard phrase.take("ends") else {
                phrase.unexpected(allowed: ["\(word) ends"])
                return nil
            }
            return phrase.finish() ? .meetingEnds(word) : nil
        }
        if phrase.take("proposal") { return otherEnds() }
        if phrase.isDuration {
            guard let period = phrase.period() else { return nil }
            guard phrase.take("pass") || phrase.take("passes") else {
                phrase.unexpected(suggestions: ["pass"])
                return nil
            }
            return phrase.finish() ? .pass(period) : nil
        }
        guard let actor = actor() else { return nil }
        return deed(by: actor)
    }

    /// `author`, `5 members`, `2 of maintainers`, `member 3`, `board 2`.
    private mutating func actor() -> Scenario.Actor? {
        if phrase.take("member") {
            return phrase.number().map { Scenario.Actor(.members, number: $0) }
        }
        var count: Int?
        if let number = phrase.peek?.wholeNumber {
            _ = phrase.next()
            _ = phrase.take("of")
            count = number
        }
        if count == 1, phrase.take("member") { return Scenario.Actor(.members) }
        guard let who = phrase.who() else { return nil }
        if count == nil, phrase.peek?.wholeNumber != nil {
            return phrase.number().map { Scenario.Actor(who, number: $0) }
        }
        return Scenario.Actor(who, count: count ?? 1)
    }

    /// What the actor does.
    private mutating func deed(by actor: Scenario.Actor) -> Scenario.Line? {
        if phrase.take("vote") || phrase.take("votes") { return votes(of: actor.who) }
        if let form = ballotForm() { return ballots(form, of: actor.who) }
        if phrase.take("amends") || phrase.take("amend") { return phrase.finish() ? .amend(who: actor) : nil }
        if phrase.take("makes", "a", "minor", "change") || phrase.take("make", "a", "minor", "change") {
            return phrase.finish() ? .amend(who: actor, isMinor: true) : nil
        }
        if phrase.take("offers") || phrase.take("offer") { return offer(by: actor) }
        if phrase.take("seconds") || phrase.take("second") {
            guard let option = phrase.next() else {
                phrase.unexpected()
                return nil
            }
            return phrase.finish() ? .second(who: actor, option: option) : nil
        }
        if phrase.take("sets") || phrase.take("set") { return setDate(by: actor) }
        let start = phrase.position
        if phrase.take("ends") || phrase.take("end"), let word = phrase.peek, verbs.states.contains(word) {
            _ = phrase.next()
            return phrase.finish() ? .act(who: actor, verb: State.endVerb, choice: nil) : nil
        }
        phrase.rewind(to: start)
        for (words, sign) in [(["extends", "extend"], 1), (["shortens", "shorten"], -1)] {
            guard words.contains(where: { phrase.take($0) }), let word = phrase.peek,
                verbs.states.contains(word)
            else {
                phrase.rewind(to: start)
                continue
            }
            _ = phrase.next()
            return moveEnd(by: actor, sign: sign)
        }
        return verb(of: actor)
    }

    /// `extends vote by 1 week`, after the state.
    private mutating func moveEnd(by actor: Scenario.Actor, sign: Int) -> Scenario.Line? {
        guard phrase.take("by") else {
            phrase.unexpected()
            return nil
        }
        guard let period = phrase.period(), phrase.finish() else { return nil }
        return .moveEnd(who: actor, by: sign < 0 ? -period : period)
    }

    /// A verb of the file, with its choice.
    private mutating func verb(of actor: Scenario.Actor) -> Scenario.Line? {
        let start = phrase.position
        for verb in verbs.all {
            for form in verb.forms where phrase.take(form) {
                guard verb.hasChoice else {
                    let text = verb.takesText ? phrase.quoted() : nil
                    if phrase.isAtEnd { return .act(who: actor, verb: verb.name, choice: nil, text: text) }
                    phrase.rewind(to: start)
                    continue
                }
                if verb.isMember { return member(as: verb, by: actor) }
                guard let choice = phrase.peek,
                    verb.isOption || verb.choices.contains(choice)
                        || verb.isNumber && choice.wholeNumber != nil
                else {
                    let others = verbs.all.contains { other in
                        other.forms.contains { $0.count > form.count && phrase.follows($0, from: start) }
                    }
                    if !others {
                        phrase.unexpected(allowed: verb.choices, suggestions: verb.choices)
                        return nil
                    }
                    phrase.rewind(to: start)
                    continue
                }
                _ = phrase.next()
                let text = verb.takesText ? phrase.quoted() : nil
                return phrase.finish() ? .act(who: actor, verb: verb.name, choice: choice, text: text) : nil
            }
        }
        guard !phrase.isAtEnd else {
            phrase.unexpected()
            return nil
        }
        let spoken = verbs.spoken
        phrase.report(
            Statement("unknown-verb", [.text("words", phrase.rest)]), word: start,
            through: phrase.words.count - 1, allowed: StepReader.forms,
            suggestion: didYouMean(phrase.rest, among: spoken)
                ?? phrase.peek.flatMap { didYouMean($0, among: spoken) })
        return nil
    }

    /// `excuses member 4`, `excuses circle 2`, after the verb.
    private mutating func member(as verb: Verbs.Verb, by actor: Scenario.Actor) -> Scenario.Line? {
        let group: String
        if phrase.take("member") {
            group = "member"
        } else {
            guard let who = phrase.who() else { return nil }
            group = who.description
        }
        guard let number = phrase.number(), phrase.finish() else { return nil }
        return .act(who: actor, verb: verb.name, choice: "\(group) \(number)")
    }

    /// `sets general-meeting in 6 weeks`.
    private mutating func setDate(by actor: Scenario.Actor) -> Scenario.Line? {
        guard let meeting = phrase.state() else { return nil }
        guard phrase.take("in") else {
            phrase.unexpected()
            return nil
        }
        guard let period = phrase.period(), phrase.finish() else { return nil }
        return .setDate(who: actor, meeting: meeting, after: period)
    }

    /// `offers "Title" costing 1200 in group "Name" touching subject, subject`.
    private mutating func offer(by actor: Scenario.Actor) -> Scenario.Line? {
        guard let title = phrase.quoted() else {
            phrase.unexpected()
            return nil
        }
        var offer = Scenario.Offer(title: title)
        if phrase.take("costing") {
            guard let cost = phrase.next() else {
                phrase.unexpected(allowed: ["1250", "1250.50"])
                return nil
            }
            offer.cost = cost
        }
        if phrase.take("in", "group") {
            guard let group = phrase.quoted() else {
                phrase.unexpected()
                return nil
            }
            offer.group = group
        }
        if phrase.take("touching") {
            repeat {
                guard let word = phrase.peek, reading.declared[.subject].contains(word) else {
                    phrase.unexpected(
                        allowed: reading.declared[.subject], suggestions: reading.declared[.subject])
                    return nil
                }
                _ = phrase.next()
                offer.touching.append(word)
            } while phrase.take(",")
        }
        if phrase.take("without") {
            repeat {
                guard let word = phrase.next() else {
                    phrase.unexpected()
                    return nil
                }
                offer.without.append(word)
            } while phrase.take(",")
        }
        guard phrase.finish() else { return nil }
        return .offer(who: actor, offer)
    }
}

extension PhraseReader {
    /// Whether a number and a unit of time come next.
    fileprivate var isDuration: Bool {
        guard words.count >= 2, words[0].text.wholeNumber != nil else { return false }
        let unit = words[1].text
        return Period.Unit.allCases.contains { $0.rawValue == unit || $0.rawValue.dropLast() == unit }
    }

    /// Reads these words when they are the next ones.
    fileprivate mutating func take(_ expected: [String]) -> Bool {
        guard follows(expected, from: position) else { return false }
        for _ in expected { _ = next() }
        return true
    }

    /// Reads a text in double quotes, as it is written between them; nil when there is none.
    fileprivate mutating func quoted() -> String? {
        guard let first = peek, first.hasPrefix("\"") else { return nil }
        let scalars = Array(text.unicodeScalars)
        let start = words[position].offset + 1
        guard let end = scalars[start...].firstIndex(of: "\""), end > start else { return nil }
        while !isAtEnd, words[position].offset <= end { _ = next() }
        return String(String.UnicodeScalarView(scalars[start..<end]))
    }

    /// Whether these words stand from a place on.
    fileprivate func follows(_ expected: [String], from start: Int) -> Bool {
        words[start...].prefix(expected.count).map(\.text) == expected
    }
}
