import TingWorkflow

/// What is wrong with a layout, looked at from outside.
enum LayoutFaults {
    /// A part of a line, from corner to corner.
    private struct Stretch {
        let arrow: Int
        let from: Layout.Point
        let to: Layout.Point

        var area: Layout.Rectangle {
            Layout.Rectangle(
                left: min(from.x, to.x), top: min(from.y, to.y), width: abs(from.x - to.x),
                height: abs(from.y - to.y))
        }
        var isUpright: Bool { from.x == to.x }
        /// How far from the edge it runs.
        var depth: Int { isUpright ? from.x : from.y }
    }

    /// What lies on something else, comes apart, or sticks out; empty when all is well.
    static func of(_ drawing: Drawing, _ layout: Layout) -> [String] {
        var faults: [String] = []
        func check(_ isFine: Bool, _ text: @autoclosure () -> String) { if !isFine { faults.append(text()) } }
        let places =
            layout.boxes.enumerated().map { ("box \($0.offset)", $0.element) }
            + layout.labels.enumerated().map { ("label \($0.offset)", $0.element) }
        for (index, (name, place)) in places.enumerated() {
            let isInside = place.left >= 0 && place.top >= 0 && place.right <= layout.width
            check(isInside && place.bottom <= layout.height, "\(name) sticks out")
            for (other, second) in places[(index + 1)...] {
                check(!overlap(place, second), "\(name) lies on \(other)")
            }
        }
        let stretches = layout.routes.enumerated().flatMap { arrow, route in
            zip(route, route.dropFirst()).map { Stretch(arrow: arrow, from: $0, to: $1) }
        }
        for stretch in stretches {
            let isStraight = stretch.from.x == stretch.to.x || stretch.from.y == stretch.to.y
            check(isStraight, "line \(stretch.arrow) is aslant")
            for (box, place) in layout.boxes.enumerated() {
                check(!overlap(stretch.area, place), "line \(stretch.arrow) runs through box \(box)")
            }
            for (label, place) in layout.labels.enumerated() where label != stretch.arrow {
                let isOn = overlap(stretch.area, place)
                check(!isOn, "line \(stretch.arrow) runs through label \(label)")
            }
        }
        for isUpright in [true, false] {
            let side = stretches.filter { $0.isUpright == isUpright }.sorted { $0.depth < $1.depth }
            for (index, one) in side.enumerated() {
                for two in side[(index + 1)...] {
                    if two.depth - one.depth >= 5 { break }
                    guard !mayJoin(drawing, one, two), runTogether(one, two) else { continue }
                    faults.append("lines \(one.arrow) and \(two.arrow) run together")
                }
            }
        }
        for (index, arrow) in drawing.arrows.enumerated() {
            let route = layout.routes[index]
            let (from, to) = (layout.boxes[arrow.from], layout.boxes[arrow.to])
            let begins = route.first == Layout.Point(x: from.centre, y: from.bottom)
            check(begins && route.last == Layout.Point(x: to.centre, y: to.top), "line \(index) comes loose")
            let label = layout.labels[index]
            let isOnLine = stretches.contains {
                $0.arrow == index && $0.isUpright && $0.from.x == label.centre
                    && min($0.from.y, $0.to.y) <= label.top && max($0.from.y, $0.to.y) >= label.bottom
            }
            check(isOnLine, "label \(index) is not on its line")
        }
        return faults
    }

    /// Lines out of one box may begin together, and lines to one box may end together.
    private static func mayJoin(_ drawing: Drawing, _ one: Stretch, _ two: Stretch) -> Bool {
        let (first, second) = (drawing.arrows[one.arrow], drawing.arrows[two.arrow])
        return first.from == second.from || first.to == second.to
    }

    /// Whether two rectangles have an inner point in common; one without breadth counts as its middle line.
    private static func overlap(_ one: Layout.Rectangle, _ two: Layout.Rectangle) -> Bool {
        one.left < two.right && two.left < one.right && one.top < two.bottom && two.top < one.bottom
    }

    /// Whether two parts of lines that are as far from the edge lie on each other.
    private static func runTogether(_ one: Stretch, _ two: Stretch) -> Bool {
        let (a, b) = (one.area, two.area)
        return one.isUpright ? a.top < b.bottom && b.top < a.bottom : a.left < b.right && b.left < a.right
    }
}
