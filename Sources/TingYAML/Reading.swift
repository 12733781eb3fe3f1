import TingTally
import TingWorkflow

/// One reading of a text from its first event to its last, or to what cannot be read.
struct Reading {
    /// The root of the document; nil when there is none.
    private(set) var root: Node?
    /// The mistakes that did not stop the reading, in the order they were met.
    private(set) var findings: [Finding] = []
    /// What stopped the reading, when something did; a tab is said elsewhere.
    private(set) var diagnosis: Diagnosis?
    /// The line at whose tab the reading stopped.
    private(set) var stoppedAtTab: Int?
    /// The lines of the quoted and block texts, but for the line each begins in.
    private(set) var texts: [ClosedRange<Int>] = []

    /// Reads a text.
    init(_ source: SourceText) {
        var tree = TreeBuilder(source)
        source.bytes.withUnsafeBufferPointer { bytes in
            guard let reader = EventReader(bytes) else {
                diagnosis = Diagnosis(Finding(.error, Statement("yaml-memory"), at: .start))
                return
            }
            reading: while !tree.isDone {
                switch reader.next() {
                case .event(let event):
                    tree.take(event)
                case .problem(let problem):
                    explain(problem, tree, source)
                    break reading
                }
            }
        }
        root = tree.root
        findings = tree.findings
        texts = tree.texts
    }

    private mutating func explain(_ problem: Problem, _ tree: TreeBuilder, _ source: SourceText) {
        if problem.text.hasPrefix("found a tab character") {
            stoppedAtTab = problem.mark.line
            return
        }
        let line = source.line(problem.mark.line)
        let before = line.prefix(problem.mark.column)
        if before.last == "\t", before.allSatisfy({ $0 == " " || $0 == "\t" }) {
            stoppedAtTab = problem.mark.line
            return
        }
        diagnosis = Diagnosis(of: problem, in: source, after: tree)
    }
}
