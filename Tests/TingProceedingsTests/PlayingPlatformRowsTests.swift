import Foundation
import Testing
import TingProceedings
import TingTally
import TingTestSupport
import TingWorkflow
import TingYAML

/// The rows of the decision tables of existing platforms, played as votes of a workflow, ballot by ballot.
@Suite("Playing the rows of existing platforms")
struct PlayingPlatformRowsTests {
    struct Cases: Decodable {
        struct Rule: Decodable {
            struct Quorum: Decodable {
                let share: String?
                let number: String?
                let counting: [String]
            }
            let quorum: Quorum?
            let majority: String?
            let minimumYes: Int?

            private enum CodingKeys: String, CodingKey {
                case quorum, majority
                case minimumYes = "minimum-yes"
            }
        }
        struct Row: Decodable {
            let id: String
            let rule: String
            let counts: [Int]
            let open: Bool
            let then: String
        }
        struct Other: Decodable { let id: String }
        let rules: [String: Rule]
        let rows: [Row]
        let others: [Other]
    }

    /// Rows that are no life of a proposal here, with the reason.
    private static let notPlayed: [String: String] = [
        "bravo-4": "1,600,003 voters: counted, and not played one by one",
        "ccf-1": "accepted without any ballot: a vote here has somebody who may vote",
        "ccf-6a": "no proposal is there", "ccf-6b": "no proposal is there",
        "ccf-10a": "rejected by a number of no, where the row does not say how many may vote",
        "ccf-10b": "rejected by a number of no, where the row does not say how many may vote",
        "ccf-11a": "a ballot that is a program", "ccf-11b": "a ballot that is a program",
        "ccf-14": "proposals that are too old are not refused: they cannot be dated back here",
        "ccf-15": "a change of the rules drops no open proposal: each keeps the rules it began with",
        "daodao-36": "2^128 - 1 votes", "liquidfeedback-8": "ranked ballots",
        "liquidfeedback-9": "ranked ballots",
        "openzeppelin-1": "there a vote is not open yet at the very moment of its snapshot; here it is",
        "openzeppelin-2a": "there a vote is still open at the very moment of its end; here it is over",
        "openzeppelin-3a": "there a vote is still open at the very moment of its end; here it is over",
        "openzeppelin-12e":
            "a contract that cancels by itself; here somebody does, by an action of the state",
        "openzeppelin-15a": "quorums by date: a proposal keeps the file that it began with",
        "openzeppelin-15b": "quorums by date: a proposal keeps the file that it began with",
        "openzeppelin-25": "a ballot split over several choices", "openzeppelin-26a": "delegation",
        "openzeppelin-26b": "delegation", "openzeppelin-27a": "delegation", "openzeppelin-27b": "delegation",
        "openzeppelin-27c": "delegation", "openzeppelin-28": "delegation",
    ]

    private static let early = ("close-early: never", "close-early: {when: [decided, it can no longer pass]}")
    private static let oldQuorum =
        "quorum: {ballots: at least 2/5 of electorate, counting: [yes, no, abstain]}"

    private static func cases() throws -> Cases {
        let bytes = try Golden.bytes(at: "Tests/TingTallyTests/Cases/platform-suites/cases.json")
        return try JSONDecoder().decode(Cases.self, from: Data(bytes))
    }

    /// The rule in the words of a file. What asks a number of yes alone, or a quorum of yes alone, is that share
    /// of the electorate.
    private static func changes(_ rule: Cases.Rule, eligible: Int) -> [(String, String)] {
        var quorum = "quorum: none"
        var majority = rule.majority ?? ""
        if let least = rule.minimumYes { majority = "at least \(least)/\(eligible) of electorate" }
        if let asked = rule.quorum {
            let ballots = asked.share ?? asked.number ?? ""
            if majority.isEmpty {
                majority = ballots
            } else {
                quorum =
                    "quorum: {ballots: \(ballots), counting: [\(asked.counting.joined(separator: ", "))]}"
            }
        }
        var changes = [
            (oldQuorum, quorum), ("majority: more than 1/2 of votes cast", "majority: \(majority)"),
        ]
        if quorum == "quorum: none" { changes.append(("      no-quorum: undecided\n", "")) }
        if quorum == "quorum: none" {
            changes.append(("  undecided:\n    kind: final\n    result: lapsed\n", ""))
        }
        return changes
    }

