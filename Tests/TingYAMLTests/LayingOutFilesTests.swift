import Testing
import TingTestSupport
import TingWorkflow
import TingYAML

@Suite("Laying out files") struct LayingOutFilesTests {
    private func laidOut(_ text: String) throws -> String {
        let once = try YAML.laidOut(
            Array(text.utf8), separated: Workflow.separatedKeys, arranged: Workflow.arranged)
        let twice = try YAML.laidOut(
            Array(once.utf8), separated: Workflow.separatedKeys, arranged: Workflow.arranged)
        #expect(once == twice)
        return once
    }

    @Test("the ordinary course: keys in order, two spaces, one empty line between states, comments in place")
    func ordinaryCourse() throws {
        let text = """
            # yaml-language-server: $schema=.ting/workflow.schema.json
            # How the circle decides.

            workflow: small   # the id
            ting: 1
            title: "Small"
            states:
                draft:
                     outcomes: {not-submitted: done,
                         submitted: done}   # both
                     # At most a day.
                     lasts: {at-most: "1 day"}
                     kind: draft
                     # the end of the draft
                # The end.
                done:
                  result: lapsed
                  kind: final
            first: "draft"
            basis: 'Statutes: §4'
            # nothing follows
            """
        #expect(
            try laidOut(text) == """
                # yaml-language-server: $schema=.ting/workflow.schema.json
                # How the circle decides.

                ting: 1
                workflow: small  # the id
                title: Small
                basis: "Statutes: §4"
                first: draft

                states:
                  draft:
                    kind: draft
                    # At most a day.
                    lasts: {at-most: 1 day}
                    outcomes: {not-submitted: done, submitted: done}  # both
                    # the end of the draft

                  # The end.
                  done:
                    kind: final
                    result: lapsed
                # nothing follows

                """)
    }

    @Test(
        "one entry is written as another",
        arguments: [
            ("a: 'yes'", "a: \"yes\""), ("a: \"2/3\"", "a: 2/3"), ("a: \"12\"", "a: \"12\""),
            ("a: 'it''s'", "a: it's"), ("a: '- b'", "a: \"- b\""), ("a: \"b # c\"", "a: \"b # c\""),
            ("a: 'say \"no\": now'", "a: 'say \"no\": now'"), ("a: \"b\\tc\"", "a: \"b\\tc\""),
            ("a:   b   #c", "a: b  #c"), ("a: [ b,c ]", "a: [b, c]"), ("a: ['b, c', d]", "a: [\"b, c\", d]"),
            ("a: [[b], {c: d}, {}]", "a: [[b], {c: d}, {}]"), ("a: []", "a: []"), ("a:", "a:"),
            ("a: \"\"", "a: \"\""), ("a:\n- b\n- c", "a:\n  - b\n  - c"),
            ("a:\n - - b\n   - c", "a:\n  - - b\n    - c"),
            ("a:\n -\n   b: c\n   d: e", "a:\n  - b: c\n    d: e"),
            ("a:\n  b\n  c", "a: b c"), ("\"a\": b", "a: b"), ("? a\n: b", "a: b"),
            ("--- \na: b\n...", "a: b"),
            ("a: |\n      b\n        c\n\n\n", "a: |\n  b\n    c"),
            ("a: |2\n     b\n    c\n", "a: |2\n     b\n    c"), ("a: |\n    b", "a: |-\n  b"),
            ("a: >-  # why\n     b\n\n     c", "a: >-  # why\n  b\n\n  c"),
            ("a: |+\n  b\n\n\nc: d", "a: |+\n  b\n\n\nc: d"), ("a: b\r\nc: d\r\n", "a: b\nc: d"),
            ("a: {b: c, # d\n  e: f}", "a:\n  b: c  # d\n  e: f"),
            ("a: [b,\n # c\n d]", "a:\n  - b\n  # c\n  - d"),
            ("a: # b\n  c # d", "# b\na: c  # d"), ("a: {\n # b\n}", "# b\na: {}"),
            ("a: [b\n  # c\n ]", "a:\n  - b\n  # c"), ("# a", "# a"),
        ])
    func entries(written: String, expected: String) throws {
        guard written != "# a" else {
            #expect(throws: Unreadable.self) { try YAML.laidOut(Array(written.utf8)) }
            return
        }
        #expect(try laidOut(written) == expected + "\n")
    }

    @Test("brackets without room are opened, and long texts keep their breaks")
    func room() throws {
        let long = String(repeating: "wide ", count: 18) + "enough"
        #expect(
            try laidOut("a: {b: \(long), c: [d, e]}\n") == "a:\n  b: \(long)\n  c: [d, e]\n")
        #expect(try laidOut("a:\n    \(long)\n    \(long)\n") == "a: \(long)\n  \(long)\n")
        #expect(try laidOut("a:\n   \"\(long)\n\n   \(long)\"\n") == "a: \"\(long)\n\n  \(long)\"\n")
        #expect(try laidOut("- a: \"\(long)\\\n    \\ \(long)\"\n") == "- a: \"\(long)\\\n    \\ \(long)\"\n")
        #expect(try laidOut("- \(long) \(long)\n") == "- \(long) \(long)\n")
    }

    @Test("a comment stands at what it was written at, however the keys move")
    func comments() throws {
        let text = """
            workflow: small
            # The states.

            states:   # all of them
              # one
              draft:  # two
                # three
                lasts: 1 day  # four
                actions:
                  # five
                  withdraw: {by: author, # six
                    # seven
                    goto: done}
                  # eight
                # nine
                kind: draft
              # ten
            # eleven
            ting: 1
            scenarios:
            # twelve
            - title: A  # thirteen
              # fourteen
              steps:
              - author submits
              # fifteen
            """
        #expect(
            try laidOut(text) == """
                # eleven
                ting: 1
                workflow: small

                # The states.

                states:  # all of them
                  # one
                  draft:  # two
                    # nine
                    kind: draft
                    # three
                    lasts: 1 day  # four
                    actions:
                      # five
                      withdraw:
                        by: author  # six
                        # seven
                        goto: done
                      # eight
                  # ten

                scenarios:
                  # twelve
                  - title: A  # thirteen
                    # fourteen
                    steps:
                      - author submits
                      # fifteen

                """)
    }
}
