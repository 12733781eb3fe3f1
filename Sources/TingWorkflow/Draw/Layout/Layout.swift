/// Where everything in a drawing stands, in whole pixels from the top left corner.
///
/// The layout is layered: each state stands below those that lead to it, as
/// far down as the longest way to it; moves that lead back run at the side,
/// and final states stand in the last row. Labels have places of their own
/// between the rows of states, and lines run where neither stands: down or up
/// through gaps in a row, and across only between two rows. Lines to the same
/// state run together.
///
/// - Complexity: About quadratic in the states and arrows; 40 states take some milliseconds.
public struct Layout: Hashable, Sendable {
    /// A point.
    public struct Point: Hashable, Sendable {
        /// From the left.
        public var x: Int
        /// From the top.
        public var y: Int

        /// Makes a point.
        public init(x: Int, y: Int) {
            self.x = x
            self.y = y
        }
    }

    /// A rectangle with upright sides.
    public struct Rectangle: Hashable, Sendable {
        /// Where its left side is.
        public var left: Int
        /// Where its upper side is.
        public var top: Int
        /// How wide it is.
        public var width: Int
        /// How high it is.
        public var height: Int

        /// Makes a rectangle.
        public init(left: Int, top: Int, width: Int, height: Int) {
            self.left = left
            self.top = top
            self.width = width
            self.height = height
        }

        /// Where its right side is.
        public var right: Int { left + width }
        /// Where its lower side is.
        public var bottom: Int { top + height }
        /// The middle, from the left.
        public var centre: Int { left + width / 2 }
    }

    /// How wide everything together is.
    public let width: Int
    /// How high everything together is.
    public let height: Int
    /// The boxes, as in the drawing.
    public let boxes: [Rectangle]
    /// The labels, one for each arrow of the drawing.
    public let labels: [Rectangle]
    /// The lines, one for each arrow of the drawing: corners from the box it leaves to the box it leads to,
    /// each straight above, below or beside the one before.
    public let routes: [[Point]]
    /// The mark of the beginning; nil where no state is the first.
    public let start: Point?

    /// Sheets of paper on which a drawing is cut, from top to bottom.
    public struct Sheets: Hashable, Sendable {
        /// How high a sheet is for so many pixels of its width: the height of one as wide as the page, and its
        /// width, in any unit.
        public let height: Int
        /// See ``height``.
        public let width: Int
        /// How much wider the page is than the layout.
        public let beside: Int
        /// How far the layout stands below the top of the first sheet.
        public let above: Int

        /// Makes sheets.
        public init(height: Int, width: Int, beside: Int, above: Int) {
            self.height = height
            self.width = width
            self.beside = beside
            self.above = above
        }
    }

    /// Lays out a drawing.
    ///
    /// - Parameter sheets: Where no box and no label may be cut; nil for one sheet as high as need be.
    public init(_ drawing: Drawing, sheets: Sheets? = nil) {
        self.init(Arrangement(drawing), sheets: sheets)
    }

    /// Lays out what has been arranged.
    init(_ arrangement: Arrangement, sheets: Sheets? = nil) {
        let routing = Routing(arrangement.columns, arrangement.channels, sheets)
        width = routing.width
        height = routing.height
        boxes = routing.boxes
        labels = routing.labels
        routes = routing.routes
        start = routing.start
    }
}
