/// The order of the nodes in each row, with few crossings of their links.
///
/// Each row is sorted by where the neighbours of its nodes stand on average,
/// down and up again, and neighbours are exchanged where that saves a
/// crossing. Positions are counted from the main way, so that what stands at
/// its left stays there.
struct LayoutOrder {
    let graph: LayoutGraph
    private let up: [[Int]]
    private let down: [[Int]]
    private(set) var rows: [[Int]]
    /// The place of each node from the main way of its row: negative at the left.
    private var places: [Int]

    /// The orders with the fewest crossings among those tried, a few at most.
    static func best(_ graph: LayoutGraph) -> [LayoutOrder] {
        let arms = LayoutOrder.arms(graph)
        let bits = min(arms.count, graph.nodes.count > 150 ? 3 : 4)
        var best: [LayoutOrder] = []
        var fewest = Int.max
        for sides in 0..<(1 << bits) {
            var order = LayoutOrder(graph, arms: arms, sides: sides)
            let crossings = order.improve()
            if crossings < fewest {
                fewest = crossings
                best = []
            }
            if crossings == fewest, best.count < 4, !best.contains(where: { $0.rows == order.rows }) {
                best.append(order)
            }
        }
        return best
    }

    /// What can be put at either side as a whole: ends beside the main way, other states, lines back.
    private static func arms(_ graph: LayoutGraph) -> [[Int]] {
        var arms: [[Int]] = []
        var others: [Int] = []
        for (box, node) in graph.boxes.enumerated() where !graph.nodes[node].isMain {
            if graph.drawing.boxes[box].result == nil { others.append(box) } else { arms.append([box]) }
        }
        // Those that little leads to are put to the left first: they leave the room at the right to the others.
        if !others.isEmpty { arms.append(others) }
        return arms
    }

    private init(_ graph: LayoutGraph, arms: [[Int]], sides: Int) {
        self.graph = graph
        up = graph.up
        down = graph.down
        rows = graph.rows
        places = [Int](repeating: 0, count: graph.nodes.count)
        var side = [Int](repeating: 0, count: graph.drawing.boxes.count)
        for (bit, arm) in arms.enumerated() {
            for box in arm { side[box] = bit < 5 && sides >> bit & 1 == 1 ? -1 : 1 }
        }
        // Lines that begin further up run further out.
        var begins = [Int](repeating: Int.max, count: side.count)
        for (index, arrow) in graph.drawing.arrows.enumerated() where !graph.layering.leadsBack[index] {
            begins[arrow.to] = min(begins[arrow.to], graph.layering.layers[arrow.from])
        }
        let depth = graph.rows.count
        func key(_ node: Int) -> Int {
            if graph.nodes[node].isMain { return 0 }
            switch graph.nodes[node].thing {
            case .start: return 0
            case .box(let box), .rail(let box): return side[box] * (2 + max(0, depth - begins[box]))
            case .label(let arrow):
                if graph.layering.leadsBack[arrow] { return depth * 2 }
                let target = graph.drawing.arrows[arrow].to
                let sideways = side[target] == 0 ? 1 : side[target]
                return sideways * (1 + max(0, depth - begins[target]))
            case .lane, .turn: return depth * 2
            }
        }
        for row in rows.indices {
            rows[row] = LayoutOrder.sorted(rows[row], by: key)
            settle(row)
        }
    }

    private static func sorted(_ row: [Int], by key: (Int) -> Int) -> [Int] {
        let keyed = row.enumerated().map { (key($0.element), $0.offset, $0.element) }
        return keyed.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    }

    private mutating func settle(_ row: Int) {
        let middle = rows[row].firstIndex { graph.nodes[$0].isMain } ?? rows[row].count / 2
        for (index, node) in rows[row].enumerated() { places[node] = index - middle }
    }

    /// Sorts down and up until nothing is gained; returns the crossings left.
    private mutating func improve() -> Int {
        exchange()
        var best = rows
        var fewest = crossings
        var idle = 0
        for round in 0..<12 where fewest > 0 && idle < 3 {
            let downwards = round % 2 == 0
            let order = downwards ? Array(rows.indices) : Array(rows.indices.reversed())
            for row in order { sort(row, by: downwards ? up : down) }
            exchange()
            let now = crossings
            idle = now < fewest ? 0 : idle + 1
            if now < fewest {
                fewest = now
                best = rows
            }
        }
        rows = best
        for row in rows.indices { settle(row) }
        return fewest
    }

    private mutating func sort(_ row: Int, by neighbours: [[Int]]) {
        let places = places
        rows[row] = LayoutOrder.sorted(rows[row]) { node in
            let near = neighbours[node]
            if near.isEmpty || graph.nodes[node].isMain { return places[node] * 840 }
            return near.reduce(0) { $0 + places[$1] * 840 } / near.count
        }
        settle(row)
    }

    /// Exchanges neighbours in a row as long as that saves a crossing.
    private mutating func exchange() {
        for _ in 0..<6 {
            var hasChanged = false
            for row in rows.indices {
                for index in rows[row].indices.dropLast() {
                    let left = rows[row][index]
                    let right = rows[row][index + 1]
                    guard saving(left, right) > 0 else { continue }
                    rows[row].swapAt(index, index + 1)
                    if graph.nodes[left].isMain || graph.nodes[right].isMain {
                        settle(row)
                    } else {
                        places.swapAt(left, right)
                    }
                    hasChanged = true
                }
            }
            if !hasChanged { return }
        }
    }

    /// How many crossings fewer there are when two neighbours change places.
    private func saving(_ left: Int, _ right: Int) -> Int {
        balance(up[left], up[right]) + balance(down[left], down[right])
    }

    /// How many pairs have the first at the right of the second, less those that have it at the left.
    private func balance(_ first: [Int], _ second: [Int]) -> Int {
        var balance = 0
        for near in first {
            for other in second { balance += (places[near] - places[other]).signum() }
        }
        return balance
    }

    /// How many pairs of links cross.
    private var crossings: Int {
        var count = 0
        for row in rows {
            // With those of each node ascending, two links cross where a later one ends further to the left.
            var ends: [Int] = []
            for node in row { ends += down[node].map { places[$0] }.sorted() }
            for (index, end) in ends.enumerated() {
                for later in ends[(index + 1)...] where later < end { count += 1 }
            }
        }
        return count
    }
}
