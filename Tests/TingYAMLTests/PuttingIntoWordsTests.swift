import Testing
import TingReports
import TingTally
import TingTestSupport
import TingWorkflow
import TingYAML

@Suite("Putting a statement into words") struct PuttingIntoWordsTests {
    let words: Words

    init() throws {
        words = try Self.words(
            """
            language: en
            labels: [terms, list, numbers, page]
            terms: {passed: passed}
            numbers: {decimal-mark: "."}
            list: {comma: ", ", and: " and ", or: " or ", none: none}
            page: {title: Tally, count: "{count} {count|ballot|ballots}"}
            tally:
              met: "{cast} {cast|ballot|ballots} cast, {needed} needed: {outcome}."
              share: "{share:fraction} is {share}"
              when: Closes {at}.
              who: "{names}; {names:or}; {names:commas}"
              because: "Refused: {reason}"
              braces: "{{{name}}}"
              body: "{text} / {text:lines}"
              broken: "{name"
            """)
    }

    @Test("the ordinary course: numbers, plural forms and words of the program")
    func ordinaryCourse() {
        #expect(
            render("met", .number("cast", 57), .number("needed", 42), .term("outcome", "passed"))
                == "57 ballots cast, 42 needed: passed.")
    }

    @Test(
        "the first form is for exactly one", arguments: [(0, "0 ballots"), (1, "1 ballot"), (2, "2 ballots")])
    func plural(count: Int, expected: String) {
        #expect(words.plain("page.count", [.number("count", count)]) == expected)
    }

    @Test("an exact number is a decimal where it ends, and a fraction where it does not")
    func fractions() throws {
        let fifth = try Fraction(206, 5)
        #expect(render("share", .fraction("share", fifth)) == "206/5 is 41.2")
        let thirds = try Fraction(2, 3)
        #expect(render("share", .fraction("share", thirds)) == "2/3 is 2/3")
    }

    @Test("the decimal mark is the language's")
    func decimalMark() throws {
        let swedish = try Self.words(
            """
            language: sv
            labels: [numbers]
            numbers: {decimal-mark: ","}
            tally: {share: "{share}"}
            """)
        let share = try Fraction(206, 5)
        #expect(swedish.render(Statement("share", [.fraction("share", share)])) == "41,2")
    }

    @Test("a moment is written by whoever knows the time zone")
    func instants() {
        #expect(render("when", .instant("at", 1_764_612_000)) == "Closes @1764612000.")
        var dated = words
        dated.instant = { "\($0 / 86_400) days after 1970" }
        #expect(dated.render(Statement("when", [.instant("at", 172_800)])) == "Closes 2 days after 1970.")
    }

    @Test("lists are joined as the language joins them")
    func lists() {
        #expect(render("who", .list("names", [])) == "none; none; none")
        #expect(render("who", .list("names", ["Ada"])) == "Ada; Ada; Ada")
        #expect(render("who", .list("names", ["Ada", "Bo"])) == "Ada and Bo; Ada or Bo; Ada, Bo")
        #expect(
            render("who", .list("names", ["Ada", "Bo", "Cy"])) == "Ada, Bo and Cy; Ada, Bo or Cy; Ada, Bo, Cy"
        )
    }

    @Test("a statement stands within a statement")
    func nested() {
        let inner = Statement("when", [.instant("at", 7)])
        #expect(render("because", Fact("reason", .statement(inner))) == "Refused: Closes @7.")
    }

    @Test("a brace is written twice")
    func braces() {
        #expect(render("braces", .text("name", "x")) == "{x}")
    }

    @Test("a hole shows its code and every value, and nothing fails")
    func holes() {
        #expect(
            render("unheard-of", .number("a", 1), .list("b", ["x", "y"])) == "[unheard-of: a=1 b=x and y]")
        #expect(render("unheard-of") == "[unheard-of]")
        #expect(render("met", .number("cast", 57)) == "[met: cast=57]")
        #expect(render("broken", .text("name", "x")) == "[broken: name=x]")
        // A name that a steward chose has no words of its own.
        #expect(render("because", .term("reason", "flown")) == "Refused: flown")
        #expect(words.plain("page.missing") == "[page.missing]")
        #expect(words.plain("page.count", []) == "[page.count]")
    }

    @Test("a label belongs to its section, and is no statement")
    func labels() {
        #expect(words.plain("page.title") == "Tally")
        #expect(words.plain("tally.when") == "Closes {at}.")
        #expect(render("title") == "[title]")
    }

    @Test("what a terminal would obey is shown instead")
    func controlCharacters() {
        let text = "a\u{1B}[31mb\u{9B}c\u{7F}\td\r\ne\u{202E}f\u{2066}g"
        #expect(
            render("body", .text("text", text))
                == "a\\u{1B}[31mb\\u{9B}c\\u{7F}\\td\\r\\ne\\u{202E}f\\u{2066}g"
                + " / a\\u{1B}[31mb\\u{9B}c\\u{7F}\\td\ne\\u{202E}f\\u{2066}g")
    }

    @Test("a code with two sentences and a broken placeholder are found, a label twice is not")
    func validation() throws {
        let words = try Self.words(
            """
            language: en
            labels: [page, list]
            page: {title: x}
            list: {title: y}
            one: {met: x, half: "{a", odd: "{a:sideways}", forms: "{a|b}", stray: "a}"}
            two: {met: y}
            """)
        let found = words.validate()
        #expect(
            found.map(\.statement.code) == Array(repeating: "words-placeholder", count: 4) + [
                "words-code-twice"
            ])
        #expect(found.last?.statement["first"] == .number(5))
        #expect(words.missing(codes: ["met", "won", "title"]) == ["won", "title"])
        #expect(words.placeholders(of: "half") == nil)
    }

    @Test("the facts a sentence needs are known")
    func placeholders() {
        #expect(words.placeholders(of: "met") == ["cast", "needed", "outcome"])
        #expect(words.placeholders(of: "unheard-of") == nil)
    }

    @Test("a file without sections, sentences or language is refused")
    func shape() throws {
        #expect(throws: Unreadable.self) { try Self.words("- a") }
        #expect(throws: Unreadable.self) { try Self.words("page: {title: x}") }
        #expect(throws: Unreadable.self) { try Self.words("language: en\npage: x") }
        #expect(throws: Unreadable.self) { try Self.words("language: en\npage: {a: [b]}") }
    }

    @Test("the English words have no two sentences for a code and no broken placeholder")
    func english() throws {
        let bytes = try Golden.bytes(at: "Templates/words/en.yaml")
        let english = try Words(YAML.read(bytes))
        let found = Frame(words: english, file: "en.yaml", source: bytes).text(english.validate())
        #expect(found == "")
    }

    private func render(_ code: String, _ facts: Fact...) -> String {
        words.render(Statement(code, facts))
    }

    private static func words(_ text: String) throws -> Words {
        try Words(YAML.read(text))
    }
}
