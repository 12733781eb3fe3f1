import Testing
import TingTestSupport
import TingWorkflow

@Suite("Drawing a workflow") struct DrawingAWorkflowTests {
    static let library = Golden.files(in: "Workflows").filter { $0.hasSuffix(".yaml") }

    @Test("each procedure of the library is drawn in the same way, as a picture", arguments: library)
    func pictures(_ file: String) throws {
        let drawing = try Pictures.drawing(of: file)
        Golden.expect(
            SVG.text(drawing), matches: "\(Steward.folder)/Drawings/\(file.dropLast(5)).svg")
    }

    @Test("a procedure of the library goes on one sheet of A4, and a very long one on several")
    func sheets() throws {
        for file in Self.library {
            #expect(
                SVG.text(try Pictures.drawing(of: file)).contains("svg{width:100%;height:100%}"), "\(file)")
        }
        let long = SVG.text(try Pictures.drawing(states: 60, seed: 1))
        #expect(long.contains("svg{width:100%;height:auto}"))
    }

    @Test("a picture has all its words in the language asked for")
    func swedish() throws {
        let drawing = try Pictures.drawing(of: "bylaw-change.yaml", language: "sv")
        Golden.expect(SVG.text(drawing), matches: "\(Steward.folder)/Drawings/bylaw-change.sv.svg")
    }

    @Test("a workflow is drawn in the languages of other programs")
    func goldens() throws {
        let drawing = try Pictures.drawing(Steward.text("bylaw-change.yaml"))
        let folder = "\(Steward.folder)/Drawings"
        Golden.expect(DOT.text(drawing), matches: "\(folder)/bylaw-change.dot")
        Golden.expect(Mermaid.text(drawing), matches: "\(folder)/bylaw-change.mermaid")
    }

    @Test("titles are in the language asked for, and no sign of theirs is obeyed")
    func signs() throws {
        let text = try Steward.request(
            (
                "kind: vote",
                "kind: vote\n    title: {en: 'Vote \"now\" \\n; & --> x', sv: Röstning}\n    visits: {at-most: 2, then: lapsed}"
            ))
        let swedish = try Pictures.drawing(text, language: "sv")
        #expect(DOT.text(swedish).contains("\"vote\" [label=\"Röstning\\nomröstning, 7 dagar"))
        let english = try Pictures.drawing(text)
        #expect(DOT.text(english).contains("label=\"Vote \\\"now\\\" \\\\n; &amp; --> x\\nvote, 7 days"))
        #expect(
            Mermaid.text(english).contains(
                "state \"Vote #34;now#34; #92;n#59; #38; --#62; x<br/>vote, 7 days"))
        #expect(SVG.text(english).contains(">Vote &quot;now&quot; \\n; &amp; --&gt; x</text>"))
        #expect(SVG.text(swedish).contains(">Röstning</text>"))
    }

    @Test("moves between the same two states are one arrow with several lines")
    func together() throws {
        let drawing = try Pictures.drawing(of: "bylaw-change.yaml")
        let index = try #require(drawing.boxes.firstIndex { $0.name == "board-opinion" })
        let arrows = drawing.arrows.filter { $0.from == index && drawing.boxes[$0.to].name == "summons" }
        #expect(arrows.map { $0.moves.map(\.label) } == [["given", "not given"]])
    }

    @Test("the main way is the shortest one to an adoption")
    func mainWay() throws {
        let drawing = try Pictures.drawing(of: "bylaw-change.yaml")
        let way = drawing.arrows.filter(\.isMain).map { drawing.boxes[$0.to].name }
        #expect(
            way == ["board-opinion", "summons", "general-meeting", "vote", "registration", "in-force"])
    }

    @Test("a picture stands alone and can be heard")
    func alone() throws {
        let picture = SVG.text(try Pictures.drawing(of: "feature-request.yaml"))
        #expect(picture.contains("role=\"img\""))
        #expect(picture.contains("<title id=\"ting-feature-request-title\">Feature request</title>"))
        #expect(
            picture.contains(
                "aria-labelledby=\"ting-feature-request-title ting-feature-request-desc\""))
        #expect(picture.contains("It ends with: Adopted, Rejected, Lapsed, Withdrawn."))
        #expect(picture.contains("prefers-color-scheme:dark"))
        for word in ["<script", "href", "url(", "@import", "<image", "http:"] {
            let rest = picture.replacing("http://www.w3.org/2000/svg", with: "")
            #expect(!rest.contains(word), "\(word)")
        }
    }
}
