import TingClerk
import TingTally

/// A small cooperative of couriers decides on a feature and on a bylaw.
struct CooperativePlay {
    let stage: Stage

    init(_ stage: Stage) {
        self.stage = stage
    }

    /// Plays both decisions through every stage.
    func play() throws {
        stage.tell("demo-cooperative")
        stage.at("2026-03-02T09:00")
        try stage.found("couriers", title: "Couriers' Cooperative", zone: "Europe/Stockholm")
        try stage.members(Self.workers + Self.users)
        try feature()
        try bylaw()
    }

    private func feature() throws {
        stage.tell("demo-feature")
        try stage.write(Self.request, to: "pay-per-trip.md")
        try stage.ting("propose", "feature-request", "--file", file("pay-per-trip.md"), as: "ada")
        try stage.ting("submit", "P-1", as: "ada")
        try stage.ting("status", as: "bo")
        for member in ["bo", "cy", "di", "eva", "finn"] { try stage.ting("sponsor", "P-1", as: member) }
        stage.at("2026-03-05T18:30")
        try stage.ting("comment", "P-1", "What does it cost to build?", as: "gro")
        stage.at("2026-03-17T10:00")
        try stage.ting("act", "P-1", "end", as: "hal")
        stage.tell("demo-too-early")
        try stage.ting("why", "P-1", as: "bo")
        stage.at("2026-03-18T12:00")
        try stage.ting("vote", "P-1", "yes", as: "bo")
        try vote("P-1", "yes", Self.handles(Self.workers).filter { $0 != "bo" }.prefix(12))
        try vote("P-1", "no", Self.handles(Self.workers).suffix(3))
        try vote("P-1", "yes", Self.handles(Self.users).prefix(15))
        try vote("P-1", "no", Self.handles(Self.users).suffix(4))
        try stage.ting("why", "P-1", as: "bo")
        stage.at("2026-03-24T10:00")
        try stage.ting("run")
        stage.tell("demo-veto")
        stage.at("2026-03-31T10:00")
        try stage.ting("run")
        try stage.ting("show", "P-1")
        try stage.note("feature", result: try stage.lastVote(of: 1).outcome)
    }

    private func bylaw() throws {
        stage.tell("demo-bylaw")
        stage.at("2026-04-07T09:00")
        try stage.write(Self.change, to: "remote-meetings.md")
        try stage.ting("propose", "bylaw-change", "--file", file("remote-meetings.md"), as: "cy")
        try stage.ting("submit", "P-2", as: "cy")
        try stage.ting("act", "P-2", "give", "recommends", as: "ida")
        try stage.ting("act", "P-2", "set-date", "--date", "2026-05-19T18:00", as: "ida")
        stage.at("2026-04-14T09:00")
        try stage.ting("act", "P-2", "give-notice", as: "ida")
        stage.tell("demo-meeting")
        stage.at("2026-05-19T19:10")
        try vote("P-2", "yes", (Self.handles(Self.workers) + Self.handles(Self.users)).prefix(20))
        try vote("P-2", "no", Self.handles(Self.users).suffix(10))
        stage.at("2026-05-19T20:30")
        try stage.ting("act", "P-2", "end-meeting", as: "ida")
        try stage.ting("run")
        try stage.ting("report", "P-2")
        stage.at("2026-06-22T09:00")
        try stage.ting("act", "P-2", "report", "done", as: "ida")
        try stage.ting("run")
        try stage.note("bylaw", result: try stage.lastVote(of: 2).outcome)
    }

    private func file(_ name: String) -> String { stage.root + "/couriers/" + name }

    private func vote(_ proposal: String, _ choice: String, _ handles: some Collection<String>) throws {
        guard let number = ProposalName(argument: proposal)?.number else { return }
        try stage.vote(handles.map { (ballot: choice, by: $0) }, on: number, shown: choice)
    }
}
