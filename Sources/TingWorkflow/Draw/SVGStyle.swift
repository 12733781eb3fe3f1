/// The colours and letters of a picture, for light and dark screens and for paper.
enum SVGStyle {
    /// How a picture is printed on A4.
    enum Sheets: Hashable {
        /// On one sheet.
        case oneUpright
        /// On one sheet laid across.
        case oneAcross
        /// From sheet to sheet.
        case severalUpright
        /// From sheet to sheet, each laid across.
        case severalAcross

        /// The sheets for a picture: one, as long as its letters stay large enough to read.
        init(width: Int, height: Int) {
            let (short, long) = (SVGPage.shortSide, SVGPage.longSide)
            // By how many thousandths of itself a sheet is too small; letters may shrink to four sevenths.
            let upright = max(width * 1000 / short, height * 1000 / long)
            let across = max(width * 1000 / long, height * 1000 / short)
            let readable = 1000 * 7 / 4
            if min(upright, across) <= readable {
                self = upright <= across ? .oneUpright : .oneAcross
            } else {
                self = width * 1000 / short <= readable ? .severalUpright : .severalAcross
            }
        }
    }

    /// The style sheet.
    static func text(_ sheets: Sheets) -> String {
        let isAcross = sheets == .oneAcross || sheets == .severalAcross
        let isOne = sheets == .oneUpright || sheets == .oneAcross
        var lines = [
            "text{font-family:Helvetica,Arial,'Liberation Sans','Nimbus Sans',sans-serif;text-anchor:middle}",
            ".heading{font-size:20px;font-weight:bold}",
            ".basis,.legend,.kind,.move{font-size:12px}",
            ".legend{text-anchor:start}",
            ".name{font-size:14px;font-weight:bold}",
            ".rule{font-size:11px}",
            ".by-action,.by-limit{font-style:italic}",
            ".by-main{font-weight:normal}",
            ".box{stroke-width:1.5}",
            ".vote{stroke-width:2.5}",
            ".line{fill:none;stroke-width:1.5;stroke-linejoin:round}",
            ".action{stroke-dasharray:6 4}",
            ".limit{stroke-dasharray:2 3}",
            ".main{stroke-width:3.5}",
            ".label{stroke-width:1}",
        ]
        lines += colours(light)
        lines.append("@media screen and (prefers-color-scheme:dark){")
        lines += colours(dark)
        lines.append("}")
        lines.append(
            "@media print{@page{size:A4 \(isAcross ? "landscape" : "portrait");margin:10mm}"
                + "svg{width:100%;height:\(isOne ? "100%" : "auto")}}")
        return lines.joined(separator: "\n")
    }

    /// The colours of one face.
    private struct Palette {
        let page: String
        let ink: String
        let faint: String
        let box: String
        let border: String
        let vote: String
        let label: String
        let main: String
        /// The line and the ground of each result.
        let results: [(FinalKind.Result, String, String)]
    }

    private static let light = Palette(
        page: "#ffffff", ink: "#1c2430", faint: "#566070", box: "#f7f8fa", border: "#8a94a3", vote: "#e6effa",
        label: "#ffffff", main: "#1f7a3d",
        results: [
            (.adopted, "#1f7a3d", "#e3f3e7"), (.rejected, "#b3372f", "#fae9e7"),
            (.lapsed, "#6b7480", "#eceef1"), (.withdrawn, "#94640b", "#f8f0dd"),
        ])
    private static let dark = Palette(
        page: "#14181e", ink: "#e9edf2", faint: "#a9b3c0", box: "#1f252e", border: "#77828f", vote: "#1c3149",
        label: "#14181e", main: "#5fc483",
        results: [
            (.adopted, "#5fc483", "#17331f"), (.rejected, "#ef8a80", "#3c1d1a"),
            (.lapsed, "#9aa4b0", "#272d35"), (.withdrawn, "#d9a94a", "#352a12"),
        ])

    private static func colours(_ palette: Palette) -> [String] {
        var lines = [
            ".page{fill:\(palette.page)}",
            "text{fill:\(palette.ink)}",
            ".basis,.legend,.kind,.rule{fill:\(palette.faint)}",
            ".box{fill:\(palette.box);stroke:\(palette.border)}",
            ".vote{fill:\(palette.vote);stroke:\(palette.vote == "#e6effa" ? "#2f6db3" : "#6ba3e0")}",
            ".label{fill:\(palette.label);stroke:none}",
            ".label.main{fill:\(palette.results[0].2)}",
            ".start{fill:\(palette.ink)}",
            ".line.to-state{stroke:\(palette.border)}",
            ".head.to-state{fill:\(palette.border)}",
            ".line.on-main{stroke:\(palette.main)}",
            ".head.on-main{fill:\(palette.main)}",
        ]
        for (result, line, ground) in palette.results {
            lines.append(".box.\(result.rawValue){fill:\(ground);stroke:\(line)}")
            lines.append(".line.to-\(result.rawValue){stroke:\(line)}")
            lines.append(".head.to-\(result.rawValue){fill:\(line)}")
        }
        return lines
    }
}
