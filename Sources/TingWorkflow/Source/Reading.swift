import TingTally

/// One reading of a workflow file: what it declares, and everything found wrong with it.
///
/// Nothing throws midway. Whoever reads a part reports what is wrong with it
/// and puts something harmless in its place, so that one reading finds every
/// mistake. What the file declares is looked up first, so a name can be used
/// before the place that declares it.
public final class Reading {
    /// What was found so far, in the order of finding.
    public private(set) var findings: [Finding] = []
    /// The names the file declares.
    let declared: Declared
    /// The name of the file, for the places of rules.
    let file: String
    /// The rules, once they have been read; a vote asks them for its outcomes.
    var rules: [RuleDefinition] = []
    /// The names of the proposal's fields that hold an amount.
    var moneyFields: [String] = []
    /// The subjects that something depends on.
    private var usedSubjects: Set<String> = []
    /// The names of the numbers that hold for the whole file.
    var formulaNames: [String] = []

    /// Begins to read a file.
    init(_ document: Node) {
        declared = Declared(document)
        file = Workflow.file(of: document["workflow"]?.text ?? "")
    }

    /// Whether an error was found.
    private(set) var hasErrors = false
    private var known: Set<Finding> = []
    /// How many findings are told; a file with more is told so, and read again when these are mended.
    static let mostFindings = 500

    /// What was found, in file order; findings at one place stay in the order of finding.
    var inFileOrder: [Finding] { findings.inFileOrder }

    /// Reports a finding.
    func report(_ finding: Finding) {
        if finding.severity == .error { hasErrors = true }
        // Two readers may look at one node; the steward need not hear it twice.
        guard findings.count <= Self.mostFindings, known.insert(finding).inserted else { return }
        guard findings.count < Self.mostFindings else {
            let more = Statement("more-findings", [.number("most", Self.mostFindings)])
            return findings.append(Finding(finding.severity, more, at: finding.mark, width: finding.width))
        }
        findings.append(finding)
    }

    /// Reports an error at a node.
    func error(
        _ code: String, _ facts: [Fact] = [], at node: Node, allowed: [String] = [],
        suggestion: String? = nil, notes: [Statement] = []
    ) {
        report(
            Finding(
                .error, Statement(code, facts), at: node.mark, width: node.width, allowed: allowed,
                suggestion: suggestion, notes: notes))
    }

    /// Reports an error at a key or a name.
    func error(
        _ code: String, _ facts: [Fact] = [], at mark: Mark, width: Int, allowed: [String] = [],
        suggestion: String? = nil, notes: [Statement] = []
    ) {
        report(
            Finding(
                .error, Statement(code, facts), at: mark, width: width, allowed: allowed,
                suggestion: suggestion,
                notes: notes))
    }

    /// Reports a warning at a node.
    func warning(_ code: String, _ facts: [Fact] = [], at node: Node, notes: [Statement] = []) {
        report(
            Finding(.warning, Statement(code, facts), at: node.mark, width: node.width, notes: notes))
    }

    /// Warns of subjects on which nothing depends.
    func reportUnused(subjects: [Node.Entry]) {
        for entry in subjects where !usedSubjects.contains(entry.key) {
            report(
                Finding(
                    .warning, Statement("subject-unused", [.text("subject", entry.key)]), at: entry.mark,
                    width: max(1, entry.key.unicodeScalars.count), mends: [Statement("mend-leave-out")]))
        }
    }

    /// A name that must be declared somewhere in the file; nil and a finding when it is not.
    func reference(_ reference: Key.Reference, _ name: String, at node: Node) -> String? {
        let known = declared[reference]
        if known.contains(name) {
            if reference == .subject { usedSubjects.insert(name) }
            return name
        }
        error(
            "unknown-\(reference.rawValue)", [.text("name", name)], at: node, allowed: known,
            suggestion: didYouMean(name, among: known))
        return nil
    }

    /// The text of a node; nil and a finding when it is a list, a map or empty.
    func text(_ node: Node, for key: String) -> String? {
        guard let text = node.text, !text.isEmpty else {
            wrongForm(node, for: key, expected: "text")
            return nil
        }
        return text
    }

    /// The items of a list; a finding when it is none.
    func items(_ node: Node, for key: String) -> [Node]? {
        if node.items == nil { wrongForm(node, for: key, expected: "list") }
        return node.items
    }

    /// Reports that a node has the wrong form: `expected` is `text`, `list` or `map`.
    func wrongForm(_ node: Node, for key: String, expected: String, allowed: [String] = []) {
        let found =
            switch node.content {
            case .scalar(let text): text.isEmpty ? "nothing" : "text"
            case .sequence: "list"
            case .mapping: "map"
            }
        error(
            "wrong-form",
            [.text("key", key), .term("expected", "form-\(expected)"), .term("found", "form-\(found)")],
            at: node, allowed: allowed)
    }
}

extension [Finding] {
    /// The findings in file order; those at one place keep their order.
    var inFileOrder: [Finding] {
        enumerated().sorted { ($0.element.mark, $0.offset) < ($1.element.mark, $1.offset) }.map(
            \.element)
    }
}
