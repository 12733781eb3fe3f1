import TingProceedings
import TingTally
import TingTestSupport
import TingWorkflow

/// Five votes whose results are known from outside.
extension Story {
    /// Two thirds exactly, and one vote short of it: 40 or 39 yes to 20 no.
    static func bylawChange(yes: Int) throws -> Story {
        var story = try meeting()
        try story.pass(to: day(44))
        story.cast(.yes, yes - 20, "users")
        story.cast(.yes, 20, "workers")
        story.cast(.no, 20, "users")
        story.cast(.abstain, 7, "workers")
        try story.act(
            "end-meeting", by: "board-1", at: Instant(seconds: day(44).seconds + 7_200),
            choice: "general-meeting")
        return story
    }

    /// The same change, called to a meeting that lies ahead.
    static func meeting() throws -> Story {
        var story = try Story(Procedures.bylawChange)
        story.admit(30, "workers", classes: ["workers"])
        story.admit(60, "users", classes: ["users"])
        story.admit(1, "board", classes: ["workers"], roles: ["board"])
        try story.begin(
            "Remote general meetings",
            text: """
                ## Section 14

                Members may take part in the general meeting and vote at a distance.

                | notice | 4 weeks |
                | --- | --- |
                """, by: "workers-1")
        try story.act("submit", by: "workers-1", at: day(1))
        try story.act("set-date", by: "board-1", at: day(2), choice: "general-meeting", date: day(44))
        try story.act("give-notice", by: "board-1", at: day(4))
        return story
    }

    /// A vote that passes overall and among users, and fails among workers, 15 of 35.
    static func classFailure() throws -> Story {
        var story = try openFeatureVote()
        story.cast(.yes, 15, "workers")
        story.cast(.no, 20, "workers")
        story.cast(.yes, 100, "users")
        story.cast(.no, 10, "users")
        story.cast(.abstain, 5, "users")
        try story.pass(to: day(30))
        return story
    }

    /// The same request while its vote is open.
    static func openFeatureVote() throws -> Story {
        var story = try Story(Procedures.featureRequest)
        story.admit(40, "workers", classes: ["workers"])
        story.admit(160, "users", classes: ["users"])
        try story.begin(
            "Show pay per trip before accepting",
            text: "Drivers see what a trip pays before they accept it.", by: "workers-1")
        try story.act("submit", by: "workers-1", at: day(1))
        try story.act("sponsor", by: "users-1", at: day(2))
        try story.act("sponsor", by: "users-2", at: day(3))
        return story
    }

    /// Arch Linux, July 2013: 18 yes, 4 no, 2 abstain of 37 on an addition.
    static func archAddition() throws -> Story {
        var story = try Story(Procedures.archAddition)
        story.assembly = "Trusted Users of Arch Linux"
        story.admit(37, "tu")
        try story.begin(
            "Addition of a Trusted User", text: "The candidate is to be added.", by: "tu-1", number: 3)
        try story.act("submit", by: "tu-1", at: day(0))
        try story.pass(to: day(14))
        story.cast(.yes, 18, "tu")
        story.cast(.no, 4, "tu")
        story.cast(.abstain, 2, "tu")
        try story.pass(to: day(21))
        return story
    }

    /// Debian, December 2008: seven options, 367 ballots, of 1018 developers.
    static func debian2008() throws -> Story {
        let bytes = try Golden.bytes(at: "Tests/TingTallyTests/Cases/debian-2008-003/ballots.abif")
        let file = try ABIF.read(String(decoding: bytes, as: UTF8.self))
        let read = try file.ballots.ranked()
        var story = try Story(Procedures.debianResolution)
        story.assembly = "The Debian Project"
        story.admit(1017, "developer")
        story.admit(1, "secretary", roles: ["secretary"])
        let names = read.options
        try story.begin(names[0], text: names[0] + ".", by: "developer-1", number: 5)
        try story.act("submit", by: "developer-1", at: day(0))
        for (place, name) in names.dropFirst().dropLast().enumerated() {
            let asksThree = [1, 2, 3, 5].contains(place + 1)
            try story.offer(
                name, by: "developer-\(place + 2)", touches: asksThree ? ["changes-constitution"] : [])
        }
        try story.pass(to: day(14))
        var number = 0
        for row in 0..<read.rowCount {
            for _ in 0..<read.weight(ofRow: row) {
                number += 1
                story.ballots.append(
                    Ballot(
                        by: "developer-\(number)", content: .ranking(read.ranking(ofRow: row)),
                        at: day(15)))
            }
        }
        try story.pass(to: day(30))
        return story
    }

    mutating func offer(_ title: String, by id: String, touches: [String]) throws {
        let text = Self.digest(Array((title + ".").utf8))
        texts[text] = title + "."
        guard let member = roll.member(id) else { return }
        let decision = try proposal.write(
            .option(Proposal.Offer(title: title, text: text, touches: touches)), by: member, at: Self.day(1),
            in: situation)
        events += decision.events
    }
}
