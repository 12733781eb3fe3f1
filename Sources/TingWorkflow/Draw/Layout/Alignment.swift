/// Which nodes should stand right above each other, the most important pairs first.
enum Alignment {
    static func steps(_ graph: LayoutGraph) -> [(Int, Int)] {
        var main: [(Int, Int)] = []
        var lines: [(Int, Int)] = []
        var ends: [(Int, Int)] = []
        var single: [(Int, Int)] = []
        var rest: [(Int, Int)] = []
        for (upper, lowers) in graph.down.enumerated() {
            for lower in lowers {
                let step = (upper, lower)
                let nodes = (graph.nodes[upper], graph.nodes[lower])
                switch (nodes.0.thing, nodes.1.thing) {
                case (.turn, _), (_, .turn): continue
                case _ where nodes.0.isMain && nodes.1.isMain: main.append(step)
                case (.rail, .rail), (.lane, .lane), (.lane, .label): lines.append(step)
                case (.rail, .box): ends.append(step)
                case (.label, .box), (.box, .label): single.append(step)
                default: rest.append(step)
                }
            }
        }
        return main + lines + ends + single + rest
    }
}
