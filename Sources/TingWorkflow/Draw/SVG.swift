/// Draws a workflow as a picture in the language of SVG.
///
/// The picture stands alone: no font, script or style comes from elsewhere. It
/// has a light and a dark face, and a title and a description for those who
/// hear it. The same drawing gives the same text.
public enum SVG {
    /// The text of the picture; ends with a line feed.
    public static func text(_ drawing: Drawing) -> String {
        SVGPage(drawing).text
    }
}

/// A picture on its way.
struct SVGPage {
    private let drawing: Drawing
    private let layout: Layout
    private var lines: [String] = []

    static let margin = 24
    /// What can be printed on of a sheet of A4, in pixels as browsers cut 190 and 277 millimetres.
    static let (shortSide, longSide) = (718, 1046)

    /// How far the layout is moved from the corner of the page.
    private let left: Int
    private let top: Int
    private let width: Int
    private let height: Int
    private let heading: [String]
    private let basis: [String]

    private let sheets: SVGStyle.Sheets

    init(_ drawing: Drawing) {
        self.drawing = drawing
        let arrangement = Arrangement(drawing)
        var layout = Layout(arrangement)
        let inner = max(layout.width, 420)
        heading = Lettering.lines(drawing.title, .heading, within: inner)
        basis = Lettering.lines(drawing.basis, .basis, within: inner)
        width = inner + 2 * SVGPage.margin
        top =
            SVGPage.margin + heading.count * Lettering.Face.heading.leading
            + basis.count * Lettering.Face.basis.leading + 14
        let legend = drawing.legend.isEmpty ? 0 : 34
        let around = top + legend + SVGPage.margin
        sheets = SVGStyle.Sheets(width: width, height: around + layout.height)
        if sheets == .severalAcross || sheets == .severalUpright {
            let isAcross = sheets == .severalAcross
            layout = Layout(
                arrangement,
                sheets: Layout.Sheets(
                    height: isAcross ? SVGPage.shortSide : SVGPage.longSide,
                    width: isAcross ? SVGPage.longSide : SVGPage.shortSide, beside: width - layout.width,
                    above: top))
        }
        self.layout = layout
        left = (width - layout.width) / 2
        height = around + layout.height
        write()
    }

    /// The whole text.
    var text: String { lines.joined(separator: "\n") + "\n" }

    private mutating func write() {
        let id = "ting-" + drawing.id
        lines.append(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\""
                + " viewBox=\"0 0 \(width) \(height)\" role=\"img\" lang=\"\(SVGPage.escaped(drawing.language))\""
                + " aria-labelledby=\"\(SVGPage.escaped(id))-title \(SVGPage.escaped(id))-desc\">")
        lines.append("<title id=\"\(SVGPage.escaped(id))-title\">\(SVGPage.escaped(drawing.title))</title>")
        lines.append(
            "<desc id=\"\(SVGPage.escaped(id))-desc\">\(SVGPage.escaped(drawing.description))</desc>")
        lines.append("<style>\n\(SVGStyle.text(sheets))\n</style>")
        lines.append("<rect class=\"page\" width=\"\(width)\" height=\"\(height)\"/>")
        writeHeading()
        writeArrows()
        if let start = layout.start {
            writeStart(at: start)
        }
        for (box, place) in zip(drawing.boxes, layout.boxes) { write(box, at: place) }
        for (arrow, place) in zip(drawing.arrows, layout.labels) { write(arrow, at: place) }
        writeLegend()
        lines.append("</svg>")
    }

    private mutating func writeStart(at start: Layout.Point) {
        guard let first = drawing.first else { return }
        let (x, y, end) = (start.x + left, start.y + top, layout.boxes[first].top + top)
        let colour = drawing.legend.contains { $0.style == nil } ? "on-main" : "to-state"
        lines.append("<path class=\"line main \(colour)\" d=\"M\(x) \(y)V\(end - 3)\"/>")
        lines.append("<path class=\"head \(colour)\" d=\"M\(x) \(end)l-6 -10h12z\"/>")
        lines.append("<circle class=\"start\" cx=\"\(x)\" cy=\"\(y)\" r=\"7\"/>")
    }

    private mutating func writeHeading() {
        var y = SVGPage.margin
        for (texts, face, style) in [
            (heading, Lettering.Face.heading, "heading"), (basis, Lettering.Face.basis, "basis"),
        ] {
            for text in texts {
                y += face.leading
                lines.append(letters(text, face, x: width / 2, y: y - face.leading / 4, style))
            }
        }
    }

