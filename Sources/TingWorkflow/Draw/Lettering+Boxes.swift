/// The lines in a box, each with its letters.
struct BoxText {
    /// The title's lines, then the kind's, then the rule's.
    let lines: [(String, Lettering.Face)]
    /// How wide the box is, in pixels; even.
    let width: Int
    /// How high the box is, in pixels; even.
    let height: Int

    static let side = 12
    static let above = 9

    init(_ box: Drawing.Box) {
        let most = 190
        lines =
            Lettering.lines(box.title, .title, within: most).map { ($0, .title) }
            + Lettering.lines(box.kind, .kind, within: most).map { ($0, .kind) }
            + Lettering.lines(box.rule, .rule, within: most).map { ($0, .rule) }
        let widest = lines.map { Lettering.width($0.0, $0.1) }.max() ?? 0
        let high = lines.map(\.1.leading).reduce(0, +)
        width = max(110, (widest + 2 * BoxText.side + 1) / 2 * 2)
        height = (high + 2 * BoxText.above + 1) / 2 * 2
    }
}

/// The lines of a label, each with the style of its move.
struct LabelText {
    /// The lines.
    let lines: [(String, Drawing.Arrow.Style)]
    /// How wide the label is, in pixels; even.
    let width: Int
    /// How high the label is, in pixels; even.
    let height: Int

    static let side = 7
    static let above = 3

    init(_ arrow: Drawing.Arrow) {
        lines = arrow.moves.flatMap { move in
            Lettering.lines(move.label, .label, within: 116).map { ($0, move.style) }
        }
        let widest = lines.map { Lettering.width($0.0, .label) }.max() ?? 0
        width = (widest + 2 * LabelText.side + 1) / 2 * 2
        height = (lines.count * Lettering.Face.label.leading + 2 * LabelText.above + 1) / 2 * 2
    }
}
