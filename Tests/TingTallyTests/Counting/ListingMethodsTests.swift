import Foundation
import Testing
import TingTally

@Suite("Listing methods") struct ListingMethodsTests {
    /// The rows of the README's table of methods: the name, and the variants as it lists them.
    private func rows() throws -> [(name: String, variants: [String])] {
        let root = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent()
        }
        let text = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let head = try #require(lines.firstIndex { $0.hasPrefix("| method |") })
        return lines[(head + 2)...].prefix { $0.hasPrefix("|") }.map { line in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            let words = { (cell: String) in
                cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
                    .filter { $0.offset % 2 == 1 }.map { String($0.element) }
            }
            return (name: words(cells[1]).first ?? "", variants: words(cells[3]))
        }
    }

    @Test("the README lists every method in the order of the program, with its variants") func methods()
        throws
    {
        let rows = try rows()
        #expect(rows.map(\.name) == ["yes-no"] + CountingMethods.all.map { $0.name })
        for (row, method) in zip(rows.dropFirst(), CountingMethods.all) {
            // Equal shares has each of its variants a second time, as the last entry says.
            let plain = method.variants.filter { !$0.hasPrefix("cardinality-") }
            #expect(row.variants.filter { !$0.hasPrefix("cardinality-") } == plain, "\(row.name)")
        }
    }

    @Test("the first variant is the usual one: naming it changes nothing") func usual() throws {
        for method in CountingMethods.all {
            guard let first = method.variants.first else { continue }
            var settings = CountingSettings()
            if method.settings.contains(.defaultOption) { settings.defaultOption = 0 }
            if method.settings.contains(.budget) {
                settings.budget = Budget(limit: Fraction(5), costs: [Fraction(2), Fraction(3), Fraction(4)])
            }
            if method.settings.contains(.points) { settings.points = 4 }
            var named = settings
            named.variant = first
            let ballots: Ballots
            if method.form == .ranking {
                var box = try RankedBallots(options: ["A", "B", "C"])
                for ranking in [[[0], [1]], [[1], [2], [0]], [[2], [1]], [[0]]] {
                    try box.append(ranking: ranking)
                }
                ballots = .ranked(box)
            } else {
                var box = try ScoredBallots(options: ["A", "B", "C"])
                for scores in [[(0, 1), (1, 1)], [(2, 1)], [(1, 1), (2, 1)]] {
                    try box.append(scores: scores.map { (option: $0.0, score: $0.1) })
                }
                ballots = .scored(box)
            }
            let usual = try CountingMethods.method(named: method.name, settings: settings).count(ballots)
            let same = try CountingMethods.method(named: method.name, settings: named).count(ballots)
            #expect(usual == same, "\(method.name)")
        }
    }
}
