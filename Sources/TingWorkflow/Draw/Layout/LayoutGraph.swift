/// The nodes of a layout, row by row, and the links between neighbouring rows.
///
/// Boxes stand in the odd rows, labels in the even ones between them; row 0
/// holds the mark of the beginning. A line that passes a row has a node there:
/// one rail for all lines to the same box, one lane for each line that leads back.
struct LayoutGraph {
    /// What a node stands for.
    enum Thing: Hashable {
        /// The mark of the beginning.
        case start
        /// A box.
        case box(Int)
        /// The label of an arrow.
        case label(Int)
        /// The lines that run down to a box.
        case rail(Int)
        /// The line of an arrow that runs up.
        case lane(Int)
        /// Where such a line turns; takes no room.
        case turn(Int)
    }

    /// A node.
    struct Node {
        /// What it stands for.
        let thing: Thing
        /// Its row.
        let row: Int
        /// How wide it is.
        let width: Int
        /// How high it is.
        let height: Int
        /// Whether it is on the main way.
        var isMain: Bool
    }

    let drawing: Drawing
    let layering: Layering
    private(set) var nodes: [Node] = []
    /// The nodes of each row; the order is found later.
    private(set) var rows: [[Int]] = []
    /// The nodes in the row below to which a node is linked.
    private(set) var down: [[Int]] = []
    /// The nodes in the row above to which a node is linked.
    private(set) var up: [[Int]] = []
    /// The node of each box.
    private(set) var boxes: [Int] = []
    /// The node of each arrow's label.
    private(set) var labels: [Int] = []
    private var rails: [Place: Int] = [:]
    private var lanes: [Place: Int] = [:]

    private struct Place: Hashable {
        let owner: Int
        let row: Int
    }

    /// The nodes and links of a drawing.
    init(_ drawing: Drawing, _ layering: Layering) {
        self.drawing = drawing
        self.layering = layering
        let last = layering.layers.max() ?? 0
        // Below the last row of boxes there is another only where a line back begins there.
        let turns = drawing.arrows.contains { layering.layers[$0.from] == last }
        rows = [[Int]](repeating: [], count: 2 * last + (turns ? 3 : 2))
        let mainBoxes = Set(drawing.arrows.filter(\.isMain).flatMap { [$0.from, $0.to] })
        let texts = drawing.boxes.map(BoxText.init)
        let high = zip(drawing.boxes, texts).filter { $0.0.result != nil }.map(\.1.height).max() ?? 0
        for (index, box) in drawing.boxes.enumerated() {
            // The ends are equally high, as they stand in one row.
            let height = box.result == nil ? texts[index].height : high
            boxes.append(
                add(
                    .box(index), 2 * layering.layers[index] + 1, texts[index].width, height,
                    isMain: mainBoxes.contains(index) || index == drawing.first))
        }
        if let first = drawing.first { link(add(.start, 0, 14, 14, isMain: true), boxes[first]) }
        for (index, arrow) in drawing.arrows.enumerated() {
            layering.leadsBack[index] ? addBack(index, arrow) : addForward(index, arrow)
        }
    }

    /// The rail to a box in a row; nil when there is none.
    func rail(to box: Int, row: Int) -> Int? { rails[Place(owner: box, row: row)] }
    /// The lane of an arrow in a row; nil when there is none.
    func lane(of arrow: Int, row: Int) -> Int? { lanes[Place(owner: arrow, row: row)] }
    /// The row of a box.
    func row(of box: Int) -> Int { 2 * layering.layers[box] + 1 }

    private mutating func addForward(_ index: Int, _ arrow: Drawing.Arrow) {
        let text = LabelText(arrow)
        let start = row(of: arrow.from)
        let label = add(.label(index), start + 1, text.width, text.height, isMain: arrow.isMain)
        labels.append(label)
        link(boxes[arrow.from], label)
        var above = label
        for row in (start + 2)..<max(start + 2, row(of: arrow.to)) {
            let node = rail(arrow.to, row)
            if arrow.isMain { nodes[node].isMain = true }
            link(above, node)
            above = node
        }
        link(above, boxes[arrow.to])
    }

    private mutating func addBack(_ index: Int, _ arrow: Drawing.Arrow) {
        let text = LabelText(arrow)
        let bottom = row(of: arrow.from)
        let top = row(of: arrow.to)
        var below = -1
        if bottom + 1 < rows.count {
            below = add(.turn(index), bottom + 1, 0, 0, isMain: false)
            link(boxes[arrow.from], below)
        }
        for row in stride(from: bottom, through: top, by: -1) {
            let node =
                row == bottom
                ? add(.label(index), row, text.width, text.height, isMain: false)
                : add(.lane(index), row, LayoutGraph.lineWidth, 0, isMain: false)
            lanes[Place(owner: index, row: row)] = node
            if row == bottom { labels.append(node) }
            if below >= 0 { link(node, below) }
            below = node
        }
        let turn = add(.turn(index), top - 1, 0, 0, isMain: false)
        link(turn, below)
        link(turn, boxes[arrow.to])
    }

    private mutating func rail(_ box: Int, _ row: Int) -> Int {
        let place = Place(owner: box, row: row)
        if let node = rails[place] { return node }
        let node = add(.rail(box), row, LayoutGraph.lineWidth, 0, isMain: false)
        rails[place] = node
        return node
    }

    private mutating func add(_ thing: Thing, _ row: Int, _ width: Int, _ height: Int, isMain: Bool) -> Int {
        nodes.append(Node(thing: thing, row: row, width: width, height: height, isMain: isMain))
        rows[row].append(nodes.count - 1)
        down.append([])
        up.append([])
        return nodes.count - 1
    }

    private mutating func link(_ upper: Int, _ lower: Int) {
        guard !down[upper].contains(lower) else { return }
        down[upper].append(lower)
        up[lower].append(upper)
    }

    /// How much room a line takes in a row.
    static let lineWidth = 4
}
