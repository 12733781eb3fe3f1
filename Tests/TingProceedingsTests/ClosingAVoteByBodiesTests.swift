import Testing
import TingProceedings
import TingTally
import TingWorkflow

/// Votes of a small assembly: ada and bo are workers, cy, di and eve users.
@Suite("Closing a vote by classes and bodies")
struct ClosingAVoteByBodiesTests {
    /// The vote of `request` decides by the bodies of workers and users, each by the rule it had.
    private func sitting(_ roll: Roll = Sitting.board) throws -> Sitting {
        try Sitting.atVote(
            (
                "  ordinary:\n",
                "  joint:\n    bodies:\n      workers: {of: workers, decides: ordinary}\n"
                    + "      users: {of: users, decides: ordinary}\n  ordinary:\n"
            ),
            ("decides: ordinary\n    tie", "decides: joint\n    tie"), roll: roll)
    }

    @Test(
        "both bodies must agree; one that lacks its quorum leaves it undecided",
        arguments: [
            ([("ada", "yes"), ("bo", "yes"), ("cy", "yes"), ("di", "yes"), ("eve", "no")], "passed"),
            ([("ada", "no"), ("bo", "no"), ("cy", "yes"), ("di", "yes"), ("eve", "yes")], "failed"),
            ([("cy", "yes"), ("di", "yes"), ("eve", "yes")], "no-quorum"),
        ])
    func bodies(ballots: [(String, String)], outcome: String) throws {
        var sitting = try sitting()
        for (id, choice) in ballots { try sitting.vote(choice, by: id) }
        try sitting.wait(Period(7, .days))
        #expect(try sitting.proposal.closedVotes.first?.closed.outcome == outcome)
    }

    @Test("a class that nobody belongs to is counted with nobody, and the vote closes") func emptyClass()
        throws
    {
        var sitting = try sitting(
            Roll([
                Sitting.member("ada", roles: ["chair", "facilitator"], classes: ["users"]),
                Sitting.member("bo", roles: ["board"], classes: ["users"]),
                Sitting.member("di", classes: ["users"]), Sitting.member("eve", classes: ["users"]),
            ]))
        for id in ["ada", "bo", "di", "eve"] { try sitting.vote("yes", by: id) }
        try sitting.wait(Period(7, .days))
        #expect(try sitting.proposal.closedVotes.first?.closed.outcome == "no-quorum")
    }
}
