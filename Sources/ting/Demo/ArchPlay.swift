import TingClerk
import TingTally

/// The vote of Arch Linux's Trusted Users of July 2013 on an addition.
///
/// 18 yes, 4 no and 2 abstentions of 37: one ballot short of the quorum, and
/// not more than half of all; so nothing is decided and a second vote follows.
struct ArchPlay {
    let stage: Stage

    init(_ stage: Stage) {
        self.stage = stage
    }

    func play() throws {
        stage.tell("demo-arch")
        let box = try DemoBallots("arch-2013.abif")
        stage.at("2013-07-06T09:00")
        try stage.found("arch-2013", title: "Trusted Users of Arch Linux", zone: "UTC")
        let eligible = box.file.electorate ?? 0
        let handles = (1...max(1, eligible)).map { "tu" + String($0) }
        try stage.members(handles.enumerated().map { "\($1),Trusted User \($0 + 1),,,,2013-01-01" })
        try stage.write(Self.motion, to: "motion.md")
        try stage.ting(
            "propose", "arch-special-vote", "--file", stage.root + "/arch-2013/motion.md", as: "tu1")
        try stage.ting("submit", "P-1", as: "tu1")
        try stage.ting("sponsor", "P-1", as: "tu1")
        try stage.ting("sponsor", "P-1", as: "tu2")
        stage.at("2013-07-20T09:30")
        var voters = handles[...]
        for (choice, count) in box.counts where count > 0 {
            try stage.vote(voters.prefix(count).map { (ballot: choice, by: $0) }, on: 1, shown: choice)
            voters = voters.dropFirst(count)
        }
        stage.at("2013-07-26T09:00")
        try stage.ting("why", "P-1", as: "tu30")
        stage.at("2013-07-27T10:00")
        try stage.ting("run")
        try stage.ting("report", "P-1")
        let outcome = try stage.lastVote(of: 1).outcome
        stage.tell("demo-arch-result", [.term("outcome", outcome)])
        try stage.note("arch-2013", result: outcome)
    }

    private static let motion = """
        ---
        title: Addition of a Trusted User
        touches: addition
        reason: The candidate maintains many packages and is known to the group.
        ---

        The candidate is to become a Trusted User.

        """
}
