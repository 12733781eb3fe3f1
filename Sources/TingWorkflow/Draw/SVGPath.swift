/// The lines of a picture as paths with rounded corners.
enum SVGPath {
    /// A line as it is drawn.
    struct Cut {
        /// Its corners.
        var points: [Layout.Point]
        /// Whether it ends in another line to the same box, which has the head.
        var isJoined: Bool
    }

    /// How far corners are rounded.
    static let radius = 7

    /// The lines without the parts that another line to the same box draws, so that dashes do not blur.
    ///
    /// - Parameter order: The arrows; what comes first is drawn as a whole.
    static func cuts(_ drawing: Drawing, _ routes: [[Layout.Point]], order: [Int]) -> [Cut] {
        var cuts = routes.map { Cut(points: $0, isJoined: false) }
        var done: [Int: [Int]] = [:]
        for index in order {
            let target = drawing.arrows[index].to
            for other in done[target] ?? [] {
                guard let cut = cut(routes[index], joining: routes[other]) else { continue }
                if !cuts[index].isJoined || cut.count < cuts[index].points.count
                    || length(cut) < length(cuts[index].points)
                {
                    cuts[index] = Cut(points: cut, isJoined: true)
                }
            }
            done[target, default: []].append(index)
        }
        cutBeginnings(&cuts, drawing, routes, order)
        return cuts
    }

    /// Leaves out what a longer line out of the same box draws, so that colours do not lie on each other.
    private static func cutBeginnings(
        _ cuts: inout [Cut], _ drawing: Drawing, _ routes: [[Layout.Point]], _ order: [Int]
    ) {
        for index in order where !drawing.arrows[index].isMain {
            let mine = drawing.arrows[index]
            var best = cuts[index].points
            for other in order where other != index && drawing.arrows[other].from == mine.from {
                let theirs = drawing.arrows[other]
                let isFurther = abs(reach(routes[other])) > abs(reach(routes[index]))
                guard isFurther, !theirs.isMain, theirs.style.rawValue <= mine.style.rawValue,
                    let cut = cut(cuts[index].points.reversed(), joining: routes[other].reversed()),
                    length(cut) < length(best)
                else { continue }
                best = cut.reversed()
            }
            cuts[index].points = best
        }
    }

    /// How far a line goes across below the box it leaves; negative to the left.
    private static func reach(_ line: [Layout.Point]) -> Int { line.count > 2 ? line[2].x - line[0].x : 0 }

    /// A line up to where it joins another that ends at the same point, and a little on for the curve.
    private static func cut(_ line: [Layout.Point], joining other: [Layout.Point]) -> [Layout.Point]? {
        var mine = line.count - 1
        var theirs = other.count - 1
        guard mine > 0, theirs > 0, line[mine] == other[theirs] else { return nil }
        var join = line[mine]
        while mine > 0, theirs > 0 {
            let (next, their) = (line[mine - 1], other[theirs - 1])
            let (way, theirWay) = (direction(join, next), direction(join, their))
            guard way == theirWay else { break }
            let (far, theirFar) = (distance(join, next), distance(join, their))
            join = far <= theirFar ? next : their
            if far <= theirFar { mine -= 1 }
            if theirFar <= far { theirs -= 1 }
            if far != theirFar { break }
        }
        guard join != line[line.count - 1] else { return nil }
        var points = Array(line[..<mine])
        if points.last != join { points.append(join) }
        guard points.count > 1 else { return nil }
        // The curve turns into the other line, so the cut lies a little further on.
        if mine < line.count, join == line[mine], mine + 1 < line.count {
            let ahead = line[mine + 1]
            let step = min(radius, distance(join, ahead))
            let (dx, dy) = direction(join, ahead)
            points.append(Layout.Point(x: join.x + dx * step, y: join.y + dy * step))
        }
        return points
    }

    private static func direction(_ from: Layout.Point, _ to: Layout.Point) -> (Int, Int) {
        ((to.x - from.x).signum(), (to.y - from.y).signum())
    }

    private static func distance(_ from: Layout.Point, _ to: Layout.Point) -> Int {
        abs(to.x - from.x) + abs(to.y - from.y)
    }

    private static func length(_ points: [Layout.Point]) -> Int {
        zip(points, points.dropFirst()).reduce(0) { $0 + distance($1.0, $1.1) }
    }

    /// The path through some corners.
    static func text(_ points: [Layout.Point], left: Int, top: Int) -> String {
        let points = points.map { Layout.Point(x: $0.x + left, y: $0.y + top) }
        guard let first = points.first, let last = points.last, points.count > 1 else { return "" }
        var text = "M\(first.x) \(first.y)"
        for index in points.indices.dropFirst().dropLast() {
            let (before, corner, after) = (points[index - 1], points[index], points[index + 1])
            let round = min(radius, distance(before, corner) / 2, distance(corner, after) / 2)
            let (inX, inY) = direction(corner, before)
            let (outX, outY) = direction(corner, after)
            text += "L\(corner.x + inX * round) \(corner.y + inY * round)"
            text += "Q\(corner.x) \(corner.y) \(corner.x + outX * round) \(corner.y + outY * round)"
        }
        return text + "L\(last.x) \(last.y)"
    }
}