    @Test("every row that is a count, cast ballot by ballot, ends or stays open as it does there")
    func counts() throws {
        let cases = try Self.cases()
        var played = 0
        for row in cases.rows where Self.notPlayed[row.id] == nil {
            let rule = try #require(cases.rules[row.rule])
            var changes = Self.changes(rule, eligible: row.counts[3])
            if row.open { changes.append(Self.early) }
            var sitting = try Sitting.atBallot(row.counts[3], changes)
            for (count, ballot) in zip(row.counts, ["yes", "no", "abstain"]) {
                try sitting.cast(count, ballot)
            }
            if !row.open { try sitting.wait(Period(7, .days)) }
            let states = ["passed": ["adopted"], "open": ["vote"], "rejected": ["rejected", "undecided"]]
            let state = try #require(try sitting.state)
            #expect(try #require(states[row.then]).contains(state), "\(row.id): \(state)")
            played += 1
        }
        #expect(played == 75)
    }

    @Test("no row is left out: it is a count, or one of the lives below, or it is named with its reason")
    func complete() throws {
        let cases = try Self.cases()
        let all = Set(cases.rows.map(\.id) + cases.others.map(\.id))
        let others = Set(cases.others.map(\.id))
        #expect(all.isSuperset(of: Self.notPlayed.keys))
        #expect(others.subtracting(Self.notPlayed.keys).sorted() == Self.lives.map(\.id).sorted())
    }

    /// A row that is a piece of a proposal's life.
    struct Life: Sendable {
        let id: String
        let holds: @Sendable () throws -> Bool
    }

    @Test("the rows of the life of a proposal", arguments: lives.map(\.id))
    func life(id: String) throws {
        let life = try #require(Self.lives.first { $0.id == id })
        #expect(try life.holds())
    }

    private static let simple = [
        ("at least 2/5 of electorate", "at least 1/10 of electorate"),
        ("[yes, no, abstain]", "[yes, abstain]"),
    ]

    private static func draft() throws -> Sitting {
        let action = "    actions:\n      cancel: {by: author, goto: lapsed}\n    outcomes: {submitted"
        var sitting = try Sitting(
            file: "ballot", voters(100), changing: simple + [("    outcomes: {submitted", action)])
        try sitting.propose(by: "v001")
        return sitting
    }

    private static func voters(_ count: Int) -> Roll { Sitting.voters(count) }

    private static func active() throws -> Sitting {
        var sitting = try draft()
        try sitting.act("submit", by: "v001")
        return sitting
    }

    /// 40, 30, 20, 15 and 5 votes; a quorum of 10, and a super quorum of 40 yes.
    private static func withSuperQuorum(_ ballots: [(Int, String)]) throws -> String? {
        let value =
            "{when: a super quorum has passed it, super-quorum: {ballots: at least 40, counting: [yes]}}"
        var sitting = try Sitting.atBallot(
            110,
            [
                ("at least 2/5 of electorate", "at least 10"), ("[yes, no, abstain]", "[yes, abstain]"),
                ("close-early: never", "close-early: " + value),
            ])
        for (count, ballot) in ballots { try sitting.cast(count, ballot) }
        return try sitting.state
    }

    /// Whether an extension of so many hours may stand in a vote of 16.
    private static func accepts(extension hours: Int) throws -> Bool {
        let file = String(
            decoding: try Golden.bytes(at: "Tests/TingProceedingsTests/Workflows/ballot.yaml"), as: UTF8.self)
        let text = file.replacing("lasts: 7 days", with: "lasts: 16 hours").replacing(
            "extend: none", with: "extend: {if-quorum-in-last: 8 hours, leaving: \(hours) hours}")
        let findings = Check.inspect(try YAML.read(Array(text.utf8))).findings
        return !findings.contains { $0.statement.code == "extension-too-long" }
    }

    private static func changeable(_ voters: Int, _ majority: String, _ ballots: [(Int, String)]) throws
        -> String?
    {
        var sitting = try Sitting.atBallot(
            voters,
            [
                (oldQuorum, "quorum: none"), ("      no-quorum: undecided\n", ""),
                ("  undecided:\n    kind: final\n    result: lapsed\n", ""),
                ("more than 1/2 of votes cast", majority),
                ("change-ballot: never", "change-ballot: until closing"),
            ])
        for (count, ballot) in ballots { try sitting.cast(count, ballot) }
        return try sitting.state
    }

