import Testing
import TingTally
import TingTestSupport
import TingWorkflow
import TingYAML

@Suite("Checking a workflow") struct CheckingAWorkflowTests {
    private func codes(_ changes: (String, String)..., also more: String = "") throws -> [String] {
        var text = try Steward.request(also: more)
        for (old, new) in changes {
            let range = try #require(text.range(ofFirst: old), "\(old)")
            text.replaceSubrange(range, with: new)
        }
        // Warnings that have tests of their own are left out here.
        let told = ["rule-unused", "majority-of-half", "promise-of-nothing", "promise-too-large"]
        return try Steward.inspect(text).findings
            .filter { $0.severity == .error || told.contains($0.statement.code) }.map(\.statement.code)
    }

    @Test("the ordinary course: nothing is found in a workflow that is right")
    func ordinaryCourse() throws {
        #expect(try codes() == [])
        let workflow = try #require(try Steward.inspect(Steward.request()).workflow)
        #expect(Check.findings(of: workflow) == [])
    }

    @Test("a way back is right when the state it leads to, or another on the way, has a limit")
    func loops() throws {
        let back = ("no-quorum: lapsed", "no-quorum: deliberation")
        #expect(try codes(back) == ["loop-without-limit"])
        let visits = "\n    visits: {at-most: 2, then: lapsed}"
        #expect(try codes(back, ("kind: deliberation", "kind: deliberation" + visits)) == [])
        #expect(try codes(back, ("kind: vote", "kind: vote" + visits)) == [])
        #expect(
            try codes(back, ("kind: sponsorship", "kind: sponsorship" + visits)) == ["loop-without-limit"])
    }

    @Test("a total bounds its own state only, unless each round uses some of it up")
    func loopsWithTotals() throws {
        let back = ("no-quorum: lapsed", "no-quorum: deliberation")
        let total = "kind: deliberation\n    in-total-at-most: 90 days"
        // When the total is used up, the deliberation is over at once, and the vote comes again.
        #expect(try codes(back, ("kind: deliberation", total)) == ["loop-without-limit"])
        // Who can call for the vote only after fourteen days can do so six times in ninety days.
        let call = "\n    actions: {call: {by: author, goto: vote, after-minimum: yes}}"
        #expect(
            try codes(back, ("kind: deliberation", total + call), ("ended: vote", "ended: lapsed")) == [])
        let atOnce = "\n    actions: {call: {by: author, goto: vote}}"
        #expect(
            try codes(back, ("kind: deliberation", total + atOnce), ("ended: vote", "ended: lapsed"))
                == ["loop-without-limit"])
    }

    @Test("what stands for a full state is reached only where that state can be full")
    func countedVisits() throws {
        let spare =
            "  spare:\n    kind: task\n    by: board\n    does: Tidy up\n    lasts: {at-most: 7 days}\n"
            + "    outcomes: {done: adopted, refused: lapsed, not-done: lapsed}\n  adopted:\n"
        // One vote without a quorum leads to the second; nothing leads to a third.
        let second =
            "  second:\n    kind: deliberation\n    lasts: 7 days\n    outcomes: {ended: vote}\n" + spare
        let limit = "kind: vote\n    visits: {at-most: 3, then: spare}"
        let once = "  second:\n    kind: deliberation\n    visits: {at-most: 1, then: lapsed}\n"
        #expect(
            try codes(
                ("no-quorum: lapsed", "no-quorum: second"), ("kind: vote", limit), ("  adopted:\n", second),
                ("  second:\n    kind: deliberation\n", once)) == ["unreachable-state"])
    }

    @Test("a state that leads back to itself needs a limit, too")
    func selfLoop() throws {
        #expect(try codes(("no-quorum: lapsed", "no-quorum: vote")) == ["loop-without-limit"])
    }

    @Test("where a limit of visits leads counts as a way to reach a state")
    func reachableByLimit() throws {
        let spare = (
            "  adopted:\n",
            "  spare:\n    kind: task\n    by: board\n    does: Tidy up\n    lasts: {at-most: 7 days}\n    outcomes: {done: lapsed, refused: lapsed, not-done: lapsed}\n  adopted:\n"
        )
        #expect(try codes(spare) == ["unreachable-state"])
        let limit = ("kind: vote", "kind: vote\n    visits: {at-most: 2, then: spare}")
        #expect(try codes(spare, limit, ("no-quorum: lapsed", "no-quorum: vote")) == [])
    }

    @Test("a state that waits is right as long as somebody can end it")
    func waits() throws {
        let waits = ("lasts: {at-most: 21 days}", "lasts: waits\n    waits-for: five sponsors")
        #expect(try codes(waits) == [])
        let idle = (
            "lasts: {at-least: 14 days, at-most: 60 days, ended-by: facilitator}",
            "lasts: waits\n    waits-for: nobody"
        )
        let found = try codes(idle)
        #expect(found.contains("no-way-out"))
    }

    @Test("nothing is adopted by a limit of visits, an action or silence")
    func adoption() throws {
        #expect(
            try codes(
                ("no-quorum: lapsed", "no-quorum: vote"),
                ("kind: vote", "kind: vote\n    visits: {at-most: 2, then: adopted}"))
                == ["adopted-without-decision"])
        #expect(try codes(("no-quorum: lapsed", "no-quorum: adopted")) == ["adopted-by-no-quorum"])
        #expect(
            try codes(("not-submitted: lapsed", "not-submitted: adopted")) == ["adopted-without-decision"])
    }

    @Test("a text that can be changed after the decision is decided on again, or left as it is")
    func changingTexts() throws {
        func polishing(_ writing: String, _ target: String) -> (String, String) {
            (
                "  adopted:\n",
                "  polishing:\n    kind: deliberation\n\(writing)    lasts: 7 days\n"
                    + "    visits: {at-most: 1, then: adopted}\n"
                    + "    outcomes: {ended: \(target)}\n  adopted:\n"
            )
        }
        let passed = ("passed: adopted", "passed: polishing")
        let amendments = "    amendments: {by: author}\n"
        #expect(try codes(passed, polishing("", "adopted")) == [])
        #expect(try codes(passed, polishing(amendments, "adopted")) == ["text-changes-after-decision"])
        #expect(try codes(passed, polishing(amendments, "vote")) == [])
    }

    @Test("the story of an adoption without a decision is the shortest there is, step by step")
    func story() throws {
        let text = try Steward.request(("no-quorum: lapsed", "no-quorum: adopted"))
        let story = try #require(try Steward.inspect(text).findings.first).story
        #expect(
            story.map(\.statement.code) == [
                "tale-submitted", "tale-sponsored", "tale-ended", "tale-vote-no-quorum",
            ])
        #expect(
            story.map { $0.date?.description } == ["2026-03-02", "2026-03-02", "2026-03-16", "2026-03-23"])
        #expect(story.map(\.next) == ["sponsorship", "deliberation", "vote", "adopted"])
    }

    @Test(
        "time promised is kept by the quickest way: one day less, exactly, one day more",
        arguments: [
            ("20 days", true), ("21 days", true), ("22 days", false), ("3 weeks", true), ("504 hours", true),
            ("505 hours", false), ("1 month", false),
        ])
    func timeBetween(promised: String, isKept: Bool) throws {
        let promise =
            "promises:\n  time-between: {from: draft submitted, to: vote passed, at-least: \(promised)}\n"
        #expect(try codes(also: promise) == (isKept ? [] : ["promise-time-between"]))
    }

    @Test("a promise in months is kept by months, whatever month it is")
    func months() throws {
        let month = ("lasts: 7 days", "lasts: 1 month")
        let promise = { (period: String) in
            "promises:\n  time-between: {from: vote opened, to: vote passed, at-least: \(period)}\n"
        }
        #expect(try codes(month, also: promise("1 month")) == [])
        #expect(try codes(month, also: promise("28 days")) == [])
        #expect(try codes(month, also: promise("29 days")) == ["promise-time-between"])
        #expect(
            try codes(("lasts: 7 days", "lasts: 30 days"), also: promise("1 month")) == [
                "promise-time-between"
            ])
        #expect(try codes(("lasts: 7 days", "lasts: 31 days"), also: promise("1 month")) == [])
    }

    @Test("a vote that may close early, or a subject with a shorter time, makes the quickest way quicker")
    func quicker() throws {
        let promise = "promises:\n  time-between: {from: vote opened, to: vote passed, at-least: 7 days}\n"
        #expect(try codes(also: promise) == [])
        #expect(
            try codes(
                ("change-ballot: until closing", "change-ballot: never"),
                ("close-early: never", "close-early: when decided"), also: promise)
                == ["promise-time-none"])
        #expect(
            try codes(
                ("first: draft", "subjects:\n  small: {judged-by: board}\nfirst: draft"),
                (
                    "lasts: 7 days",
                    "lasts:\n      - when: small\n        lasts: 5 days\n      - otherwise: 7 days"
                ), also: promise)
                == ["promise-time-between"])
    }

    @Test("a notice keeps its time before the meeting: four weeks are kept, four weeks and a day are not")
    func notice() throws {
        for (promised, isKept) in [("27 days", true), ("4 weeks", true), ("29 days", false)] {
            var text = try Steward.text("bylaw-change.yaml")
            let range = try #require(text.range(ofFirst: "at-least: 4 weeks"))
            text.replaceSubrange(range, with: "at-least: \(promised)")
            let codes = try Steward.inspect(text).codes
            #expect(codes.contains("promise-time-between") == !isKept, "\(promised)")
        }
    }

    @Test("the longest life is the sum of the longest stays: 21, 60 and 7 days")
    func longestLife() throws {
        for (promised, isKept) in [("87 days", false), ("88 days", true), ("89 days", true)] {
            let promise = "promises:\n  ends-within: \(promised)\n"
            #expect(try codes(also: promise) == (isKept ? [] : ["promise-ends-within"]), "\(promised)")
        }
    }

    @Test("rounds count as often as their limit allows, and a total only once")
    func longestRounds() throws {
        func isKept(_ promised: String, _ changes: (String, String)...) throws -> Bool {
            var text = try Steward.request(
                ("no-quorum: lapsed", "no-quorum: deliberation"),
                also: "promises:\n  ends-within: \(promised)\n")
            for (old, new) in changes {
                text.replaceSubrange(try #require(text.range(ofFirst: old)), with: new)
            }
            let codes = try Steward.inspect(text).codes
            #expect(codes.allSatisfy { $0 == "promise-ends-within" }, "\(codes)")
            return codes.isEmpty
        }
        // 21 + 4 × 60 + 3 × 7 days: after three votes a fourth deliberation leads to lapsed.
        let limit = ("kind: vote", "kind: vote\n    visits: {at-most: 3, then: lapsed}")
        #expect(try isKept("281 days", limit) == false)
        #expect(try isKept("282 days", limit))
        let total = ("kind: deliberation", "kind: deliberation\n    in-total-at-most: 70 days")
        #expect(try isKept("111 days", limit, total) == false)
        #expect(try isKept("112 days", limit, total))
        let many = ("kind: vote", "kind: vote\n    visits: {at-most: 200, then: lapsed}")
        #expect(try isKept("10 years", many) == false)
    }

    @Test("too many ways to follow are said, not followed")
    func tooMany() throws {
        let text = try Steward.request(
            ("no-quorum: lapsed", "no-quorum: deliberation"),
            ("kind: vote", "kind: vote\n    visits: {at-most: 100000, then: lapsed}"),
            also: "promises:\n  ends-within: 420 days\n")
        #expect(try Steward.inspect(text).codes == ["promise-too-large"])
    }

    @Test("text is frozen where nobody can change it in between")
    func frozenText() throws {
        let promise = "promises:\n  frozen-text: {from: deliberation ended, to: adopted}\n"
        #expect(
            try codes(
                ("kind: deliberation", "kind: deliberation\n    amendments: {by: author}"), also: promise)
                == [])
        let early = "promises:\n  frozen-text: {from: deliberation entered, to: adopted}\n"
        #expect(try codes(also: early) == [])
        #expect(
            try codes(("kind: deliberation", "kind: deliberation\n    amendments: {by: author}"), also: early)
                == ["promise-frozen-text"])
        // Going back to the deliberation freezes anew when it ends again.
        let back = [
            ("no-quorum: lapsed", "no-quorum: deliberation"),
            ("kind: vote", "kind: vote\n    visits: {at-most: 2, then: lapsed}"),
        ]
        #expect(
            try codes(
                back[0], back[1], ("kind: deliberation", "kind: deliberation\n    amendments: {by: author}"),
                also: promise) == [])
    }

    @Test("adopted only after what was promised")
    func adoptedOnlyAfter() throws {
        #expect(try codes(also: "promises:\n  adopted-only-after: [vote passed]\n") == [])
        #expect(try codes(also: "promises:\n  adopted-only-after: [deliberation entered]\n") == [])
        #expect(
            try codes(also: "promises:\n  adopted-only-after: [vote failed]\n") == [
                "promise-adopted-only-after"
            ])
        #expect(try codes(also: "promises:\n  adopted-only-after: [vote failed, vote passed]\n") == [])
    }

    @Test(
        "an extension may be as long as the vote and no longer",
        arguments: [("6 days", true), ("7 days", true), ("8 days", false)])
    func extensions(by: String, isKept: Bool) throws {
        let found = try codes(("extend: none", "extend: {if-quorum-in-last: 24 hours, by: \(by)}"))
        #expect(found == (isKept ? [] : ["extension-too-long"]))
    }

    @Test(
        "a majority that half the votes can reach is warned of",
        arguments: [
            ("more than 1/2", true), ("at least 1/2", false), ("more than 49/100", false),
            ("at least 51/100", true),
        ])
    func half(share: String, isFine: Bool) throws {
        #expect(
            try codes(("majority: more than 1/2", "majority: \(share)"))
                == (isFine ? [] : ["majority-of-half"]))
    }

    @Test("findings stand in file order and are the same every time")
    func order() throws {
        let bytes = try Golden.bytes(at: "\(Steward.folder)/Bad/many-mistakes.yaml")
        let findings = Check.inspect(try YAML.read(bytes)).findings
        #expect(findings.map(\.mark) == findings.map(\.mark).sorted())
        for _ in 0..<5 { #expect(Check.inspect(try YAML.read(bytes)).findings == findings) }
    }
}
