import Testing
import TingTestSupport
import TingWorkflow

@Suite("Laying out a drawing") struct LayingOutADrawingTests {
    @Test(
        "in every drawing of the library nothing lies on anything", arguments: DrawingAWorkflowTests.library)
    func library(_ file: String) throws {
        for language in ["en", "sv"] {
            let drawing = try Pictures.drawing(of: file, language: language)
            #expect(LayoutFaults.of(drawing, Layout(drawing)) == [], "\(file), \(language)")
        }
    }

    @Test("in drawings by chance nothing lies on anything", arguments: 1...200)
    func chance(_ seed: Int) throws {
        let states = seed % 20 == 0 ? 40 : 1 + seed % 12
        let drawing = try Pictures.drawing(states: states, seed: UInt64(seed))
        let faults = LayoutFaults.of(drawing, Layout(drawing))
        #expect(faults == [], "seed \(seed), \(states) states")
    }

    @Test("no edge of a sheet cuts a box or a label", arguments: [3, 33, 133])
    func sheets(_ seed: UInt64) throws {
        let drawing = try Pictures.drawing(states: 40, seed: seed)
        let sheets = Layout.Sheets(height: 7, width: 10, beside: 48, above: 60)
        let layout = Layout(drawing, sheets: sheets)
        #expect(LayoutFaults.of(drawing, layout) == [])
        let sheet = (layout.width + 48) * 7 / 10
        for place in layout.boxes + layout.labels {
            #expect((place.top + 60) / sheet == (place.bottom + 60) / sheet, "seed \(seed)")
        }
    }

    @Test("the same drawing is laid out in the same way", arguments: [7, 77, 177])
    func sameness(_ seed: UInt64) throws {
        let drawing = try Pictures.drawing(states: 25, seed: seed)
        #expect(Layout(drawing) == Layout(drawing))
        #expect(SVG.text(drawing) == SVG.text(try Pictures.drawing(states: 25, seed: seed)))
    }

    @Test("the main way is one straight line, and all ends stand in the last row")
    func straight() throws {
        for file in DrawingAWorkflowTests.library {
            let drawing = try Pictures.drawing(of: file)
            let layout = Layout(drawing)
            for (arrow, route) in zip(drawing.arrows, layout.routes) where arrow.isMain {
                #expect(Set(route.map(\.x)).count == 1, "\(file)")
            }
            let ends = drawing.boxes.indices.filter { drawing.boxes[$0].result != nil }
            #expect(Set(ends.map { layout.boxes[$0].bottom }) == [layout.height], "\(file)")
        }
    }

    @Test("every state but the first stands below one that leads to it, and what leads back goes up")
    func downwards() throws {
        for file in DrawingAWorkflowTests.library {
            let drawing = try Pictures.drawing(of: file)
            let layout = Layout(drawing)
            for box in drawing.boxes.indices where box != drawing.first {
                let isBelow = drawing.arrows.contains {
                    $0.to == box && layout.boxes[$0.from].bottom < layout.boxes[box].top
                }
                #expect(isBelow, "\(file): \(drawing.boxes[box].name)")
            }
        }
    }

    @Test("a workflow without an end, and one whose state leads to itself, are drawn")
    func odd() throws {
        let text = """
            ting: 1
            workflow: round
            title: Round
            basis: none
            needs: {roles: [board]}
            first: b
            states:
              a:
                kind: task
                by: board
                does: Nothing
                lasts: {at-most: 1 day}
                outcomes: {done: b, refused: a, not-done: a}
              b:
                kind: deliberation
                lasts: 1 day
                outcomes: {ended: a}
              c:
                kind: deliberation
                lasts: 1 day
                outcomes: {ended: b}
            """
        let drawing = Pictures.drawing(try Workflow.read(Steward.node(text)))
        #expect(LayoutFaults.of(drawing, Layout(drawing)) == [])
    }
}
