import Testing
import TingClerk
import TingTally
import TingWorkflow

@Suite("Reading registers")
struct ReadingRegistersTests {
    static let heading = "member,name,email,classes,roles,joined\n"

    @Test("the ordinary course: columns in any order and case, several classes, a date")
    func ordinaryCourse() throws {
        let text = "Name, JOINED ,member,classes\r\n Ada Å ,2026-03-02,ada,workers users\r\nBo,,bo,\r\n"
        var lines = try Register(Array(text.utf8), zone: .utc).lines
        #expect(lines.allSatisfy { $0.keeps == [.email, .roles, .groups] })
        for place in lines.indices { lines[place].keeps = [] }
        #expect(
            lines == [
                Clerk.RollLine(
                    handle: "ada", name: "Ada Å", classes: ["users", "workers"],
                    joined: Instant(seconds: 1_772_409_600)),
                Clerk.RollLine(handle: "bo", name: "Bo"),
            ])
    }

    @Test("a register without members is an empty one, and rows of empty cells are passed over")
    func empty() throws {
        #expect(try Register(Array(Self.heading.utf8), zone: .utc).lines.isEmpty)
        #expect(
            try Register(Array((Self.heading + ",,,,,\nada,Ada,,,,\n , ,,,,\n").utf8), zone: .utc).lines.count
                == 1)
    }

    /// A register that is wrong: what follows the heading, and each mistake as `line code`.
    @Test(
        "registers that are wrong",
        arguments: [
            ("", ["1 register-empty"]), ("\n\n", ["1 register-empty"]),
            ("member\n", ["1 register-heading-missing"]),
            ("name\n", ["1 register-heading-missing"]), ("\nname\n", ["2 register-heading-missing"]),
            (
                "a,b\n",
                [
                    "1 register-heading", "1 register-heading", "1 register-heading-missing",
                    "1 register-heading-missing",
                ]
            ),
            ("member,name,\n", ["1 register-heading-empty"]),
            ("member,name,name\n", ["1 register-heading-twice"]),
            ("member,name,Phone\n", ["1 register-heading"]), ("member,name\nada\n", ["2 csv-cells"]),
            ("member,name\nada,Ada,x\n", ["2 csv-cells"]), ("member,name\nada,\"Ada\n", ["2 csv-quote-open"]),
            ("member,name\nada,A\"da\n", ["2 csv-quote-inside"]),
            ("member,name\nada,\"A\"da\n", ["2 csv-after-quote"]),
            ("member,name\nada,A\u{1}da\n", ["2 csv-control"]),
            ("member,name\n,Ada\n", ["2 register-handle"]),
            ("member,name\nAda,Ada\n", ["2 register-handle"]),
            ("member,name\nåsa,Åsa\n", ["2 register-handle"]),
            ("member,name\n1ada,Ada\n", ["2 register-handle"]),
            ("member,name\na da,Ada\n", ["2 register-handle"]),
            ("member,name\nada,\n", ["2 register-name"]), ("member,name\nada, \n", ["2 register-name"]),
            ("member,name\n;x,\n", ["2 register-handle", "2 register-name"]),
            ("member,name\nada,Ada\nada,Ada\n", ["3 register-twice"]),
            ("member,name\nada,Ada\nbo,Bo\nada,Ada\nada,Ada\n", ["4 register-twice", "5 register-twice"]),
            ("member,name,email\nada,Ada,ada\n", ["2 register-email"]),
            ("member,name,email\nada,Ada,a@b@c\n", ["2 register-email"]),
            ("member,name,email\nada,Ada,ada@\n", ["2 register-email"]),
            ("member,name,email\nada,Ada,a d@b\n", ["2 register-email"]),
            ("member,name,joined\nada,Ada,2026-02-29\n", ["2 register-date"]),
            ("member,name,joined\nada,Ada,1/2/2026\n", ["2 register-date"]),
            ("member,name,joined\nada,Ada,2026-2-1\n", ["2 register-date"]),
            ("member,name\nada,=1+1\n", ["2 register-formula"]),
            ("member,name\nada,+Ada\n", ["2 register-formula"]),
            ("member,name\nada,-Ada\n", ["2 register-formula"]),
            ("member,name\nada, @Ada\n", ["2 register-formula"]),
            (
                "member,name,email,joined\nAda,,x,y\nbo,Bo,b@b,2026-01-01\n\nbo,Bo,,\n",
                [
                    "2 register-handle", "2 register-name", "2 register-email", "2 register-date",
                    "5 register-twice",
                ]
            ),
        ])
    func wrong(text: String, mistakes: [String]) {
        let error = #expect(throws: Register.Mistakes.self) { try Register(Array(text.utf8), zone: .utc) }
        #expect(error?.mistakes.map { "\($0.line) \($0.statement.code)" } == mistakes)
    }

    @Test("a handle twice names the line where it stood first")
    func twice() {
        let text = "member,name\nada,Ada\nbo,Bo\nada,Ada\nada,Ada\n"
        let error = #expect(throws: Register.Mistakes.self) { try Register(Array(text.utf8), zone: .utc) }
        #expect(error?.mistakes.map { $0.statement["first"] } == [.number(2), .number(2)])
    }

    @Test(
        "handles",
        arguments: [
            ("a", true), ("a1-_.", true), (String(repeating: "a", count: 40), true),
            (String(repeating: "a", count: 41), false),
            ("", false), ("-a", false), ("A", false), ("a/b", false), ("a\u{301}", false),
        ])
    func handles(text: String, isHandle: Bool) {
        #expect(Person.isHandle(text) == isHandle)
    }
}
