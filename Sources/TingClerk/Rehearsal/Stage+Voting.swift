import TingProceedings
import TingTally
import TingWorkflow

extension Stage {
    /// Lets so many different people cast each ballot: those of the group who may vote and have not, in order.
    ///
    /// A single person, such as the author, casts again what was cast before.
    ///
    /// - Throws: ``StageProblem`` when there are not so many left who may vote.
    func vote(_ group: People.Who, _ counts: [Scenario.Count]) throws {
        let all = cast.everybody(group, of: proposal)
        let needed = counts.reduce(0) { $0 + $1.count }
        var voters = all
        if let key = proposal?.openVoteKey, let opened = proposal?.openVote, group.isCrowd {
            let (electorate, voted) = try clerk.minutes.read { reading in
                let bytes = try reading.document(opened.electorate) ?? []
                return (
                    Electorate(json: try JSON(bytes: bytes)), Set(try reading.ballots(in: key).map(\.by))
                )
            }
            let free = all.filter { !voted.contains($0) }
            voters = free.filter { electorate?.voter($0) != nil }
            // Those who only advise come after those whose ballots count.
            if state?.kind.vote?.advisory != nil { voters += free.filter { electorate?.voter($0) == nil } }
        }
        guard voters.count >= needed else {
            throw StageProblem("story-voters", [.number("needed", needed), .number("found", voters.count)])
        }
        var ballots: [(ballot: String, by: String)] = []
        ballots.reserveCapacity(needed)
        for count in counts {
            for id in voters[ballots.count...].prefix(count.count) {
                ballots.append((count.ballot, id))
            }
        }
        try clerk.vote(ballots, on: Stage.number, at: moment)
    }
}

extension People.Who {
    /// Whether these are many people, any of whom will do.
    fileprivate var isCrowd: Bool {
        if case .relation(let relation) = self { relation == .sponsors } else { true }
    }
}
