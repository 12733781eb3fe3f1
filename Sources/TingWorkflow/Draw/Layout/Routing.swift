/// Where rows and tracks stand from the top, and the corners of all lines.
struct Routing {
    private let columns: Columns
    private let channels: Channels
    private var graph: LayoutGraph { columns.graph }
    /// The upper side of each row.
    private var tops: [Int] = []
    /// How high each row is.
    private var heights: [Int] = []
    private let origin: Int
    let width: Int
    private(set) var height = 0
    private(set) var boxes: [Layout.Rectangle] = []
    private(set) var labels: [Layout.Rectangle] = []
    private(set) var routes: [[Layout.Point]] = []
    private(set) var start: Layout.Point?

    /// From one track to the next.
    static let trackGap = 10
    /// From a row to the first track below it.
    static let below = 9
    /// From the last track to the row of labels below it.
    static let aboveLabels = 9
    /// From the last track to the row of boxes below it: room for the heads of arrows.
    static let aboveBoxes = 15

    init(_ columns: Columns, _ channels: Channels, _ sheets: Layout.Sheets?) {
        self.columns = columns
        self.channels = channels
        origin = -columns.left
        width = columns.right - columns.left
        var y = 0
        for (row, nodes) in columns.rows.enumerated() {
            let high = nodes.map { columns.graph.nodes[$0].height }.max() ?? 0
            if let sheets, high > 0 { y = Routing.uncut(y, high, sheets, width) }
            tops.append(y)
            heights.append(high)
            y += high
            guard row + 1 < columns.rows.count else { continue }
            let end = row % 2 == 0 ? Routing.aboveBoxes : Routing.aboveLabels
            y += Routing.below + max(0, channels.counts[row] - 1) * Routing.trackGap + end
        }
        height = y
        boxes = graph.boxes.map(rectangle)
        labels = graph.labels.map(rectangle)
        if let first = graph.drawing.first {
            start = Layout.Point(x: x(graph.boxes[first]), y: tops[0] + heights[0] / 2)
        }
        routes = graph.drawing.arrows.indices.map { index in
            graph.layering.leadsBack[index] ? back(index) : forward(index)
        }
    }

    /// How far down a row must stand so that no edge of a sheet cuts it.
    private static func uncut(_ y: Int, _ high: Int, _ sheets: Layout.Sheets, _ width: Int) -> Int {
        let sheet = (width + sheets.beside) * sheets.height / sheets.width
        let (top, bottom) = (y + sheets.above - 10, y + high + sheets.above + 10)
        guard sheet > 2 * high, top / sheet != bottom / sheet else { return y }
        return y + bottom / sheet * sheet - top
    }

    private func x(_ node: Int) -> Int { columns.middles[node] + origin }

    private func rectangle(_ node: Int) -> Layout.Rectangle {
        let item = graph.nodes[node]
        return Layout.Rectangle(
            left: x(node) - item.width / 2, top: tops[item.row] + (heights[item.row] - item.height) / 2,
            width: item.width, height: item.height)
    }

    /// The height at which a net runs across in the channel below a row.
    private func y(_ owner: Channels.Owner, below row: Int) -> Int {
        let track = channels.tracks[row][owner] ?? 0
        return tops[row] + heights[row] + Routing.below + track * Routing.trackGap
    }

    private func forward(_ index: Int) -> [Layout.Point] {
        let arrow = graph.drawing.arrows[index]
        let end = boxes[arrow.to]
        var line = Line(from: Layout.Point(x: boxes[arrow.from].centre, y: boxes[arrow.from].bottom))
        let first = graph.row(of: arrow.from)
        line.turn(to: x(graph.labels[index]), at: y(.source(arrow.from), below: first))
        for row in (first + 1)..<graph.row(of: arrow.to) {
            let next = graph.rail(to: arrow.to, row: row + 1).map(x) ?? end.centre
            line.turn(to: next, at: y(.target(arrow.to), below: row))
        }
        return line.finish(at: Layout.Point(x: end.centre, y: end.top))
    }

    private func back(_ index: Int) -> [Layout.Point] {
        let arrow = graph.drawing.arrows[index]
        let end = boxes[arrow.to]
        var line = Line(from: Layout.Point(x: boxes[arrow.from].centre, y: boxes[arrow.from].bottom))
        let bottom = graph.row(of: arrow.from)
        let top = graph.row(of: arrow.to)
        line.turn(to: x(graph.labels[index]), at: y(.source(arrow.from), below: bottom))
        for row in stride(from: bottom - 1, through: top, by: -1) {
            guard let node = graph.lane(of: index, row: row) else { continue }
            line.turn(to: x(node), at: y(.lane(index), below: row))
        }
        line.turn(to: end.centre, at: y(.target(arrow.to), below: top - 1))
        return line.finish(at: Layout.Point(x: end.centre, y: end.top))
    }

    /// A line that grows corner by corner.
    private struct Line {
        private var points: [Layout.Point]

        init(from start: Layout.Point) { points = [start] }

        /// Goes up or down to a height, and there across.
        mutating func turn(to x: Int, at y: Int) {
            guard let last = points.last, last.x != x else { return }
            points.append(Layout.Point(x: last.x, y: y))
            points.append(Layout.Point(x: x, y: y))
        }

        func finish(at end: Layout.Point) -> [Layout.Point] { points + [end] }
    }
}
