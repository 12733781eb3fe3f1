public import TingTally

/// What a picture of a workflow shows: boxes and arrows, in file order, in one language.
///
/// Moves from one state to the same other state are one arrow with several
/// lines. The same workflow and words give the same drawing.
public struct Drawing: Hashable, Sendable {
    /// A state.
    public struct Box: Hashable, Sendable {
        /// The state's name.
        public let name: String
        /// The title, in the language of the drawing.
        public let title: String
        /// The kind and how long it lasts, in one line; the result, where the state is final.
        public let kind: String
        /// Who acts or what decides, in one short line; empty when there is nothing to say.
        public let rule: String
        /// The result; nil where the state is not final.
        public let result: FinalKind.Result?
        /// Whether it is a vote.
        public let isVote: Bool
    }

    /// The moves from one state to another.
    public struct Arrow: Hashable, Sendable {
        /// How a move comes about, the weightiest first.
        public enum Style: Int, Hashable, Sendable, CaseIterable {
            /// An outcome of the state.
            case outcome
            /// Something that people may do.
            case action
            /// Where a limit of visits leads.
            case limit
        }

        /// One move.
        public struct Move: Hashable, Sendable {
            /// The words for it.
            public let label: String
            /// How it comes about.
            public let style: Style
        }

        /// The index of the box it leaves.
        public let from: Int
        /// The index of the box it leads to.
        public let to: Int
        /// The moves it stands for, in file order; never empty.
        public internal(set) var moves: [Move]
        /// Whether it is a step of the shortest way to the end that the procedure is for.
        public internal(set) var isMain = false

        /// The weightiest style among its moves.
        public var style: Style {
            moves.map(\.style).min { $0.rawValue < $1.rawValue } ?? .outcome
        }
    }

    /// The workflow's id.
    public let id: String
    /// The workflow's title.
    public let title: String
    /// What the workflow rests on.
    public let basis: String
    /// The language of the titles, such as `sv`.
    public let language: String
    /// The index of the box in which a proposal begins; nil when there is no such box.
    public let first: Int?
    /// The states, in file order.
    public let boxes: [Box]
    /// The moves, by the state they leave, in file order.
    public let arrows: [Arrow]
    /// The drawing in words, for those who do not see it.
    public let description: String
    /// The words for the sorts of lines that occur, for a legend: the main way, then the styles beyond outcomes.
    public let legend: [LegendEntry]

    /// A sort of line, and what it means.
    public struct LegendEntry: Hashable, Sendable {
        /// The style; nil for the main way.
        public let style: Arrow.Style?
        /// The words for it.
        public let label: String
    }

    /// Makes the drawing of a workflow.
    ///
    /// Moves to states that the workflow does not have are left out.
    ///
    /// - Parameters:
    ///   - workflow: The workflow.
    ///   - language: The language of the titles, such as `sv`.
    ///   - words: Puts a statement into that language.
    public init(_ workflow: Workflow, language: String, words: @escaping (Statement) -> String) {
        self.language = language
        id = workflow.id
        title = workflow.title.text(in: language)
        basis = workflow.basis
        first = workflow.states.firstIndex { $0.name == workflow.first }
        let captions = Captions(workflow, language: language, words: words)
        boxes = workflow.states.map(captions.box)
        var arrows = Drawing.arrows(workflow, captions)
        let main = MainWay.arrows(from: first, boxes.map(\.result), arrows)
        for index in main { arrows[index].isMain = true }
        self.arrows = arrows
        description = captions.description(of: boxes, main: main.map { arrows[$0] }, first: first)
        var legend: [LegendEntry] = []
        if let last = main.last, boxes[arrows[last].to].result == .adopted {
            legend.append(LegendEntry(style: nil, label: words(Statement("draw-legend-main"))))
        }
        let styles = Set(arrows.map(\.style))
        if styles.contains(.action) {
            legend.append(LegendEntry(style: .action, label: words(Statement("draw-legend-action"))))
        }
        if styles.contains(.limit) {
            legend.append(LegendEntry(style: .limit, label: words(Statement("draw-legend-limit"))))
        }
        self.legend = legend
    }

    /// The arrows, moves between the same two states together.
    private static func arrows(_ workflow: Workflow, _ captions: Captions) -> [Arrow] {
        var places: [String: Int] = [:]
        for (index, state) in workflow.states.enumerated() where places[state.name] == nil {
            places[state.name] = index
        }
        var arrows: [Arrow] = []
        for (from, state) in workflow.states.enumerated() {
            let first = arrows.count
            for (target, move) in captions.moves(of: state) {
                guard let to = places[target] else { continue }
                if let same = arrows[first...].firstIndex(where: { $0.to == to }) {
                    arrows[same].moves.append(move)
                } else {
                    arrows.append(Arrow(from: from, to: to, moves: [move]))
                }
            }
        }
        return arrows
    }
}
