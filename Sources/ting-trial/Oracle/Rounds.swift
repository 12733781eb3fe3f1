/// The groups of situations that lead to one another, by Tarjan's method without recursion.
///
/// - Source: Tarjan 1972, Depth-first search and linear graph algorithms.
/// - Complexity: O(situations + steps).
struct Rounds {
    /// The group of each place; a group comes before every group that leads to it.
    private(set) var groups: [Int]
    /// How many groups there are.
    private(set) var count = 0

    /// Finds the groups of a graph given by the places each place leads to.
    init(_ targets: [[Int]]) {
        let size = targets.count
        groups = [Int](repeating: -1, count: size)
        var order = [Int](repeating: -1, count: size)
        var low = [Int](repeating: 0, count: size)
        var isOpen = [Bool](repeating: false, count: size)
        var open: [Int] = []
        var found = 0
        for root in 0..<size where order[root] < 0 {
            var trail = [(place: root, next: 0)]
            while let (place, next) = trail.last {
                if next == 0 {
                    order[place] = found
                    low[place] = found
                    found += 1
                    open.append(place)
                    isOpen[place] = true
                }
                if next < targets[place].count {
                    trail[trail.count - 1].next += 1
                    let target = targets[place][next]
                    if order[target] < 0 {
                        trail.append((target, 0))
                    } else if isOpen[target] {
                        low[place] = min(low[place], order[target])
                    }
                    continue
                }
                trail.removeLast()
                if let above = trail.last?.place { low[above] = min(low[above], low[place]) }
                guard low[place] == order[place] else { continue }
                while let member = open.popLast() {
                    isOpen[member] = false
                    groups[member] = count
                    if member == place { break }
                }
                count += 1
            }
        }
    }
}
