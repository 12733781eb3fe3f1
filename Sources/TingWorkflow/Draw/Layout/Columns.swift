/// Where each node stands from the main way, in pixels: negative at the left.
///
/// Nodes above each other that should form a straight line are one block: the
/// main way, the rails, the lanes, then single steps, as long as no two blocks
/// would have to pass each other. Blocks are set as near to the main way as
/// their neighbours in the rows let them, and then moved to the middle of what
/// they are linked to.
struct Columns {
    let graph: LayoutGraph
    /// The nodes of each row that take room, from left to right.
    let rows: [[Int]]
    /// The middle of each node.
    private(set) var middles: [Int]
    /// The block of each node, called by one of its nodes.
    private var blocks: [Int]
    /// The nodes of each block.
    private var members: [[Int]]
    /// For each block, the blocks next to it at its right.
    private var rights: [[Neighbour]]
    /// For each block, the blocks next to it at its left.
    private var lefts: [[Neighbour]]

    /// A block beside another, and how far apart their middles must be.
    private struct Neighbour {
        let block: Int
        var gap: Int
    }

    /// The columns of the order in which a graph was made.
    init(_ graph: LayoutGraph) { self.init(graph, rows: graph.rows) }

    /// The columns of an order.
    init(_ order: LayoutOrder) { self.init(order.graph, rows: order.rows) }

    private init(_ graph: LayoutGraph, rows: [[Int]]) {
        self.graph = graph
        self.rows = rows.map { row in
            row.filter { node in
                if case .turn = graph.nodes[node].thing { false } else { true }
            }
        }
        middles = [Int](repeating: 0, count: graph.nodes.count)
        blocks = Array(graph.nodes.indices)
        members = graph.nodes.indices.map { [$0] }
        rights = [[Neighbour]](repeating: [], count: graph.nodes.count)
        lefts = rights
        for row in self.rows {
            for (left, right) in zip(row, row.dropFirst()) { demand(left, right, gap(left, right)) }
        }
        for (upper, lower) in Alignment.steps(graph) { join(blocks[upper], blocks[lower]) }
        let positions = place()
        for node in middles.indices { middles[node] = positions[blocks[node]] }
    }

    private func gap(_ left: Int, _ right: Int) -> Int {
        let room = (graph.nodes[left].width + graph.nodes[right].width) / 2
        func isBox(_ node: Int) -> Bool { if case .box = graph.nodes[node].thing { true } else { false } }
        func isLine(_ node: Int) -> Bool { graph.nodes[node].width == LayoutGraph.lineWidth }
        if isBox(left) && isBox(right) { return room + 28 }
        return room + (isLine(left) && isLine(right) ? 12 : 14)
    }

    private mutating func demand(_ left: Int, _ right: Int, _ gap: Int) {
        Columns.demand(gap, of: right, in: &rights[left])
        Columns.demand(gap, of: left, in: &lefts[right])
    }

    private static func demand(_ gap: Int, of block: Int, in list: inout [Neighbour]) {
        if let index = list.firstIndex(where: { $0.block == block }) {
            list[index].gap = max(list[index].gap, gap)
        } else {
            list.append(Neighbour(block: block, gap: gap))
        }
    }

    /// Makes two blocks one, unless one must stand beside the other.
    private mutating func join(_ kept: Int, _ gone: Int) {
        guard kept != gone, !reaches(kept, gone), !reaches(gone, kept) else { return }
        for other in rights[gone] {
            lefts[other.block].removeAll { $0.block == gone }
            demand(kept, other.block, other.gap)
        }
        for other in lefts[gone] {
            rights[other.block].removeAll { $0.block == gone }
            demand(other.block, kept, other.gap)
        }
        rights[gone] = []
        lefts[gone] = []
        for node in members[gone] { blocks[node] = kept }
        members[kept] += members[gone]
        members[gone] = []
    }

    private func reaches(_ start: Int, _ end: Int) -> Bool {
        var seen = [Bool](repeating: false, count: blocks.count)
        var open = [start]
        while let block = open.popLast() {
            if block == end { return true }
            for next in rights[block] where !seen[next.block] {
                seen[next.block] = true
                open.append(next.block)
            }
        }
        return false
    }

