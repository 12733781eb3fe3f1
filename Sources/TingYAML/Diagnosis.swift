import TingTally
import TingWorkflow

/// What stopped a reading, said for a steward, and perhaps a way to read on.
///
/// libyaml speaks of tokens and of the place where it gave up. A person needs
/// the place of the mistake and what to write instead, so the line is looked at
/// again. Every sentence of libyaml 0.2.5 has its case here; an unknown one gets
/// the rule `yaml-unreadable`.
struct Diagnosis {
    /// What is wrong.
    let finding: Finding
    /// How to read on for more mistakes; nil when what follows would be guesswork.
    let repair: Repair?

    /// Makes a diagnosis.
    init(_ finding: Finding, repair: Repair? = nil) {
        self.finding = finding
        self.repair = repair
    }

    /// Makes a diagnosis of one line.
    ///
    /// - Parameters:
    ///   - columns: The columns to underline, from 0.
    ///   - repair: Whether those columns can be read as an ordinary text instead.
    init(
        _ code: String, _ facts: [Fact] = [], line: Int, columns: Range<Int>, repair: Bool = false,
        notes: [Statement] = []
    ) {
        finding = Finding(
            .error, Statement(code, facts), at: Mark(line: line, column: columns.lowerBound + 1),
            width: max(1, columns.count), notes: notes)
        self.repair = repair ? .text(line: line, columns: columns) : nil
    }

    /// Explains what libyaml could not read.
    init(of problem: Problem, in source: SourceText, after tree: TreeBuilder) {
        let scene = Scene(problem: problem, source: source, tree: tree)
        self =
            if problem.isMemory {
                Diagnosis(Finding(.error, Statement("yaml-memory"), at: problem.mark))
            } else {
                scene.aboutTexts() ?? scene.aboutSigns() ?? scene.aboutBrackets() ?? scene.aboutLayout()
                    ?? Diagnosis(Finding(.error, Statement("yaml-unreadable"), at: problem.mark))
            }
    }
}

/// The place where a reading stopped, with all that is known around it.
struct Scene {
    /// What libyaml said.
    let problem: Problem
    /// The text being read.
    let source: SourceText
    /// What was built until then.
    let tree: TreeBuilder

    /// The line of the problem.
    var line: Int { problem.mark.line }
    /// The column of the problem, from 0.
    var column: Int { problem.mark.column - 1 }
    /// The line of the problem, looked at.
    var shape: LineShape { LineShape(source.line(line)) }
    /// The character at the problem; nil at the end of a line.
    var character: Unicode.Scalar? {
        let scalars = source.line(line)
        return scalars.indices.contains(column) ? scalars[column] : nil
    }
    /// The innermost list or map in brackets that is open.
    var openBracket: TreeBuilder.Level? { tree.levels.last.flatMap { $0.flow ? $0 : nil } }

    /// The nearest line before another that is neither empty nor a comment.
    func lineBefore(_ number: Int) -> (number: Int, shape: LineShape)? {
        for other in stride(from: number - 1, through: 1, by: -1) {
            let shape = LineShape(source.line(other))
            if !shape.isBlank || shape.isItem { return (other, shape) }
        }
        return nil
    }

    /// The nearest line after another that is neither empty nor a comment.
    func lineAfter(_ number: Int) -> LineShape? {
        var other = number + 1
        while other <= source.lineCount {
            let shape = LineShape(source.line(other))
            if !shape.isBlank || shape.isItem { return shape }
            other += 1
        }
        return nil
    }
}
