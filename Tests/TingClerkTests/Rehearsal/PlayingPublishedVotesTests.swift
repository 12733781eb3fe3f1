import Testing
import TingClerk
import TingTally
import TingWorkflow
import TingYAML

/// Published votes, played as whole lives of proposals under the library's procedures.
@Suite(
    "Playing published votes",
    .enabled(if: PublishedVotes.folder != nil, Comment(rawValue: PublishedVotes.missing)))
struct PlayingPublishedVotesTests {
    /// Votes of which it is not published how many could vote.
    private static let withoutElectorate = ["debian-2003-gr_voting", "debian-2020-leader"]

    /// The letters of the options, the default last; the tokens are in the order of the ballot paper.
    private static func letters(_ options: [String], default name: String) -> [String] {
        var next = "ABCDEFGHIJKLMNOP".map { String($0) }[...]
        let letters = options.map { $0 == name ? "" : next.removeFirst() }
        return letters.map { $0.isEmpty ? next.first ?? "" : $0 }
    }

    /// The library's procedure with one story in place of its own.
    private static func workflow(_ file: String, telling story: String) throws -> Workflow {
        let node = try PlayingScenariosTests.text(file)
        let head = node.split(separator: "\nscenarios:\n", maxSplits: 1)[0]
        return try Workflow.read(YAML.read(Array((head + "\nscenarios:\n" + story).utf8)))
    }

    /// The life of one vote: it is proposed, the others are offered and seconded, and the ballots are cast.
    private static func story(_ entry: PublishedVotes.Entry) throws -> String {
        let expected = try #require(entry.expected)
        let path = try #require(entry.normalised?.abif)
        let file = try BallotFile.read(PublishedVotes.text(path))
        let ballots = try file.ballots.ranked()
        let names = ballots.options
        let last = try #require(expected.default)
        let letters = letters(names, default: last)
        let ratios = expected.majority ?? [:]
        func touching(_ name: String) -> Bool { ratios[name] == "3" }
        // R is three halves of the root of the number of developers.
        let quorum = try #require(expected.quorum_R.flatMap(Double.init))
        let root = quorum * 2 / 3
        let members = Int((root * root).rounded())
        var steps = ["author submits", "5 members sponsor"]
        for (name, letter) in zip(names, letters).dropFirst() where name != expected.default {
            let subject = touching(name) ? " touching changes-foundation-document" : ""
            steps.append("member 20 offers \"Option \(letter)\"" + subject)
            steps.append("5 members second \(letter)")
        }
        let cast = (0..<ballots.rowCount).map { row in
            let places = ballots.ranking(ofRow: row).map { $0.map { letters[$0] }.joined(separator: "=") }
            return "\(ballots.weight(ofRow: row)) \(places.joined(separator: ">"))"
        }
        steps += [
            "2 weeks pass", "author calls-for-vote", "members rank " + cast.joined(separator: ", "),
            "2 weeks pass",
        ]
        let winners = expected.winners ?? []
        let won = zip(names, letters).filter { winners.contains($0.0) }.map(\.1)
        let isDefault = winners == [expected.default]
        let subjects = touching(names[0]) ? "    touches: [changes-foundation-document]\n" : ""
        return """
              - title: \(entry.id)
                members: \(members)
            \(subjects)    steps:
            \(steps.map { "      - \($0)\n" }.joined())    expect:
                  state: \(isDefault ? "further-discussion" : "resolved")
                  winners: [\(won.joined(separator: ", "))]

            """
    }

    @Test("each Debian vote ends as it was declared: resolutions, and leaders elected by the same count")
    func debian() throws {
        let entries = try PublishedVotes.entries(countedBy: "debian")
        #expect(entries.count == 29)
        var played = 0
        for entry in entries where !Self.withoutElectorate.contains(entry.id) {
            let workflow = try Self.workflow(
                "debian-general-resolution.yaml", telling: Self.story(entry))
            let scenario = try #require(workflow.scenarios.first)
            let life = Rehearsal(workflow, zone: .utc) { $0.code }.play(scenario)
            #expect(life.failures.isEmpty, "\(entry.id): \(life.failures.map { "\($0.statement)" })")
            played += 1
        }
        #expect(played == 27)
    }

    // MARK: People and cantons

    private static let codes = [
        "zh", "be", "lu", "ur", "sz", "ow", "nw", "gl", "zg", "fr", "so", "bs", "bl", "sh", "ar", "ai", "sg",
        "gr", "ag", "tg", "ti", "vd", "vs", "ne", "ge", "ju",
    ]
    /// Initiatives that the table says the people alone decided: on a total revision, or a general suggestion.
    private static let ofThePeople = ["122", "134", "157", "213", "256"]

    private static func count(_ row: [String: String], _ yes: String, _ no: String) throws -> ChoiceCount? {
        guard let yes = row[yes].flatMap(Int.init), let no = row[no].flatMap(Int.init) else { return nil }
        return try ChoiceCount(eligible: yes + no, yes: yes, no: no)
    }

    /// Over a million ballots are not cast one by one here: the rule of the procedure decides on the counts.
    @Test("each Swiss vote of people and cantons ends as declared, by the rule of the procedure")
    func swiss() throws {
        let workflow = try PlayingScenariosTests.read("swiss-double-majority.yaml")
        let vote = try #require(workflow.state("vote")?.kind.vote)
        #expect(workflow.needs.classes.count == Self.codes.count)
        let names = Dictionary(uniqueKeysWithValues: zip(Self.codes, workflow.needs.classes))
        var decided = 0
        for row in try PublishedVotes.rows("swiss/swissvotes_reduced.csv") where row["rechtsform"] != "2" {
            let number = row["anr"] ?? ""
            guard !Self.ofThePeople.contains(number) else { continue }
            let classes = try Self.codes.compactMap { code in
                try Self.count(row, code + "-ja", code + "-nein").map {
                    ClassCount(name: names[code] ?? "", count: $0)
                }
            }
            guard !classes.isEmpty else { continue }
            let people = try #require(try Self.count(row, "volkja", "volknein"), "\(number)")
            let there = Set(classes.map(\.name))
            var rule = try vote.yesNoRule(touching: [], members: people.eligible, in: workflow)
            // Jura is a canton since 1979; half of the cantons is half of those there were.
            rule.bodies = rule.bodies.map { body in
                guard case .districts(let districts) = body.votes else { return body }
                let parts = districts.parts.filter { there.contains($0.className) }
                let votes = Districts(carriedBy: districts.carriedBy, parts)
                return Body(name: body.name, votes: .districts(votes), rule: body.rule)
            }
            let verdict = try rule.decide(YesNoBallots(whole: people, classes: classes))
            #expect((verdict.outcome == .passed) == (row["annahme"] == "1"), "vote \(number)")
            decided += 1
        }
        #expect(decided == 305)
    }
}
