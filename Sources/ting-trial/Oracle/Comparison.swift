import TingTally
import TingWorkflow

/// What the checker says of a workflow beside what the exploration says, question by question.
struct Comparison {
    /// One question on which the two do not agree.
    struct Disagreement: CustomStringConvertible {
        let question: String
        let checker: String
        let oracle: String
        var description: String { "\(question): the checker says \(checker), the oracle \(oracle)" }
    }

    /// What was asked, in the order of the table that is printed.
    enum Question: String, CaseIterable {
        case reachable = "every state can be reached"
        case wayOut = "the end can always be reached"
        case rounds = "no round without end"
        case life = "every life is bounded"
        case decided = "adopted only by a decision"
        case promised = "adopted only after what is promised"
    }

    let answers: Answers
    private(set) var disagreements: [Disagreement] = []
    /// The questions that the oracle answers with no.
    private(set) var broken: Set<Question> = []
    /// Whether the checker stopped at a state that is wrong by itself.
    private(set) var isLocal = false

    /// Asks both.
    init(_ workflow: Workflow) {
        answers = Answers(workflow)
        guard !answers.isCut else { return }
        // So short a life is never kept, so that the longest is told with its days.
        let findings = Check.findings(of: workflow.promising(Period(1, .minutes)))
        isLocal = findings.contains { $0.severity == .error && Self.localCodes.contains($0.statement.code) }
        if !answers.unreachable.isEmpty { broken.insert(.reachable) }
        if !answers.trapped.isEmpty { broken.insert(.wayOut) }
        if answers.goesRound { broken.insert(.rounds) }
        if answers.longest == nil { broken.insert(.life) }
        if !answers.undecided.isEmpty { broken.insert(.decided) }
        if !answers.unpromised.isEmpty { broken.insert(.promised) }
        if isLocal {
            compareLocally(findings, workflow)
        } else {
            compareReach(findings)
            compareLives(findings)
            compareDecisions(findings)
        }
    }

    private static let localCodes = ["never-leaves", "amendments-without-end"]

    /// Where a state is wrong by itself, nothing else is checked: one life at least has no bound.
    private mutating func compareLocally(_ findings: [Finding], _ workflow: Workflow) {
        // The time before the submission is not counted.
        let first = workflow.states.first { $0.name == workflow.first && $0.kind.word == "draft" }
        let isReached = findings.contains { finding in
            guard case .text(let state)? = finding.statement["state"] else { return false }
            return state != first?.name && !answers.unreachable.contains(state)
        }
        guard isReached, answers.longest != nil else { return }
        differ(.life, "a state is never left", "\(answers.longest ?? 0) seconds")
    }

    private mutating func compareReach(_ findings: [Finding]) {
        var lost: Set<String> = []
        for finding in findings where finding.statement.code == "unreachable-state" {
            if case .text(let name)? = finding.statement["state"] { lost.insert(name) }
            for note in finding.notes {
                guard case .list(let names)? = note["states"] else { continue }
                for case .text(let name) in names { lost.insert(name) }
            }
        }
        if lost != Set(answers.unreachable) {
            differ(.reachable, list(lost.sorted()), list(answers.unreachable))
        }
        let stuck = states(findings, "no-way-out")
        // Who is caught only once a limit is used up goes round at once; that is told as a round.
        let isTold = findings.contains { $0.statement.code.hasPrefix("loop-without-") }
        if !Set(stuck).isSubset(of: answers.trapped) || (stuck.isEmpty && !isTold && !answers.trapped.isEmpty)
        {
            differ(.wayOut, list(stuck), list(answers.trapped))
        }
    }

    private mutating func compareLives(_ findings: [Finding]) {
        let rounds = findings.filter { $0.statement.code.hasPrefix("loop-without-") }
        // A round that cannot be left is told as that.
        let isRound = !rounds.isEmpty || findings.contains { $0.statement.code == "no-way-out" }
        if !rounds.isEmpty, !answers.goesRound {
            differ(.rounds, rounds.map(\.statement.code).joined(separator: ", "), "none")
        }
        if answers.goesRound, !isRound { differ(.rounds, "none", "one") }
        let told = findings.first { $0.statement.code.hasPrefix("promise-ends-") }
        let isTooLarge = findings.contains { $0.statement.code == "promise-too-large" }
        switch (told?.statement.code, answers.longest) {
        case ("promise-ends-never", nil), (nil, 0?): break
        case ("promise-ends-within", let seconds?):
            let days = (seconds + 86_399) / 86_400
            if told?.statement["days"] != .number(days) {
                differ(.life, "\(told?.statement.facts ?? [])", "\(days) days")
            }
        case (let code, let seconds):
            guard !isTooLarge else { return }
            differ(.life, code ?? "no life at all", seconds.map { "\($0) seconds" } ?? "for ever")
        }
    }

    private mutating func compareDecisions(_ findings: [Finding]) {
        let codes = ["adopted-without-decision", "adopted-by-tied", "adopted-by-no-quorum"]
        let undecided = codes.flatMap { states(findings, $0) }
        if Set(undecided) != Set(answers.undecided) {
            differ(.decided, list(undecided), list(answers.undecided))
        }
        let unpromised = states(findings, "promise-adopted-only-after")
        if Set(unpromised) != Set(answers.unpromised) {
            differ(.promised, list(unpromised), list(answers.unpromised))
        }
    }

    private mutating func differ(_ question: Question, _ checker: String, _ oracle: String) {
        disagreements.append(
            Disagreement(question: question.rawValue, checker: checker, oracle: oracle))
    }

    private func states(_ findings: [Finding], _ code: String) -> [String] {
        findings.filter { $0.statement.code == code }.compactMap {
            if case .text(let name)? = $0.statement["state"] { name } else { nil }
        }
    }

    private func list(_ names: [String]) -> String {
        names.isEmpty ? "none" : names.joined(separator: " ")
    }
}

extension Workflow {
    /// The same workflow with another promise of how long a life is.
    fileprivate func promising(_ period: Period) -> Workflow {
        var promises = promises
        promises.endsWithin = period
        return Workflow(
            language: language, id: id, title: title, basis: basis, timeZone: timeZone, needs: needs,
            proposal: proposal, duties: duties, formulas: formulas, rules: rules, subjects: subjects,
            first: first, states: states, promises: promises, scenarios: [])
    }
}
