import Testing
import TingProceedings
import TingTally
import TingWorkflow

extension Sitting {
    /// So many members, of whom the first chairs: `v001`, `v002` ...
    static func voters(_ count: Int) -> Roll {
        Roll(
            (1...count).map { number in
                let digits = String(number)
                let id = "v" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
                return Sitting.member(id, roles: number == 1 ? ["chair", "board"] : [])
            })
    }

    /// Where the vote of `ballot` begins, among so many voters.
    static func atBallot(_ voters: Int, _ changes: [(String, String)]) throws -> Sitting {
        var sitting = try Sitting(file: "ballot", Sitting.voters(voters), changing: changes)
        try sitting.propose(by: "v001")
        try sitting.act("submit", by: "v001")
        return sitting
    }

    /// Casts so many ballots by those who have not voted, in the order of their names, until the vote closes.
    ///
    /// - Returns: How many were taken.
    @discardableResult
    mutating func cast(_ count: Int, _ ballot: String) throws -> Int {
        for taken in 0..<count {
            guard try proposal.openVote != nil, let next = roll.members.first(where: { !hasVoted($0.id) })
            else {
                return taken
            }
            try vote(ballot, by: next.id)
        }
        return count
    }
}
