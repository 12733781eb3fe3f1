import TingProceedings
import TingTally
import TingWorkflow

/// Compares what a story expects with what is so.
struct Expecting {
    let stage: Stage
    let words: @Sendable (Statement) -> String

    init(_ stage: Stage, words: @escaping @Sendable (Statement) -> String) {
        self.stage = stage
        self.words = words
    }

    /// Everything expected that is not so; empty when all of it is.
    ///
    /// - Throws: Faults of the minutes; never because something is not so.
    func findings(of expected: Scenario.Expectation, after step: PlayedScenario.Step?) throws -> [Finding] {
        var findings: [Finding] = []
        func miss(_ key: String, _ facts: [Fact], notes: [Statement] = []) {
            findings.append(
                Finding(
                    .error, Statement("story-expected-\(key)", facts), at: expected.mark(of: key),
                    width: key.count,
                    notes: notes))
        }
        if let code = expected.refused { findings += refusal(code, expected, step) }
        if let state = expected.state, let found = stage.proposal?.visit?.state, state != found {
            miss("state", [.text("expected", state), .text("found", found)], notes: lastOutcome)
        }
        findings += try ending(expected)
        for expected in expected.following {
            let found = stage.day(of: expected.key)
            if found != expected.date {
                miss(
                    "follows",
                    [
                        .text("what", expected.key), .text("expected", expected.date.description),
                        .text("found", found?.description ?? "-"),
                    ])
            }
        }
        let closed = stage.proposal?.closedVotes.last
        let reckoning = stage.proposal?.reckoning
        let isCounted = closed != nil || reckoning != nil && expected.winners == nil
        if expected.outcome != nil || expected.winners != nil || expected.because != nil, !isCounted {
            let key =
                expected.outcome != nil ? "outcome" : expected.winners != nil ? "winners" : "because"
            let statement = Statement("story-no-vote", [.text("key", key)])
            return findings
                + [Finding(.error, statement, at: expected.mark(of: key), width: key.count)]
        }
        if let outcome = expected.outcome, let found = reckoning?.outcome ?? closed?.closed.outcome,
            outcome != found
        {
            miss("outcome", [.text("expected", outcome), .text("found", found)], notes: explanation)
        }
        if let winners = expected.winners, let closed {
            let options = closed.opened.options.filter { closed.closed.winners.contains($0.letter) }
            let isSame =
                winners.count == options.count
                && options.allSatisfy { winners.contains($0.letter) || winners.contains($0.title) }
            if !isSame {
                miss(
                    "winners",
                    [
                        .list("expected", winners),
                        .list("found", options.map { $0.letter + " " + $0.title }),
                    ],
                    notes: explanation)
            }
        }
        if let because = expected.because {
            for part in because.split(separator: ";").map(String.init) where !isSaid(part) {
                miss("because", [.text("expected", part.trimmed)], notes: explanation)
            }
        }
        return findings
    }

    /// What is not so of how the proposal ended, who was told, and what took up its text.
    private func ending(_ expected: Scenario.Expectation) throws -> [Finding] {
        var findings: [Finding] = []
        func miss(_ key: String, _ code: String, _ facts: [Fact]) {
            findings.append(
                Finding(.error, Statement(code, facts), at: expected.mark(of: key), width: key.count))
        }
        if let result = expected.result {
            if let found = stage.proposal?.finished?.result {
                if found != result.rawValue {
                    miss(
                        "result", "story-expected-result",
                        [.text("expected", result.rawValue), .text("found", found)])
                }
            } else {
                miss("result", "story-not-ended", [.text("expected", result.rawValue)])
            }
        }
        if !expected.told.isEmpty {
            let wanted = Set(expected.told.flatMap(stage.everybody))
            let found = try stage.told()
            if wanted != found {
                miss(
                    "told", "story-expected-told",
                    [
                        .text("people", expected.told.map(\.description).joined(separator: ", ")),
                        .number("wanted", wanted.count), .number("found", found.count),
                        .number("missed", wanted.subtracting(found).count),
                        .number("others", found.subtracting(wanted).count),
                    ])
            }
        }
        if let document = expected.adopts, try !stage.adopts(into: document) {
            miss("adopts", "story-expected-adopts", [.text("document", document)])
        }
        return findings
    }

    private func refusal(
        _ code: String, _ expected: Scenario.Expectation, _ step: PlayedScenario.Step?
    ) -> [Finding] {
        let found = step?.refusal?.reasons ?? []
        guard !found.contains(where: { $0.statement.code == code }) else { return [] }
        let statement =
            found.isEmpty
            ? Statement("story-not-refused", [.text("expected", code)])
            : Statement(
                "story-refused-otherwise",
                [.text("expected", code), .list("found", found.map(\.statement.code))])
        return [
            Finding(
                .error, statement, at: expected.mark(of: "refused"), width: "refused".count,
                notes: found.map(\.statement))
        ]
    }

    /// Whether one line of the explanation has all these words: in its sentence, its code or its values.
    ///
    /// Codes and values are the same in every language, so a story need not
    /// change when a sentence is put better.
    private func isSaid(_ part: String) -> Bool {
        let needed = part.plainWords
        return explanation.contains { line in
            let said = Set(words(line).plainWords + line.plainWords)
            return needed.allSatisfy(said.contains)
        }
    }

    private var explanation: [Statement] { (try? stage.explanation()) ?? [] }

    /// The count that led to where the proposal is, when a vote was the last thing to end.
    private var lastOutcome: [Statement] {
        guard let closed = stage.proposal?.closedVotes.last, closed.at == stage.proposal?.visit?.entered
        else { return [] }
        return explanation
    }
}

extension String {
    /// The words in small letters, without the signs around them.
    fileprivate var plainWords: [String] {
        lowercased().split(whereSeparator: \.isWhitespace).compactMap { word in
            let signs: Set<Character> = [",", ".", ":", ";", "(", ")", "\"", "'"]
            guard let first = word.firstIndex(where: { !signs.contains($0) }),
                let last = word.lastIndex(where: { !signs.contains($0) })
            else { return nil }
            return String(word[first...last])
        }
    }
}

extension Statement {
    /// The words of the code, and of the names and values of the facts.
    fileprivate var plainWords: [String] {
        code.split(separator: "-").map(String.init)
            + facts.flatMap { [$0.name] + $0.value.plainWords }
    }
}

extension FactValue {
    fileprivate var plainWords: [String] {
        switch self {
        case .text(let text), .term(let text): text.plainWords
        case .number(let number): [String(number)]
        case .fraction(let fraction): [fraction.description]
        case .instant: []
        case .list(let values): values.flatMap(\.plainWords)
        case .statement(let statement): statement.plainWords
        }
    }
}
