import Testing
import TingClerk

@Suite("Reading sections of a document")
struct ReadingSectionsTests {
    static let bylaws = """
        # Bylaws
        Of the cooperative.

        ## Name {#name}
        Small.

        ## Fees
        Ten a year.

        ### How to pay
        In time.

        ## Board
        Three.
        """

    @Test("the ordinary course: each heading a section, named by its braces or its words")
    func ordinaryCourse() {
        let sections = Sections(Self.bylaws)
        #expect(sections.names == ["bylaws", "name", "fees", "how-to-pay", "board"])
        #expect(sections.sections.map(\.level) == [1, 2, 2, 3, 2])
        #expect(sections.preamble.isEmpty)
    }

    @Test(
        "names",
        arguments: [
            ("# § 12 Årliga avgifter", ["12-årliga-avgifter"]), ("## Fees {#annual-fees} ", ["annual-fees"]),
            ("## Fees ##", ["fees"]), ("## Fees {x} {#f}", ["f"]), ("## {#}", []), ("##Fees", []), ("#", []),
            ("# ", []),
            ("####### Seven", []), ("###### Six", ["six"]), ("Fees\n----", []), (" # Fees", []),
            ("# !!!", []),
            ("## Fees {#f", ["fees-f"]),
        ])
    func names(text: String, expected: [String]) {
        #expect(Sections(text).names == expected)
    }

    @Test("lines may end as any system ends them", arguments: ["\n", "\r\n", "\r"])
    func lineEnds(end: String) {
        let text = Self.bylaws.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: end)
        #expect(Sections(text) == Sections(Self.bylaws))
    }

    @Test(
        "code between fences and front matter have no headings",
        arguments: [
            ("```\n# no\n```\n# yes", ["yes"]), ("~~~ sh\n# no\n```\n# no\n~~~\n# yes", ["yes"]),
            ("````\n```\n# no\n````\n# yes", ["yes"]), ("```\n# no", []),
            ("---\n# no\ntitle: x\n---\n# yes", ["yes"]),
            ("---\n# yes", ["yes"]), ("# a\n---\n# b\n---\n# c", ["a", "b", "c"]), ("``\n# yes", ["yes"]),
        ])
    func fences(text: String, expected: [String]) {
        #expect(Sections(text).names == expected)
    }

    @Test("nothing changed is the same text, with one line end at its end")
    func unchanged() {
        #expect(Sections(Self.bylaws + "\n\n").consolidated(with: Sections("")) == Self.bylaws + "\n")
        #expect(Sections(Self.bylaws).consolidated(with: Sections(Self.bylaws)) == Self.bylaws + "\n")
    }

    @Test("a section takes the place of the one with its name, and its subsections stay")
    func replaced() {
        let text = Sections(Self.bylaws).consolidated(with: Sections("To adopt:\n\n## Fees\nTwenty a year."))
        #expect(text == Self.bylaws.replacing("Ten", with: "Twenty") + "\n")
    }

    @Test("a text without any heading is lost nowhere: it stands at the end")
    func withoutHeadings() {
        let text = Sections(Self.bylaws).consolidated(with: Sections("\nBoats are owned in common.\n"))
        #expect(text == Self.bylaws + "\n\nBoats are owned in common.\n")
    }

    @Test("a new section stands after the one it follows, behind its subsections, or below it as one of them")
    func added() {
        let change = "## Fees\nTen a year.\n\n## Fines\nNone.\n\n### Exceptions\nNone."
        let names = Sections(Sections(Self.bylaws).consolidated(with: Sections(change))).names
        #expect(names == ["bylaws", "name", "fees", "how-to-pay", "fines", "exceptions", "board"])
        let below = "## Fees\nTen a year.\n### Who pays\nAll."
        #expect(
            Sections(Sections(Self.bylaws).consolidated(with: Sections(below))).names
                == ["bylaws", "name", "fees", "who-pays", "how-to-pay", "board"])
        #expect(
            Sections(Self.bylaws).consolidated(with: Sections("## Last\nOne."))
                == Self.bylaws + "\n\n## Last\nOne.\n")
    }

    @Test("where a name stands twice, the first replaces the first and the second the second")
    func twice() {
        let text = Sections("# A\n1\n\n# A\n2\n").consolidated(with: Sections("# A\none\n\n# A\ntwo"))
        #expect(text == "# A\none\n\n# A\ntwo\n")
    }
}
