import Testing
import TingProceedings
import TingTally
import TingWorkflow

@Suite("Reminding members")
struct RemindingTests {
    @Test("a reminder is told of on entry, with its moment before the end, and is due while the end stands")
    func ordinaryCourse() throws {
        var sitting = try openVote()
        let reminder = try #require(sitting.notices.first { $0.code == "reminder" })
        let ends = try #require(try sitting.proposal.due)
        #expect(reminder.at == sitting.zone.adding(Period(-2, .days), to: ends))
        #expect(reminder.to == ["ada", "bo", "cy", "di", "eve"])
        #expect(try sitting.proposal.isDue(reminderAt: reminder.at, in: sitting.situation()))
        try sitting.vote("yes", by: "di")
        let left = try sitting.proposal.stillToRemind(reminder.to, in: sitting.situation())
        #expect(left == ["ada", "bo", "cy", "eve"])
        try sitting.wait(Period(7, .days))
        #expect(try !sitting.proposal.isDue(reminderAt: reminder.at, in: sitting.situation()))
    }

    @Test("when the end moves, the old reminder is idle and a new one is told of")
    func movedEnd() throws {
        var sitting = try Sitting(
            "request",
            changing: (
                "    in-total-at-most: 30 days",
                "    remind: {to: author, before-end: 3 days}\n    in-total-at-most: 90 days"
            ))
        try sitting.propose(by: "bo")
        try sitting.act("submit", by: "bo")
        for id in ["di", "eve"] { try sitting.act("sponsor", by: id) }
        let first = try #require(sitting.notices.last { $0.code == "reminder" })
        try sitting.wait(Period(1, .days))
        try sitting.amend(by: "bo")
        let second = try #require(sitting.notices.last { $0.code == "reminder" })
        #expect(second.at == sitting.zone.adding(Period(1, .days), to: first.at))
        #expect(try !sitting.proposal.isDue(reminderAt: first.at, in: sitting.situation()))
        #expect(try sitting.proposal.isDue(reminderAt: second.at, in: sitting.situation()))
        #expect(second.to == ["bo"])
    }

    @Test("a reminder that would lie before the entry is none", arguments: [(6, 1), (7, 0), (8, 0)])
    func tooLong(days: Int, reminders: Int) throws {
        let sitting = try openVote(days: days)
        #expect(sitting.notices.filter { $0.code == "reminder" }.count == reminders)
    }

    private func openVote(days: Int = 2) throws -> Sitting {
        var sitting = try Sitting(
            "request",
            changing: (
                "    notify: members",
                "    notify: members\n    remind: {to: members, before-end: \(days) days}"
            ))
        try sitting.propose(by: "bo")
        try sitting.act("submit", by: "bo")
        for id in ["di", "eve"] { try sitting.act("sponsor", by: id) }
        try sitting.wait(Period(7, .days))
        try sitting.act("end", by: "ada")
        return sitting
    }
}
