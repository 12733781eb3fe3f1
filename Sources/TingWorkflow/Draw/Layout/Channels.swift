/// The tracks on which lines run across between two rows.
///
/// Lines that leave the same box, lines to the same box, and the parts of a
/// line that leads back are each one net, with one track in a channel. A net
/// that comes from above where another goes down has its track above the
/// other's, so that no line runs over another; beyond that, the order with the
/// fewest crossings is taken.
struct Channels {
    /// What a net belongs to.
    enum Owner: Hashable {
        /// The box whose moves it carries.
        case source(Int)
        /// The box to which it leads.
        case target(Int)
        /// An arrow that leads back.
        case lane(Int)
    }

    /// The lines of one owner in one channel.
    struct Net {
        let owner: Owner
        /// Where it is joined from above.
        var tops: [Int] = []
        /// Where it goes down.
        var bottoms: [Int] = []

        /// From where to where it runs across.
        var span: ClosedRange<Int> {
            let all = tops + bottoms
            let low = all.min() ?? 0
            return low...max(low, all.max() ?? 0)
        }
        /// Whether it runs across at all.
        var isAcross: Bool { span.lowerBound < span.upperBound }
    }

    /// For each channel, the number of the track of each net that runs across; 0 is the uppermost.
    private(set) var tracks: [[Owner: Int]] = []
    /// For each channel, how many tracks it has.
    private(set) var counts: [Int] = []

    /// How far apart two lines must be.
    static let clearance = 8

    /// The channels below all rows but the last.
    init(_ columns: Columns) {
        for row in columns.rows.indices.dropLast() {
            let nets = Channels.nets(columns, below: row).filter(\.isAcross)
            let levels = Channels.levels(Channels.ordered(nets))
            tracks.append(levels)
            counts.append((levels.values.max() ?? -1) + 1)
        }
    }

    private static func nets(_ columns: Columns, below row: Int) -> [Net] {
        let graph = columns.graph
        let arrows = graph.drawing.arrows
        var nets: [Net] = []
        func net(_ owner: Owner) -> Int {
            if let index = nets.firstIndex(where: { $0.owner == owner }) { return index }
            nets.append(Net(owner: owner))
            return nets.count - 1
        }
        let isBelowBoxes = row % 2 == 1
        func lane(_ arrow: Int, at own: Int) -> Owner {
            let end = isBelowBoxes ? arrows[arrow].from : arrows[arrow].to
            guard graph.row(of: end) == own, isBelowBoxes == (own == row) else { return .lane(arrow) }
            return isBelowBoxes ? .source(end) : .target(end)
        }
        func owner(_ node: Int) -> Owner? {
            let own = graph.nodes[node].row
            switch graph.nodes[node].thing {
            case .start: return graph.drawing.first.map { .target($0) }
            case .box(let box): return isBelowBoxes ? .source(box) : .target(box)
            case .label(let arrow):
                if graph.layering.leadsBack[arrow] { return lane(arrow, at: own) }
                return isBelowBoxes ? .source(arrows[arrow].from) : .target(arrows[arrow].to)
            case .rail(let box): return .target(box)
            case .lane(let arrow): return lane(arrow, at: own)
            case .turn: return nil
            }
        }
        for node in columns.rows[row] {
            if let owner = owner(node) { nets[net(owner)].tops.append(columns.middles[node]) }
        }
        for node in columns.rows[row + 1] {
            if let owner = owner(node) { nets[net(owner)].bottoms.append(columns.middles[node]) }
        }
        return nets
    }

    /// What it costs when one net runs above another: crossings, and dearly where one would lie on the other.
    private static func cost(_ upper: Net, above lower: Net) -> Int {
        var cost = 0
        for bottom in upper.bottoms {
            if lower.span.contains(bottom) { cost += 1 }
            if lower.tops.contains(where: { abs($0 - bottom) < clearance }) { cost += 1000 }
        }
        for top in lower.tops where upper.span.contains(top) { cost += 1 }
        return cost
    }

    /// The nets from the uppermost to the lowest.
    private static func ordered(_ nets: [Net]) -> [Net] {
        let costs = nets.map { upper in nets.map { cost(upper, above: $0) } }
        var places = Array(nets.indices)
        // Each net is moved past others as long as that makes the whole cheaper.
        var isBetter = true
        while isBetter {
            isBetter = false
            for from in places.indices {
                let net = places[from]
                var best = (to: from, gain: 0)
                var gain = 0
                for to in places.indices[(from + 1)...] {
                    gain += costs[net][places[to]] - costs[places[to]][net]
                    if gain > best.gain { best = (to, gain) }
                }
                gain = 0
                for to in places.indices[..<from].reversed() {
                    gain += costs[places[to]][net] - costs[net][places[to]]
                    if gain > best.gain { best = (to, gain) }
                }
                guard best.to != from else { continue }
                places.insert(places.remove(at: from), at: best.to)
                isBetter = true
            }
        }
        return places.map { nets[$0] }
    }

    /// The track of each net: as far up as those above it in the order leave room.
    private static func levels(_ nets: [Net]) -> [Owner: Int] {
        var levels: [Owner: Int] = [:]
        for (index, net) in nets.enumerated() {
            var level = 0
            for other in nets[..<index] {
                let isApart =
                    other.span.upperBound + clearance <= net.span.lowerBound
                    || net.span.upperBound + clearance <= other.span.lowerBound
                if !isApart { level = max(level, (levels[other.owner] ?? 0) + 1) }
            }
            levels[net.owner] = level
        }
        return levels
    }
}
