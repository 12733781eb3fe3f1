import TingTally

/// What can be proved of a workflow before anybody uses it.
///
/// Votes, sponsors and vetoes are taken as able to go either way. So "never"
/// is certain, and a story told in a finding could happen.
public enum Check {
    /// Every finding, in file order: what no single part of the file shows by itself.
    ///
    /// Where a state is wrong by itself, the checks of the whole would report
    /// consequences of that, so they run only when every state is right.
    ///
    /// - Complexity: O(states × moves) for the graph; the longest life is found by
    ///   counting visits, and given up with a warning when that grows too large.
    public static func findings(of workflow: Workflow) -> [Finding] {
        let found = local(workflow) { _ in true }
        let isWrong = found.contains { $0.severity == .error }
        return unaccepted(isWrong ? found : found + whole(workflow), by: workflow).inFileOrder
    }

    /// A file read and checked: the workflow, and all there is to say about it.
    public struct Inspection: Sendable {
        /// The workflow; nil when the file cannot be used.
        public let workflow: Workflow?
        /// Errors and warnings, in file order.
        public let findings: [Finding]

        /// Makes the result of an inspection.
        public init(workflow: Workflow?, findings: [Finding]) {
            self.workflow = workflow
            self.findings = findings
        }
    }

    /// Reads a document and checks it in one go.
    ///
    /// Where the reading found errors, only those checks run that look at one
    /// state at a time, and only on states without such an error: the others
    /// would report consequences.
    public static func inspect(_ document: Node) -> Inspection {
        let (workflow, reading) = Workflow.assembled(document)
        guard let workflow else { return Inspection(workflow: nil, findings: reading.inFileOrder) }
        let found: [Finding]
        if reading.hasErrors {
            // What cannot be done yet was read all the same.
            let wrong = reading.findings.filter {
                $0.severity == .error && $0.statement.code != "secret-not-kept"
            }.map(\.mark)
            found = local(workflow) { state in
                let end = workflow.states.map(\.mark).filter { $0 > state.mark }.min()
                return !wrong.contains { $0 >= state.mark && $0 < (end ?? Mark(line: .max, column: 1)) }
                    && workflow.hasRules(of: state)
            }
        } else {
            let own = local(workflow) { _ in true }
            found = own.contains { $0.severity == .error } ? own : own + whole(workflow)
        }
        let all = unaccepted(reading.findings + found, by: workflow).inFileOrder
        let fails = all.contains { $0.severity == .error }
        return Inspection(workflow: fails ? nil : workflow, findings: all)
    }

    /// The checks that look at one state at a time.
    private static func local(_ workflow: Workflow, of isWanted: (State) -> Bool) -> [Finding] {
        workflow.states.filter(isWanted).flatMap { state -> [Finding] in
            var found = outcomes(of: state) + actions(of: state, in: workflow)
            found += leaving(state, in: workflow)
            found += limits(of: state, in: workflow)
            found += timers(of: state, in: workflow)
            found += secrecy(of: state, in: workflow)
            return found + state.kind.findings(for: state, in: workflow)
        }
    }

    /// The checks that look at the whole file.
    private static func whole(_ workflow: Workflow) -> [Finding] {
        let graph = Graph(workflow)
        var found = reaching(graph) + loops(graph) + rules(workflow) + deciding(graph)
        found += textsAfterDecisions(graph) + promises(graph) + cases(workflow) + floors(workflow)
        found += meetingTimes(workflow) + readings(graph) + rights(graph)
        found += dead(graph) + eligible(workflow) + burial(graph) + shortTimes(workflow)
        found += clockChanges(workflow) + thresholds(workflow) + vetoes(graph) + cooldown(graph)
        return found + proxies(workflow)
    }
}

extension Workflow {
    /// Whether every rule that a state names could be read.
    fileprivate func hasRules(of state: State) -> Bool {
        (state.kind.vote?.decides.all ?? []).allSatisfy { rule($0) != nil }
    }
}

extension Finding {
    /// A finding about a state, at its name.
    static func about(
        _ state: State, _ code: String, _ facts: [Fact] = [], severity: Severity = .error,
        allowed: [String] = [], suggestion: String? = nil, notes: [Statement] = [],
        story: [StoryStep] = [], mends: [Statement] = []
    ) -> Finding {
        Finding(
            severity, Statement(code, [.text("state", state.name)] + facts), at: state.mark,
            width: max(1, state.name.unicodeScalars.count), allowed: allowed, suggestion: suggestion,
            notes: notes, story: story, mends: mends)
    }
}
