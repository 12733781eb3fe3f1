public import TingTally

/// A group is asked for its consent: whoever sees harm objects, with a reason.
///
/// Those of the group who are members on entry are asked, each by name; whom a
/// role excuses leaves the base again. What silence means, how many must answer
/// and who tests objections is said in the file.
public struct ConsentKind: StateKind {
    /// The word after `kind:`.
    public static let word = "consent"
    /// Who is asked, what silence means, and what becomes of objections.
    public static let keys = [
        Key("asks", .phrase(.group), required: true),
        Key("silence", .oneOf(Silence.allCases.map(\.rawValue)), required: true),
        Key("answers", .either([.phrase(.answers), .oneOf(["none"])]), required: true),
        Key("objections", .either([.oneOf(["stand"]), .map(objectionKeys)]), required: true),
        Key("excused-by", .either([.phrase(.people), .oneOf(["none"])]), required: true),
        Key("close-early", .oneOf(["never", allHaveAnswered]), required: true),
    ]
    /// Exactly so long, at most so long, or until a meeting ends.
    public static let clocks: [ClockForm] = [.exactly, .between, .untilEnd]
    static let allHaveAnswered = "when all have answered"
    static let objectionKeys = [
        Key("tested-by", .phrase(.people), required: true),
        Key("untested", .oneOf(["valid", "falls"]), required: true),
    ]

    /// What it means that somebody asked says nothing.
    public enum Silence: String, Hashable, Sendable, CaseIterable {
        /// They consent; they must have been told, and some must have answered.
        case consents
        /// Nothing: neither consent nor an answer.
        case countsForNothing = "counts for nothing"
    }

    /// Who finds out whether an objection is valid, and what becomes of those nobody tested.
    public struct Test: Hashable, Sendable {
        /// Who tests, with a reason.
        public let by: People
        /// Whether an objection that nobody tested stands at the end.
        public let untestedStands: Bool
    }

    /// Who is asked.
    public let group: People.Who
    /// What silence means.
    public let silence: Silence
    /// How many must answer; nil where the file says `none`.
    public let answers: Amount?
    /// Who tests objections; nil where each of them stands.
    public let test: Test?
    /// Who excuses members from answering, with a reason; nil where nobody does.
    public let excusedBy: People?
    /// Whether the round ends when everybody asked has answered.
    public let closesEarly: Bool
    let clock: Clock
    let mark: Mark

    /// Reads the kind; reports what is wrong and puts something harmless in its place.
    public init(_ map: MapReader) {
        group = map["asks"].flatMap { map.reading.group($0, for: "asks") } ?? .members
        silence =
            map.one(of: Silence.allCases.map(\.rawValue), "silence").flatMap(Silence.init)
            ?? .countsForNothing
        let saysNone = map["answers"]?.text == "none"
        answers = saysNone ? nil : map.amountOfAsked("answers")
        if saysNone, silence == .consents, let node = map["answers"] {
            map.reading.error("silence-without-answers", at: node)
        }
        test = map.test()
        excusedBy = map["excused-by"]?.text == "none" ? nil : map.actors("excused-by")
        closesEarly = map.one(of: ["never", Self.allHaveAnswered], "close-early") == Self.allHaveAnswered
        clock = map.clock
        mark = map.mark
    }

    /// Consented, objected, too few answers.
    public var outcomes: [OutcomeForm] {
        var forms = [OutcomeForm("consented", decides: true), OutcomeForm("objected")]
        // Where silence counts for nothing, nobody at all may have answered.
        if answers != nil || silence == .countsForNothing { forms.append(OutcomeForm("too-few-answers")) }
        return forms
    }

    /// Everybody of the group, by name.
    public var asks: People? { People([group]) }
    /// Where everybody's answer ends it.
    public var endsEarly: Bool { closesEarly }

