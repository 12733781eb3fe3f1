import TingProceedings
public import TingTally
public import TingWorkflow

/// Plays the stories of a workflow, and says whether they come true.
///
/// Each story is played on a clerk of its own, with an assembly made for it:
/// minutes in memory, seeded chance, so many members, and holders for every
/// role. Nothing is simulated; the story's deeds pass the rules that the deeds
/// of members pass, and its deadlines fire as theirs do.
///
/// A story begins on its date, else on Monday 2 March 2026, at nine o'clock
/// local time, with the author's proposal in the first state.
public struct Rehearsal: Sendable {
    /// The workflow whose stories are played.
    public let workflow: Workflow
    /// Where its deadlines are: the workflow's own zone, else the assembly's.
    public let zone: Zone
    /// Puts a line of a count into words, for the words after `because:`.
    let words: @Sendable (Statement) -> String

    /// Makes a rehearsal.
    ///
    /// - Parameters:
    ///   - zone: The assembly's zone, for a workflow that names none.
    ///   - words: How a statement reads; stories ask for words of the explanation.
    public init(_ workflow: Workflow, zone: Zone, words: @escaping @Sendable (Statement) -> String) {
        self.workflow = workflow
        self.zone = workflow.timeZone.flatMap(Zone.init(named:)) ?? zone
        self.words = words
    }

    /// Plays every story of the workflow, in file order.
    public func playAll() -> [PlayedScenario] { workflow.scenarios.map(play) }

    /// Plays one story, up to the first thing in it that does not come true.
    ///
    /// Never throws: whatever goes wrong is a finding of the result.
    ///
    /// - Complexity: O(members + steps × events); ballots of one step are cast in one transaction.
    public func play(_ scenario: Scenario) -> PlayedScenario {
        let stage: Stage
        do { stage = try Stage(scenario, of: workflow, in: zone) } catch {
            return PlayedScenario(
                scenario: scenario, steps: [], failures: [Rehearsal.finding(for: error, at: scenario.mark)],
                proposal: nil, explanation: [])
        }
        let expecting = Expecting(stage, words: words)
        var steps: [PlayedScenario.Step] = []
        var failures: [Finding] = []
        var last: PlayedScenario.Step?
        for (index, step) in scenario.steps.enumerated() where failures.isEmpty {
            do {
                if case .expect(let between) = step.line {
                    failures = try expecting.findings(of: between, after: last)
                    steps.append(PlayedScenario.Step(step: step, at: stage.now, events: [], refusal: nil))
                    continue
                }
                let played = try stage.play(step)
                if let refusal = played.refusal, scenario.expectation(after: index)?.refused == nil {
                    failures = [Rehearsal.finding(for: refusal, at: step.mark)]
                }
                steps.append(played)
                last = played
            } catch {
                failures = [Rehearsal.finding(for: error, at: step.mark)]
            }
        }
        if failures.isEmpty {
            do { failures = try expecting.findings(of: scenario.expect, after: last) } catch {
                failures = [Rehearsal.finding(for: error, at: scenario.expect.mark)]
            }
        }
        return PlayedScenario(
            scenario: scenario, steps: steps, failures: failures, proposal: stage.proposal,
            explanation: (try? stage.explanation()) ?? [])
    }

    /// What an error means for a story, at the line where it was met.
    private static func finding(for error: any Error, at mark: Mark) -> Finding {
        switch error {
        case let refusal as Refusal:
            Finding(.error, Statement("story-refused"), at: mark, notes: refusal.reasons.map(\.statement))
        case let problem as StageProblem: Finding(.error, problem.statement, at: mark)
        case let missing as NotFound: Finding(.error, missing.statement, at: mark)
        case let fault as Fault:
            Finding(.error, Statement("story-fault"), at: mark, notes: [fault.statement])
        case let error as FormulaError:
            Finding(.error, Statement("story-fault"), at: mark, notes: [error.statement])
        case let error as TallyError:
            Finding(.error, Statement("story-fault"), at: mark, notes: [error.statement])
        default:
            Finding(.error, Statement("story-broken", [.text("error", "\(error)")]), at: mark)
        }
    }
}

extension Scenario {
    /// What must hold right after a step: the `expect` that follows it, or the one at the end.
    fileprivate func expectation(after index: Int) -> Expectation? {
        guard index + 1 < steps.count else { return expect }
        if case .expect(let between) = steps[index + 1].line { return between }
        return nil
    }
}
