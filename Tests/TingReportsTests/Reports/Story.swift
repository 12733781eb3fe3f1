import TingProceedings
import TingReports
import TingTally
import TingTestSupport
import TingWorkflow
import TingYAML

/// A proposal that goes through a procedure, by the rules themselves: what a report is made from.
struct Story {
    let workflow: Workflow
    let zone: Zone
    var roll = Roll()
    var events: [ProposalEvent] = []
    var documents: [Digest: JSON] = [:]
    var notices: [Decision.Notice] = []
    var ballots: [Ballot] = []
    var texts: [Digest: String] = [:]
    var assembly = "Ride Cooperative"

    /// The beginning: Monday 2 March 2026, 09:00 in Stockholm.
    static let start = Instant(seconds: 1_772_438_400)

    /// Days after the start, at the same hour of UTC.
    static func day(_ day: Int) -> Instant { Instant(seconds: start.seconds + day * 86_400) }

    init(_ file: String) throws {
        workflow = try Workflow.read(YAML.read(file))
        zone = Zone(named: workflow.timeZone ?? "UTC") ?? .utc
    }

    /// Admits so many members of a class (or of none), named `workers-1` and so on.
    mutating func admit(_ count: Int, _ name: String, classes: [String] = [], roles: [String] = []) {
        for number in 1...count {
            roll.enter(
                Member(
                    id: "\(name)-\(number)", classes: classes, roles: roles,
                    joined: Instant(seconds: 1_700_000_000)))
        }
    }

    var proposal: Proposal {
        get throws { try Proposal(folding: events) }
    }

    var situation: Situation {
        var electorate: Electorate?
        if let opened = try? proposal.openVote {
            electorate = documents[opened.electorate].flatMap(Electorate.init)
        }
        return Situation(
            workflow: workflow, zone: zone, roll: roll, digest: Self.digest, electorate: electorate,
            sheet: BallotSheet(ballots))
    }

    mutating func begin(
        _ title: String, text: String, by id: String, number: Int = 12, sections: [String] = [],
        touches: [String] = []
    ) throws {
        texts[Self.digest(Array(text.utf8))] = text
        let author = try member(id)
        take(
            try Proposal.begin(
                Proposal.Paper(
                    title: title, text: Self.digest(Array(text.utf8)), sections: sections, touches: touches),
                number: number, pinned: Self.digest(Array("workflow".utf8)), by: author,
                assets: Proposal.Assets(roles: workflow.needs.roles, classes: workflow.needs.classes),
                at: Self.start, in: situation))
    }

    /// Puts a title into the record that the rules would have refused.
    mutating func forge(title: String) {
        for (place, event) in events.enumerated() {
            guard case .proposed(var proposed) = event.fact else { continue }
            proposed.title = title
            events[place] = ProposalEvent(at: event.at, .proposed(proposed))
        }
    }

    mutating func act(
        _ verb: String, by id: String, at instant: Instant, choice: String? = nil, date: Instant? = nil
    ) throws {
        let request = Proposal.Request(verb: verb, choice: choice, date: date)
        take(try proposal.act(request, by: try member(id), at: instant, in: situation))
    }

    /// Puts ballots into the box, from the members of a name that have none yet.
    mutating func cast(_ choice: Choice, _ count: Int, _ name: String) {
        let first = ballots.filter { $0.by.hasPrefix(name + "-") }.count + 1
        for number in first..<(first + count) {
            ballots.append(Ballot(by: "\(name)-\(number)", content: .choice(choice), at: Self.start))
        }
    }

    /// Lets every deadline up to a moment fire.
    mutating func pass(to instant: Instant) throws {
        while let due = try proposal.due, due <= instant {
            take(try proposal.timePasses(to: instant, in: situation))
        }
    }

    /// The report of the first vote of a state.
    func report(of state: String = "vote", author: String? = "ada") throws -> TallyReport {
        guard case .voteClosed(let closed) = events.first(where: { $0.fact.closes(state) })?.fact else {
            throw NoReport("report-no-vote")
        }
        return try TallyReport(
            of: state, visit: 1, in: events, under: workflow, tally: documents[closed.tally] ?? .object([:]),
            texts: texts,
            setting: TallyReport.Setting(
                assembly: assembly, zone: zone, author: author,
                minutes: Self.digest(Array("minutes".utf8))))
    }

    private func member(_ id: String) throws -> Member {
        guard let member = roll.member(id) else { throw NoReport("nobody", [.text("id", id)]) }
        return member
    }

    private mutating func take(_ decision: Decision) {
        events += decision.events
        notices += decision.notices
        for document in decision.documents { documents[document.digest] = try? JSON(bytes: document.bytes) }
    }

    /// A stand-in for SHA-256: as long, as deterministic, and not secure.
    static let digest: @Sendable ([UInt8]) -> Digest = { bytes in
        var hex = ""
        for round in 0..<4 {
            var hash: UInt64 = 0xcbf2_9ce4_8422_2325 &+ UInt64(round)
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
            let digits = String(hash, radix: 16)
            hex += String(repeating: "0", count: 16 - digits.count) + digits
        }
        return Digest(hex: hex)
    }
}

extension ProposalEvent.Happened {
    fileprivate func closes(_ state: String) -> Bool {
        if case .voteClosed(let closed) = self { closed.state == state } else { false }
    }
}