    /// Answering, taking the answer back, testing objections, excusing members.
    public func deeds(in workflow: Workflow) -> [DeedForm] {
        let asked = People([group])
        func answer(_ verb: String, _ carries: [DeedForm.Carries] = [], takesBack: Bool = false) -> DeedForm {
            DeedForm(
                verb, by: asked, carries: carries, times: .often,
                isNumbered: verb == ConsentRound.Answer.objection.verb, family: ConsentRound.family,
                takesBack: takesBack, mark: mark)
        }
        var deeds = ConsentRound.Answer.allCases.map { answer($0.verb, $0.needsReason ? [.reason] : []) }
        deeds.append(answer(ConsentRound.withdrawVerb, takesBack: true))
        if let test {
            for verb in [ConsentRound.upholdVerb, ConsentRound.dismissVerb] {
                deeds.append(
                    DeedForm(
                        verb, by: test.by,
                        carries: [.number(of: ConsentRound.Answer.objection.verb), .reason], times: .often,
                        mark: mark))
            }
        }
        if let excusedBy {
            deeds.append(
                DeedForm(
                    ConsentRound.excuseVerb, by: excusedBy, carries: [.member, .reason], times: .often,
                    mark: mark))
        }
        return deeds
    }

    /// The objections that can be tested: those raised here and not taken back.
    public func numbers(for form: DeedForm, in visit: Visit) -> [Int] {
        ConsentRound(visit).objections.map(\.number)
    }

    /// Who was asked answers, once the same way; who has answered is not excused.
    public func objection(to deed: Deed, in visit: Visit, of workflow: Workflow, zone: Zone) -> Statement? {
        let round = ConsentRound(visit)
        switch deed.verb {
        case ConsentRound.upholdVerb, ConsentRound.dismissVerb: return nil
        case ConsentRound.excuseVerb:
            guard let member = deed.choice else { return nil }
            guard visit.asked.contains(member) else { return Statement("not-asked-member") }
            if round.answers[member] != nil { return Statement("answered-already") }
            return round.excused.contains(member) ? Statement("excused-already") : nil
        case ConsentRound.withdrawVerb:
            return round.answers[deed.by] == nil ? Statement("no-answer-yet") : nil
        default:
            guard visit.asked.contains(deed.by) else { return Statement("not-asked") }
            guard let answer = ConsentRound.Answer(verb: deed.verb), !answer.needsReason,
                round.answers[deed.by] == answer
            else { return nil }
            return Statement("answered-so-already")
        }
    }

    /// The outcome, where everybody asked has answered and every objection has been tested.
    public func outcome(after deed: Deed, in visit: Visit, of workflow: Workflow) throws -> String? {
        guard closesEarly else { return nil }
        let round = ConsentRound(visit)
        guard round.silent.isEmpty, test == nil || round.objections.allSatisfy({ $0.test != nil }) else {
            return nil
        }
        return try outcomeWhenTimeIsUp(in: visit, of: workflow)
    }

    /// Objected where an objection stands; too few where too few have answered; else consented.
    public func outcomeWhenTimeIsUp(in visit: Visit, of workflow: Workflow) throws -> String {
        let round = ConsentRound(visit)
        if !standing(in: round).isEmpty { return "objected" }
        guard try isEnough(round, visit, workflow) else { return "too-few-answers" }
        return "consented"
    }

    private func isEnough(_ round: ConsentRound, _ visit: Visit, _ workflow: Workflow) throws -> Bool {
        // Where all stand aside, are excused or say nothing that counts, nobody consents.
        if silence == .countsForNothing, round.consents == 0 { return false }
        return try answers?.isMet(
            by: round.answers.count, members: visit.members, asked: round.base.count,
            formulas: workflow.formulas) ?? true
    }

    /// The objections that stand: upheld, or not tested where such stand.
    func standing(in round: ConsentRound) -> [ConsentRound.Objection] {
        round.objections.filter { $0.test ?? (test?.untestedStands ?? true) }
    }
}

extension MapReader {
    /// `objections: stand`, or who tests them and what becomes of those nobody tested.
    fileprivate func test() -> ConsentKind.Test? {
        guard let node = node["objections"], node.text != "stand" else { return nil }
        guard node.entries != nil else {
            reading.error(
                "unknown-value", [.text("value", node.text ?? ""), .text("key", "objections")], at: node,
                allowed: ["stand", "{tested-by: ROLE, untested: valid}"])
            return nil
        }
        guard let map = map("objections", ConsentKind.objectionKeys) else { return nil }
        let people = map.actors("tested-by")
        let untested = map.one(of: ["valid", "falls"], "untested")
        return people.map { ConsentKind.Test(by: $0, untestedStands: untested != "falls") }
    }

    /// The amount under a key, which may be a part of those asked: `at least 1/3 of asked`.
    func amountOfAsked(_ key: String) -> Amount? {
        node[key].flatMap {
            reading.amount(
                $0, for: key, names: reading.formulaNames + [Amount.asked], form: .answers, of: Amount.asked)
        }
    }
}
