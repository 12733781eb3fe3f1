public import TingTally

/// A procedure written back as numbered paragraphs that a general meeting could adopt.
///
/// Every key of the file that decides anything has its sentence here; words
/// for people are taken in the language asked for, and the sentences
/// themselves come from the words file.
public struct Explanation: Hashable, Sendable {
    /// What the procedure is called.
    public let title: String
    /// What it rests on.
    public let basis: String
    /// The sections, in order; they are numbered from 1.
    public let sections: [Section]

    /// One section.
    public struct Section: Hashable, Sendable {
        /// The number, from 1.
        public let number: Int
        /// The heading.
        public let heading: FactValue
        /// The clause it rests on; nil when the file gives none.
        public let basis: String?
        /// The paragraphs, in order; never empty.
        public let paragraphs: [Paragraph]
    }

    /// One paragraph: a sentence, and the points it lists.
    public struct Paragraph: Hashable, Sendable {
        /// The sentence.
        public let sentence: Statement
        /// The points below it; empty for most.
        public let points: [Statement]

        init(_ sentence: Statement, points: [Statement] = []) {
            self.sentence = sentence
            self.points = points
        }
    }
}

extension Workflow {
    /// The procedure in numbered paragraphs: general rules, the states in file order, the promises.
    ///
    /// - Complexity: O(n) in the size of the file, and in the rules once for each vote that uses them.
    public func explanation(in language: String) -> Explanation {
        let telling = Telling(self, in: language)
        var sections: [Explanation.Section] = []
        func add(_ heading: FactValue, basis: String? = nil, _ paragraphs: [Explanation.Paragraph]) {
            guard !paragraphs.isEmpty else { return }
            sections.append(
                Explanation.Section(
                    number: sections.count + 1, heading: heading, basis: basis, paragraphs: paragraphs))
        }
        add(.statement(Statement("explain-general")), telling.general)
        for state in states { add(.text(telling.title(of: state)), basis: state.basis, telling.state(state)) }
        add(.statement(Statement("explain-promises")), telling.promises)
        return Explanation(title: title.text(in: language), basis: basis, sections: sections)
    }
}
