import Testing
import TingReports
import TingTally
import TingWorkflow

@Suite("Filling a page") struct FillingPagesTests {
    @Test("the ordinary course: values, lists, conditions, an included template")
    func ordinaryCourse() throws {
        let page = try Page(
            PageSource(
                file: "reports/tally.md.mustache",
                text: """
                    # {{title}}
                    {{! nobody sees this }}
                    {{#options}}
                    - {{name}}: {{votes.yes}}
                    {{/options}}
                    {{^options}}
                    none
                    {{/options}}
                    {{#secret}}secret{{/secret}}{{^secret}}open{{/secret}}
                    {{> ballots}}
                    end

                    """),
            partials: [
                PageSource(
                    file: "reports/ballots.md.mustache", text: "{{title}}: {{cast}} < {{electorate}}\n")
            ])
        let values: PageValue = .map([
            "title": .text("Ada & Bo's \"request\" <1>"),
            "options": .list([
                .map(["name": .text("A"), "votes": .map(["yes": .text("3")])]),
                .map(["name": .text("B"), "votes": .map(["yes": .text("0")])]),
            ]),
            "secret": .flag(true), "cast": .text("57"), "electorate": .text("412"),
        ])
        #expect(page.unknown(in: values).isEmpty)
        #expect(
            page.render(values) == """
                # Ada & Bo's "request" <1>
                - A: 3
                - B: 0
                secret
                Ada & Bo's "request" <1>: 57 < 412
                end

                """)
    }

    @Test("a page of HTML escapes every value, in included templates too")
    func html() throws {
        let page = try Page(
            PageSource(file: "notice.html.mustache", text: "<p>{{a}}</p>{{> part}}"),
            partials: [PageSource(file: "part.html.mustache", text: "<b>{{a}}</b>")])
        #expect(
            page.render(.map(["a": .text("<i> & \"x\"")]))
                == "<p>&lt;i&gt; &amp; &quot;x&quot;</p><b>&lt;i&gt; &amp; &quot;x&quot;</b>")
    }

    @Test("items know whether they are the first or the last, and print themselves")
    func firstAndLast() throws {
        let page = try Page(text("{{#a}}{{^first()}}, {{/first()}}{{.}}{{#last()}}.{{/last()}}{{/a}}"))
        let values: PageValue = .map(["a": .list([.text("x"), .text("y"), .text("z")])])
        #expect(page.render(values) == "x, y, z.")
        #expect(page.unknown(in: values).isEmpty)
    }

    @Test("an empty text, a flag that is false and an empty list show no section")
    func nothing() throws {
        let page = try Page(
            text("{{#a}}A{{/a}}{{^a}}no a{{/a}} {{#b}}B{{/b}}{{^b}}no b{{/b}} {{#c}}C{{/c}}{{^c}}no c{{/c}}"))
        #expect(page.render(.map(["a": .text(""), "b": .flag(false), "c": .list([])])) == "no a no b no c")
        #expect(page.render(.map(["a": .text("x"), "b": .flag(true), "c": .list([.map([])])])) == "A B C")
    }

    @Test("a text of a user cannot forge a line or command a terminal; a text of lines keeps its lines")
    func hostileTexts() throws {
        let page = try Page(text("{{a}}|{{b}}"))
        #expect(
            page.render(.map(["a": .text("x\n# Passed\u{1B}[2J"), "b": .lines("x\ny\u{7}")]))
                == "x\\n# Passed\\u{1B}[2J|x\ny\\u{7}")
    }

    @Test("a value is never read as a template")
    func valuesAreNoTemplates() throws {
        #expect(try Page(text("{{a}}")).render(.map(["a": .text("{{b}}"), "b": .text("c")])) == "{{b}}")
    }

    @Test(
        "a mistake of form is found with its place",
        arguments: [
            ("a\n  {{title", "page-tag-unclosed 2:3"),
            ("{{{a}}}", "page-tag-unknown 1:1"), ("{{&a}}", "page-tag-unknown 1:1"),
            ("{{=<% %>=}}", "page-tag-unknown 1:1"), ("{{%CONTENT_TYPE:HTML}}", "page-tag-unknown 1:1"),
            ("{{<a}}{{/a}}", "page-tag-unknown 1:1 page-end-without-section 1:7"),
            ("{{>*a}}", "page-tag-unknown 1:1"), ("{{}}", "page-tag-unknown 1:1"),
            ("{{A}}", "page-tag-unknown 1:1"),
            ("{{a..b}}", "page-tag-unknown 1:1"), ("{{uppercased(a)}}", "page-tag-unknown 1:1"),
            ("x{{#a}}", "page-section-unclosed 1:2"), ("{{/a}}", "page-end-without-section 1:1"),
            ("{{#a}}\n{{#b}}\n{{/a}}\n{{/b}}", "page-section-crossed 3:1 page-end-without-section 4:1"),
            ("{{> part}}", "page-no-such-part 1:1"),
        ])
    func mistakes(template: String, expected: String) {
        #expect(mistakes(text(template)) == expected)
    }

    @Test("sections are allowed 32 deep and no further", arguments: [31, 32, 33])
    func depth(levels: Int) {
        let template = String(repeating: "{{#a}}", count: levels) + String(repeating: "{{/a}}", count: levels)
        #expect(mistakes(text(template)).hasPrefix("page-too-deep") == (levels > 32))
    }

    @Test("a template that includes itself, by whatever way round, is refused")
    func endless() {
        let a = PageSource(file: "a.md.mustache", text: "{{> b}}")
        let b = PageSource(file: "b.md.mustache", text: "\n{{> a}}")
        #expect(mistakes(a, [a, b]) == "b.md.mustache page-includes-itself 2:1")
        let once = PageSource(file: "c.md.mustache", text: "c")
        #expect(mistakes(text("{{> c}}{{> c}}"), [once]) == "")
    }

    @Test("a name without a value is found, with the name that was meant and the file it is in")
    func unknownNames() throws {
        let page = try Page(
            text(
                "{{titel}} {{#options}}{{name}}{{nmae}}{{/options}}{{options}}{{#gone}}{{x}}{{/gone}}{{> part}}{{> part}}"
            ),
            partials: [PageSource(file: "part.md.mustache", text: "{{votes.no}}")])
        let sample: PageValue = .map([
            "title": .text("T"), "options": .list([.map([:]), .map(["name": .text("A")])]),
            "votes": .map(["yes": .text("1")]),
        ])
        let broken = page.unknown(in: sample)
        #expect(broken.map(\.source.file) == ["page.md.mustache", "part.md.mustache"])
        let found = broken.flatMap(\.findings).map {
            "\($0.statement.code) \($0.mark.column) \($0.suggestion ?? "-")"
        }
        #expect(
            found == [
                "page-unknown-name 1 title", "page-unknown-name 31 name", "page-not-a-text 51 -",
                "page-unknown-name 62 -", "page-unknown-name 1 -",
            ])
        #expect(page.render(sample).isEmpty == false)
    }

    @Test("every beginning of a template is a page or is refused")
    func truncation() throws {
        let template =
            "a {{b}}\n{{#c}}\n  {{> part}}\n{{^d}}x{{/d}}{{! e }}\n{{/c}}\n{{#f}}{{.}}{{^last()}},{{/last()}}{{/f}}\n"
        let part = PageSource(file: "part.md.mustache", text: "{{g}}\n")
        for count in 0...template.count {
            do throws(BrokenPage) {
                _ = try Page(text(String(template.prefix(count))), partials: [part]).render(
                    .map(["b": .text("x")]))
            } catch {
                #expect(!error.findings.isEmpty)
            }
        }
    }

    private func text(_ template: String) -> PageSource {
        PageSource(file: "page.md.mustache", text: template)
    }

    private func mistakes(_ source: PageSource, _ partials: [PageSource] = []) -> String {
        do throws(BrokenPage) {
            _ = try Page(source, partials: partials)
            return ""
        } catch {
            let file = error.source.file == "page.md.mustache" ? [] : [error.source.file]
            let found = error.findings.map { "\($0.statement.code) \($0.mark.line):\($0.mark.column)" }
            return (file + found).joined(separator: " ")
        }
    }
}