    /// The middle of each block.
    private func place() -> [Int] {
        let order = sequence()
        let main = graph.nodes.indices.first { graph.nodes[$0].isMain }.map { blocks[$0] }
        var positions = [Int](repeating: 0, count: blocks.count)
        var isLeft = [Bool](repeating: false, count: blocks.count)
        for block in order.reversed() where block != main {
            isLeft[block] = rights[block].contains { $0.block == main || isLeft[$0.block] }
            guard isLeft[block] else { continue }
            let most = rights[block].filter { $0.block == main || isLeft[$0.block] }
            positions[block] = most.map { ($0.block == main ? 0 : positions[$0.block]) - $0.gap }.min() ?? 0
        }
        for block in order where block != main && !isLeft[block] {
            positions[block] = max(0, lefts[block].map { positions[$0.block] + $0.gap }.max() ?? 0)
        }
        relax(&positions, order, main)
        return positions
    }

    /// The blocks, each after those at its left.
    private func sequence() -> [Int] {
        var waiting = lefts.map(\.count)
        var ready = members.indices.filter { !members[$0].isEmpty && waiting[$0] == 0 }
        var order: [Int] = []
        var position = 0
        while position < ready.count {
            let block = ready[position]
            position += 1
            order.append(block)
            for next in rights[block].map(\.block).sorted() {
                waiting[next] -= 1
                if waiting[next] == 0 { ready.append(next) }
            }
        }
        return order
    }

    /// Moves blocks to the middle of what they are linked to, without making the whole wider.
    private func relax(_ positions: inout [Int], _ order: [Int], _ main: Int?) {
        var links = [[Int]](repeating: [], count: blocks.count)
        // A label stands by the box whose move it names.
        var sources: [Int: Int] = [:]
        for arrow in graph.drawing.arrows.indices {
            let (label, box) = (graph.labels[arrow], graph.boxes[graph.drawing.arrows[arrow].from])
            if members[blocks[label]].count == 1 { sources[blocks[label]] = blocks[box] }
        }
        var outer = [(low: Int, high: Int)](repeating: (0, 0), count: blocks.count)
        for (upper, lowers) in graph.down.enumerated() {
            for lower in lowers where blocks[upper] != blocks[lower] {
                links[blocks[upper]].append(blocks[lower])
                links[blocks[lower]].append(blocks[upper])
            }
        }
        for (node, block) in blocks.enumerated() {
            let half = graph.nodes[node].width / 2
            outer[block] = (max(outer[block].low, half), max(outer[block].high, half))
        }
        let low = order.map { positions[$0] - outer[$0].low }.min() ?? 0
        let high = order.map { positions[$0] + outer[$0].high }.max() ?? 0
        for round in 0..<8 {
            for block in round % 2 == 0 ? order : order.reversed() where block != main {
                let linked = sources[block].map { [$0] } ?? links[block]
                let near = linked.map { positions[$0] }.sorted()
                guard !near.isEmpty else { continue }
                let least =
                    lefts[block].map { positions[$0.block] + $0.gap }.max() ?? (low + outer[block].low)
                let most =
                    rights[block].map { positions[$0.block] - $0.gap }.min() ?? (high - outer[block].high)
                guard least <= most else { continue }
                let wanted = (near[(near.count - 1) / 2] + near[near.count / 2]) / 2
                positions[block] = min(max(wanted, least), most)
            }
        }
    }

    /// How far everything reaches to the left.
    var left: Int { middles.indices.map { middles[$0] - graph.nodes[$0].width / 2 }.min() ?? 0 }
    /// How far everything reaches to the right.
    var right: Int { middles.indices.map { middles[$0] + graph.nodes[$0].width / 2 }.max() ?? 0 }

    /// What is to be small: the width, and how far lines run across.
    var cost: Int {
        var across = 0
        for (upper, lowers) in graph.down.enumerated() {
            for lower in lowers { across += abs(middles[upper] - middles[lower]) }
        }
        return 4 * (right - left) + across
    }
}
