/// The way that a procedure is for: the shortest one from the first state to an adoption.
enum MainWay {
    /// The indexes of its arrows, in order; empty when no final state can be reached.
    ///
    /// Where nothing is ever adopted, it is the way to the final state that is
    /// reached soonest. Among ways of the same length, outcomes come before
    /// actions, and earlier arrows before later ones.
    ///
    /// - Complexity: Linear in the boxes times the arrows.
    static func arrows(from first: Int?, _ results: [FinalKind.Result?], _ arrows: [Drawing.Arrow]) -> [Int] {
        guard let first else { return [] }
        var outgoing = [[Int]](repeating: [], count: results.count)
        for style in Drawing.Arrow.Style.allCases {
            for (index, arrow) in arrows.enumerated() where arrow.style == style && arrow.from != arrow.to {
                outgoing[arrow.from].append(index)
            }
        }
        var cameBy: [Int: Int] = [:]
        var queue = [first]
        var seen: Set<Int> = [first]
        var position = 0
        while position < queue.count {
            let box = queue[position]
            position += 1
            for index in outgoing[box] where seen.insert(arrows[index].to).inserted {
                cameBy[arrows[index].to] = index
                queue.append(arrows[index].to)
            }
        }
        let end = queue.first { results[$0] == .adopted } ?? queue.first { results[$0] != nil }
        guard var box = end else { return [] }
        var way: [Int] = []
        while let index = cameBy[box] {
            way.append(index)
            box = arrows[index].from
        }
        return way.reversed()
    }
}
