/// Which arrows lead back, and in which layer each box stands.
struct Layering {
    /// The layer of each box; 0 is the uppermost.
    private(set) var layers: [Int]
    /// For each arrow, whether it leads back to a layer above, or to the box it leaves.
    private(set) var leadsBack: [Bool]

    /// Finds the layers: an arrow leads back when it closes a circle with weightier ones.
    ///
    /// The arrows of the main way are the weightiest, then outcomes before
    /// actions and limits, and those that lead down the file before those that
    /// lead up.
    ///
    /// - Complexity: The square of the arrows.
    init(_ drawing: Drawing) {
        let arrows = drawing.arrows
        let count = drawing.boxes.count
        leadsBack = [Bool](repeating: true, count: arrows.count)
        func weight(_ index: Int) -> Int {
            let arrow = arrows[index]
            if arrow.isMain { return 0 }
            return (arrow.to > arrow.from ? 1 : 4) + arrow.style.rawValue
        }
        var below = [[Int]](repeating: [], count: count)
        for index in arrows.indices.sorted(by: { (weight($0), $0) < (weight($1), $1) }) {
            let arrow = arrows[index]
            guard arrow.from != arrow.to, arrow.to != drawing.first,
                !Layering.leads(from: arrow.to, to: arrow.from, below)
            else { continue }
            leadsBack[index] = false
            below[arrow.from].append(arrow.to)
        }
        layers = [Int](repeating: 0, count: count)
        // Without circles the longest way settles after as many rounds as there are boxes, mostly sooner.
        var isSettled = false
        while !isSettled {
            isSettled = true
            for box in 0..<count {
                for next in below[box] where layers[next] <= layers[box] {
                    layers[next] = layers[box] + 1
                    isSettled = false
                }
            }
        }
        sinkFinals(drawing)
    }

    /// Final states stand together at the bottom.
    private mutating func sinkFinals(_ drawing: Drawing) {
        let others = layers.indices.filter { drawing.boxes[$0].result == nil }.map { layers[$0] }
        let last = max(layers.max() ?? 0, (others.max() ?? -1) + 1)
        for box in layers.indices where drawing.boxes[box].result != nil { layers[box] = last }
    }

    private static func leads(from start: Int, to end: Int, _ below: [[Int]]) -> Bool {
        var seen = [Bool](repeating: false, count: below.count)
        var open = [start]
        while let box = open.popLast() {
            if box == end { return true }
            guard !seen[box] else { continue }
            seen[box] = true
            open += below[box]
        }
        return false
    }
}
