import Testing
import TingTally

@Suite("Reading formulas") struct ReadingFormulasTests {
    private func value(_ text: String, electorate: Int = 1018) throws -> Surd {
        try Formula.parse(text).value { name in
            guard name == "electorate" else { throw Unknown(name: name) }
            return Surd(electorate)
        }
    }

    private struct Unknown: Error, Equatable { let name: String }

    @Test("the ordinary course: Debian's quorum, named in two steps") func debian() throws {
        let q = try value("1/2 * sqrt(electorate)")
        let formula = try Formula.parse("3 * Q")
        #expect(formula.names == ["Q"])
        #expect(try formula.value { _ in q }.decimal(places: 2) == "47.85")
    }

    @Test(
        "precedence, parentheses and functions",
        arguments: [
            ("1 + 2 * 3", "7"), ("(1 + 2) * 3", "9"), ("8 - 2 - 1", "5"), ("8 / 4 / 2", "1"),
            ("2 / 3", "2/3"),
            ("min(3, 2)", "2"), ("max(3, sqrt(16))", "4"), ("floor(7 / 2)", "3"), ("ceiling(7/2)", "4"),
            ("floor(sqrt(electorate))", "31"), ("ceiling(1/10 * electorate)", "102"),
            ("electorate-0", "1018"),
            ("max(25, 1/10*electorate)", "509/5"), ("  7  ", "7"), ("min(electorate / 10, 100)", "100"),
        ])
    func calculates(text: String, expected: String) throws {
        #expect(try value(text).description == expected)
    }

    @Test("names keep their order, once each; a dash between letters belongs to the name") func names() throws
    {
        #expect(try Formula.parse("b * a + b - vacant-seats").names == ["b", "a", "vacant-seats"])
        #expect(try Formula.parse("röster - a").names == ["röster", "a"])
    }

    @Test(
        "says where the mistake is",
        arguments: [
            ("", 0, "formula-value-expected-at-end"), ("1 +", 3, "formula-value-expected-at-end"),
            ("1 2", 2, "formula-operator-expected"), ("(1", 2, "formula-parenthesis-expected-at-end"),
            ("1)", 1, "formula-operator-expected"), ("40%", 2, "formula-percent"),
            ("1.5", 1, "formula-decimal"),
            ("root(2)", 0, "formula-function-unknown"), ("min(1)", 5, "formula-comma-expected"),
            ("* 2", 0, "formula-value-expected"), ("2 ^ 3", 2, "formula-operator-expected"),
            ("max(1, 2, 3)", 8, "formula-parenthesis-expected"), ("-1", 0, "formula-value-expected"),
            ("1000000000000000000", 0, "formula-number-too-long"), ("√2", 0, "formula-value-expected"),
            ("å + %", 4, "formula-percent"),
        ])
    func refuses(text: String, offset: Int, code: String) {
        #expect(throws: FormulaError.self) { try Formula.parse(text) }
        do { _ = try Formula.parse(text) } catch {
            #expect(error.offset == offset)
            #expect(error.statement.code == code)
        }
    }

    @Test("parentheses as deep as allowed are read, one deeper is refused") func depth() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "(", count: depth) + "1" + String(repeating: ")", count: depth)
        }
        for depth in [31, 32] { #expect(try value(nested(depth)) == Surd(1)) }
        #expect(throws: FormulaError.self) { try Formula.parse(nested(33)) }
        #expect(throws: FormulaError.self) { try Formula.parse(String(repeating: "(", count: 100_000)) }
        #expect(throws: FormulaError.self) { try Formula.parse(String(repeating: "1+", count: 600) + "1") }
    }

    @Test("a calculation without an exact result says which") func notExact() throws {
        for (text, offset, reason) in [
            ("1 + sqrt(2)", 2, "arithmetic-not-one-term"),
            ("1 / (electorate - 1018)", 2, "arithmetic-division-by-zero"),
            ("sqrt(1 - 2)", 0, "arithmetic-root-of-negative"),
            ("sqrt(sqrt(2))", 0, "arithmetic-root-of-root"),
        ] {
            do {
                _ = try value(text)
                Issue.record("\(text) should have no value")
            } catch let error as FormulaError {
                #expect(error.offset == offset)
                #expect(error.statement.code == "formula-not-exact")
                guard case .statement(let inner)? = error.statement["reason"] else {
                    Issue.record("no reason"); continue
                }
                #expect(inner.code == reason)
            }
        }
    }

    @Test("what the lookup throws comes through") func lookupThrows() {
        #expect(throws: Unknown(name: "members")) { try value("2 * members") }
    }

    @Test("any text ends in a formula or an error") func anyText() throws {
        var generator = SeededNumbers(seed: 20_261_123)
        let pieces = [
            "(", ")", "+", "-", "*", "/", "sqrt", "min", "max", "floor", ",", " ", "1", "22", "a", "a-b", "%",
            ".", "å", "\u{0}", "\n", "🙂",
        ]
        for _ in 0..<3000 {
            let text = (0..<generator.below(14)).map { _ in pieces[generator.below(pieces.count)] }.joined()
            do {
                let formula = try Formula.parse(text)
                #expect(formula.description == text)
            } catch {
                #expect((0...text.unicodeScalars.count).contains(error.offset), "\(text)")
            }
        }
    }
}
