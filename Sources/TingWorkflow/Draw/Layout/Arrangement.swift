/// What stands beside what in a drawing, before it is known how far down each row comes.
struct Arrangement {
    /// Where everything stands from the main way.
    let columns: Columns
    /// Where lines run across.
    let channels: Channels

    /// Arranges a drawing: the layers, then the orders with the fewest crossings, then the narrowest of these.
    init(_ drawing: Drawing) {
        let graph = LayoutGraph(drawing, Layering(drawing))
        let placed = LayoutOrder.best(graph).map { Columns($0) }
        columns = placed.min { $0.cost < $1.cost } ?? Columns(graph)
        channels = Channels(columns)
    }
}
