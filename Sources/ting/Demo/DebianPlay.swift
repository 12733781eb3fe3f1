import TingClerk
import TingProceedings
import TingTally
import TingWorkflow

/// Debian's general resolution 2008/003, voted on again with the ballots as published.
///
/// The option that beats all its rivals needs three to one against the default
/// option and does not reach it, so it is dropped and another one wins.
struct DebianPlay {
    let stage: Stage

    /// How many developers there were: three times half the root of it is the quorum of 47.859.
    static let developers = 1_018

    init(_ stage: Stage) {
        self.stage = stage
    }

    func play() throws {
        stage.tell("demo-debian")
        let box = try DemoBallots("debian-2008-003.abif")
        stage.at("2008-11-10T09:00")
        try stage.found("debian-2008", title: "Debian", zone: "UTC")
        let handles = (1...Self.developers).map { "dev" + String($0) }
        try stage.members(handles.enumerated().map { "\($1),Developer \($0 + 1),,,,2008-01-01" })
        let options = box.file.ballots.options
        try stage.write(text(options[0]), to: "proposal.md")
        try stage.ting("propose", "debian-general-resolution", "--file", path("proposal.md"), as: "dev1")
        try stage.ting("submit", "P-1", as: "dev1")
        for sponsor in 2...6 { try stage.ting("sponsor", "P-1", as: "dev\(sponsor)") }
        for (place, title) in options.dropFirst().dropLast().enumerated() {
            let letter = BallotLetters.letter(place + 1)
            var words = ["act", "P-1", "offer", "--title", title]
            if title.hasSuffix("(3:1)") { words += ["--touches", "changes-foundation-document"] }
            try stage.ting(words: words, as: "dev\(10 + place)")
            try stage.many((0..<5).map { "dev\(20 + 5 * place + $0)" }, "sponsor P-1 --option \(letter)") {
                _ = try $0.second(letter, on: 1, by: $1, at: $2)
            }
        }
        stage.at("2008-12-14T00:00")
        try stage.ting("act", "P-1", "call-for-vote", as: "dev1")
        try stage.ting("status", as: "dev7")
        try stage.ting("vote", "P-1", "G>B>C>E>A>D>F", as: "dev999")
        try castBallots(box)
        stage.at("2008-12-28T09:00")
        try stage.ting("run")
        try stage.ting("report", "P-1")
        let vote = try stage.lastVote(of: 1)
        stage.tell("demo-debian-result", [.list("winners", vote.winners)])
        try stage.note("debian-2008", result: vote.winners.joined(separator: ", "))
    }

    /// Casts the ballots as published, each by a developer of its own.
    private func castBallots(_ box: DemoBallots) throws {
        var rankings = box.rankings
        // The one cast on the stage above is one of them.
        if let place = rankings.firstIndex(of: [[6], [1], [2], [4], [0], [3], [5]]) {
            rankings.remove(at: place)
        }
        let ballots = rankings.enumerated().map { place, ranking in
            (ballot: DemoBallots.text(ranking), by: "dev\(100 + place)")
        }
        try stage.vote(ballots, on: 1, shown: "…")
    }

    private func text(_ title: String) -> String {
        "---\ntitle: \(title)\nrationale: As published in 2008.\n---\n\n\(title).\n"
    }
    private func path(_ name: String) -> String { stage.root + "/debian-2008/" + name }
}
