import Foundation
import Testing
import TingTally
import TingTestSupport
import TingWorkflow
import TingYAML

/// The case files of the demo, against what was published of the votes.
@Suite("Retelling published votes") struct RetellingVotesTests {
    static func file(_ name: String) throws -> BallotFile {
        let url = Golden.packageRoot().appendingPathComponent("Templates/demo/" + name)
        return try BallotFile.read(String(decoding: Data(contentsOf: url), as: UTF8.self))
    }

    /// The beat matrix printed on https://www.debian.org/vote/2008/vote_003.
    static let matrix = [
        [0, 46, 60, 72, 73, 89, 117], [281, 0, 160, 160, 171, 177, 224], [255, 61, 0, 125, 137, 151, 204],
        [253, 121, 146, 0, 160, 166, 194], [234, 105, 128, 135, 0, 136, 191],
        [220, 118, 134, 125, 134, 0, 180], [226, 129, 145, 153, 160, 169, 0],
    ]

    @Test("Debian 2008/003: the ballots give the printed matrix, and the declared winner")
    func debian() throws {
        let file = try Self.file("debian-2008-003.abif")
        let read = try file.ballots.ranked()
        #expect(read.total == 367)
        #expect(file.electorate == 1018)
        #expect(read.pairwise(unranked: .last).rows == Self.matrix)
        let quorum = try Formula.parse("3/2 * sqrt(electorate)").value { _ in Surd(1018) }
        let three = Fraction(3)
        let rule = DebianRule(
            defaultOption: 6, quorum: quorum, ratios: [1: three, 2: three, 3: three, 5: three],
            ratioComparison: .atLeast, unranked: .last)
        let tally = try rule.count(read)
        #expect(tally.winnerNames == ["Assume blobs comply with GPL unless proven otherwise"])
        #expect(tally.dropped.map(\.option) == [0, 1, 2, 3, 5])
        #expect(tally.dropped.allSatisfy { $0.lack == .majority })
    }

    @Test("the story of the vote has the ballots of the case file") func sameBallots() throws {
        let file = try Self.file("debian-2008-003.abif")
        let read = try file.ballots.ranked()
        let workflow = try PlayingScenariosTests.read("debian-general-resolution.yaml")
        let rankings = workflow.scenarios.flatMap(\.steps).compactMap { step in
            if case .cast(_, let counts) = step.line, counts.count > 100 { counts } else { nil }
        }
        #expect(rankings.count == 1)
        let told = Set((rankings.first ?? []).map { "\($0.count) \($0.ballot)" })
        let filed = (0..<read.rowCount).map { row in
            let places = read.ranking(ofRow: row).map { group in
                group.map { file.tokens[$0] }.joined(separator: "=")
            }
            return "\(read.weight(ofRow: row)) \(places.joined(separator: ">"))"
        }
        #expect(told == Set(filed))
        #expect(told.count == filed.count)
    }

    @Test("Arch, July 2013: 18 yes, 4 no and 2 abstentions of 37") func arch() throws {
        let counts = try Self.file("arch-2013.abif").yesNoBallots().whole
        #expect(counts[.yes] == 18 && counts[.no] == 4 && counts[.abstain] == 2)
        #expect(counts.eligible == 37 && counts.received == 24)
    }
}