    static let lives: [Life] = [
        Life(id: "ccf-7") { try !active().refusal { try $0.vote("", by: "v001") }.isEmpty },
        Life(id: "ccf-8") {
            var sitting = try active()
            try sitting.vote("yes", by: "v001")
            return try sitting.refusal { try $0.vote("no", by: "v001") } == ["ballot-not-changeable"]
        },
        Life(id: "daodao-6a") {
            let rule = "more than 1/2 of electorate without abstentions"
            return try changeable(15, rule, [(4, "yes"), (7, "no"), (2, "abstain")]) == "vote"
        },
        Life(id: "daodao-12b") {
            try changeable(100, "at least 10/100 of electorate", [(10, "yes")]) == "vote"
        },
        Life(id: "daodao-13b") {
            try changeable(10, "at least 10/10 of electorate", [(9, "yes"), (1, "no")]) == "vote"
        },
        Life(id: "daodao-40") {
            var sitting = try active()
            try sitting.vote("abstain", by: "v001")
            return try sitting.refusal { try $0.vote("yes", by: "v001") } == ["ballot-not-changeable"]
        },
        Life(id: "oneclickorgs-30") {
            // Three yes of four are enough, and the vote stays open until all have voted.
            var sitting = try Sitting.atBallot(
                4,
                [
                    ("more than 1/2 of votes cast", "at least 3/4 of electorate"),
                    ("close-early: never", "close-early: when all have voted"),
                ])
            try sitting.cast(3, "yes")
            return try sitting.state == "vote"
        },
        Life(id: "openzeppelin-7") {
            try draft().refusal { try $0.vote("yes", by: "v001") } == ["vote-not-open"]
        },
        Life(id: "openzeppelin-8") { try !active().refusal { try $0.vote("255", by: "v001") }.isEmpty },
        Life(id: "openzeppelin-9") {
            var sitting = try active()
            try sitting.vote("yes", by: "v001")
            return try sitting.refusal { try $0.vote("yes", by: "v001") } == ["ballot-not-changeable"]
        },
        Life(id: "openzeppelin-11a") {
            var sitting = try draft()
            try sitting.act("cancel", by: "v001")
            return try sitting.state == "lapsed"
        },
        Life(id: "openzeppelin-11b") {
            try draft().refusal { try $0.act("cancel", by: "v002") } == ["not-entitled"]
        },
        Life(id: "openzeppelin-12a") { try !active().refusal { try $0.act("cancel", by: "v001") }.isEmpty },
        Life(id: "openzeppelin-12b") {
            var sitting = try active()
            try sitting.vote("yes", by: "v002")
            return try !sitting.refusal { try $0.act("cancel", by: "v001") }.isEmpty
        },
        Life(id: "openzeppelin-12c") {
            var sitting = try active()
            try sitting.wait(Period(8, .days))
            return try !sitting.refusal { try $0.act("cancel", by: "v001") }.isEmpty
        },
        Life(id: "openzeppelin-12d") {
            var sitting = try active()
            try sitting.cast(10, "yes")
            try sitting.wait(Period(8, .days))
            return try sitting.refusal { try $0.act("cancel", by: "v001") } == ["proposal-finished"]
        },
        Life(id: "openzeppelin-15c") {
            let file = String(
                decoding: try Golden.bytes(at: "Tests/TingProceedingsTests/Workflows/ballot.yaml"),
                as: UTF8.self)
            let text = file.replacing("at least 2/5 of electorate", with: "at least 101/100 of electorate")
            return Check.inspect(try YAML.read(Array(text.utf8))).findings.contains {
                $0.statement.code == "share-size"
            }
        },
        Life(id: "openzeppelin-16a") {
            var sitting = try Sitting.atBallot(
                100,
                [
                    ("at least 2/5 of electorate", "at least 1"), ("lasts: 7 days", "lasts: 16 hours"),
                    ("extend: none", "extend: {if-quorum-in-last: 8 hours, leaving: 8 hours}"),
                ])
            try sitting.wait(Period(15, .hours))
            try sitting.cast(7, "yes")
            let end = sitting.zone.adding(Period(8, .hours), to: sitting.now)
            return try sitting.proposal.openVote?.closes == end
        },
        Life(id: "openzeppelin-18a") { try accepts(extension: 16) },
        Life(id: "openzeppelin-18b") { try !accepts(extension: 17) },
        Life(id: "openzeppelin-19") { try withSuperQuorum([(30, "yes")]) == "vote" },
        Life(id: "openzeppelin-20") { try withSuperQuorum([(50, "yes")]) == "adopted" },
        Life(id: "openzeppelin-21a") { try withSuperQuorum([(20, "yes")]) == "vote" },
        Life(id: "openzeppelin-22a") { try withSuperQuorum([(50, "no"), (40, "yes")]) == "vote" },
    ]
}