    private mutating func write(_ box: Drawing.Box, at place: Layout.Rectangle) {
        let style = box.result?.rawValue ?? (box.isVote ? "vote" : "state")
        let round = box.result == nil ? 8 : place.height / 2
        lines.append(
            "<rect class=\"box \(style)\" x=\"\(place.left + left)\" y=\"\(place.top + top)\""
                + " width=\"\(place.width)\" height=\"\(place.height)\" rx=\"\(min(round, 22))\"/>")
        let text = BoxText(box)
        let high = text.lines.map(\.1.leading).reduce(0, +)
        var y = place.top + top + (place.height - high) / 2
        for (line, face) in text.lines {
            y += face.leading
            let style = face == .title ? "name" : face == .kind ? "kind" : "rule"
            lines.append(letters(line, face, x: place.centre + left, y: y - face.leading / 4, style))
        }
    }

    private mutating func write(_ arrow: Drawing.Arrow, at place: Layout.Rectangle) {
        let text = LabelText(arrow)
        lines.append(
            "<rect class=\"label \(SVGPage.style(arrow))\" x=\"\(place.left + left)\" y=\"\(place.top + top)\""
                + " width=\"\(place.width)\" height=\"\(place.height)\" rx=\"\(min(10, place.height / 2))\"/>"
        )
        let face = Lettering.Face.label
        var y = place.top + top + (place.height - text.lines.count * face.leading) / 2
        for (line, style) in text.lines {
            y += face.leading
            let name = arrow.isMain && style == .outcome ? "move by-main" : "move by-\(style)"
            lines.append(letters(line, face, x: place.centre + left, y: y - 3, name))
        }
    }

    /// The lines, the weightiest last, so that they lie on top.
    private mutating func writeArrows() {
        let indexes = drawing.arrows.indices.sorted {
            (SVGPage.weight(drawing.arrows[$0]), $1) > (SVGPage.weight(drawing.arrows[$1]), $0)
        }
        // The line that begins highest is drawn as a whole, and the others join it.
        let order = indexes.sorted {
            let keys = [$0, $1].map { (SVGPage.weight(drawing.arrows[$0]), layout.routes[$0][0].y, $0) }
            return keys[0] < keys[1]
        }
        let cuts = SVGPath.cuts(drawing, layout.routes, order: order)
        for index in indexes {
            let arrow = drawing.arrows[index]
            let colour = SVGPage.colour(arrow, drawing)
            let path = SVGPath.text(cuts[index].points, left: left, top: top)
            lines.append("<path class=\"line \(SVGPage.style(arrow)) \(colour)\" d=\"\(path)\"/>")
            guard !cuts[index].isJoined, let end = layout.routes[index].last else { continue }
            let (x, y) = (end.x + left, end.y + top)
            let half = arrow.isMain ? 6 : 5
            let far = arrow.isMain ? 10 : 8
            lines.append(
                "<path class=\"head \(colour)\" d=\"M\(x) \(y)l-\(half) -\(far)h\(2 * half)z\"/>")
        }
    }

    private static func weight(_ arrow: Drawing.Arrow) -> Int { arrow.isMain ? -1 : arrow.style.rawValue }

    private static func style(_ arrow: Drawing.Arrow) -> String {
        arrow.isMain ? "main" : "\(arrow.style)"
    }

    private static func colour(_ arrow: Drawing.Arrow, _ drawing: Drawing) -> String {
        if arrow.isMain { return "on-main" }
        return drawing.boxes[arrow.to].result.map { "to-\($0.rawValue)" } ?? "to-state"
    }

    private mutating func writeLegend() {
        guard !drawing.legend.isEmpty else { return }
        let widths = drawing.legend.map { 40 + Lettering.width($0.label, .basis) + 22 }
        var x = (width - widths.reduce(0, +) + 22) / 2
        let y = height - SVGPage.margin - 4
        for (entry, wide) in zip(drawing.legend, widths) {
            let style = entry.style.map { "\($0) to-state" } ?? "main on-main"
            lines.append("<path class=\"line \(style)\" d=\"M\(x) \(y - 4)h32\"/>")
            let text = SVGPage.escaped(entry.label)
            lines.append("<text class=\"legend\" x=\"\(x + 40)\" y=\"\(y)\">\(text)</text>")
            x += wide
        }
    }

    /// A line of letters, as wide as was counted on in whatever face the reader has.
    private func letters(_ text: String, _ face: Lettering.Face, x: Int, y: Int, _ style: String) -> String {
        "<text class=\"\(style)\" x=\"\(x)\" y=\"\(y)\" textLength=\"\(Lettering.width(text, face))\""
            + " lengthAdjust=\"spacingAndGlyphs\">\(SVGPage.escaped(text))</text>"
    }

    /// A text in which nothing is a sign of XML.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default:
                let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
                let isLost = scalar.value == 0xFFFE || scalar.value == 0xFFFF
                if isControl || isLost {
                    result += " "
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result
    }
}
