import Testing
import TingProceedings
import TingTally
import TingTestSupport
import TingWorkflow
import TingYAML

/// One proposal before a small assembly: its roll, its clock, its ballot box, and what it has written.
///
/// It does what a clerk does, without a record: deadlines fire before each deed.
struct Sitting {
    let workflow: Workflow
    let zone: Zone
    var roll: Roll
    var now = Sitting.start
    private(set) var events: [ProposalEvent] = []
    private(set) var notices: [Decision.Notice] = []
    private(set) var documents: [Digest: [UInt8]] = [:]
    private(set) var seeds: [LotSeed] = []
    private var box: [Ballot] = []

    static let seed = LotSeed(seed: "twelve", commitment: digest(Array("twelve".utf8)))

    /// Monday 2 March 2026, 09:00 UTC.
    static let start = Instant(seconds: 1_772_442_000)
    static let text = Digest(hex: String(repeating: "a", count: 64))

    init(_ workflow: Workflow, _ roll: Roll = Sitting.board) throws {
        self.workflow = workflow
        self.roll = roll
        zone = try #require(workflow.timeZone.map(Zone.init(named:)) ?? .utc)
    }

    /// Begins with the workflow of a file in `Workflows`, parts of its text replaced.
    init(_ file: String, _ roll: Roll = Sitting.board, changing changes: (String, String)...) throws {
        try self.init(file: file, roll, changing: changes)
    }

    init(file: String, _ roll: Roll = Sitting.board, changing changes: [(String, String)]) throws {
        var text = String(
            decoding: try Golden.bytes(at: "Tests/TingProceedingsTests/Workflows/\(file).yaml"), as: UTF8.self
        )
        for (old, new) in changes {
            let parts = text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
            try #require(parts.count == 2, "\(old) is not in \(file)")
            text = parts.joined(separator: new)
        }
        try self.init(Workflow.read(YAML.read(Array(text.utf8))), roll)
    }

    /// Ada chairs and facilitates, Bo is on the board, Cy on the board and secretary; Di and Eve hold nothing.
    static let board = Roll([
        member("ada", roles: ["chair", "facilitator"], classes: ["workers"]),
        member("bo", roles: ["board"], classes: ["workers"]),
        member("cy", roles: ["board", "secretary"], classes: ["users"]),
        member("di", classes: ["users"]), member("eve", classes: ["users"]),
    ])

    static func member(_ id: String, roles: [String] = [], classes: [String] = []) -> Member {
        Member(id: id, classes: classes, roles: roles, joined: Instant(seconds: 0))
    }

    // MARK: What stands

    var proposal: Proposal {
        get throws { try Proposal(folding: events) }
    }

    var state: String? {
        get throws { try proposal.visit?.state }
    }

    /// What the last decisions wrote, by type.
    var types: [String] { events.map(\.type) }

    var tally: JSON? {
        get throws {
            guard let digest = try proposal.closedVotes.last?.closed.tally, let bytes = documents[digest]
            else {
                return nil
            }
            return try JSON(bytes: bytes)
        }
    }

    func situation() throws -> Situation {
        var electorate: Electorate?
        let lot = events.isEmpty ? nil : try proposal.openVote?.lot
        if !events.isEmpty, let digest = try proposal.openVote?.electorate, let bytes = documents[digest] {
            electorate = try Electorate(json: JSON(bytes: bytes))
        }
        return Situation(
            workflow: workflow, zone: zone, roll: roll, digest: Sitting.digest, language: "en",
            electorate: electorate, sheet: BallotSheet(box), seed: seeds.first { $0.commitment == lot }?.seed,
            newSeed: { Sitting.seed })
    }

    /// Bytes with the same content have the same digest; that is all a rule needs to know.
    static func digest(_ bytes: [UInt8]) -> Digest {
        var words: [UInt64] = [1, 2, 3, 4]
        for (index, byte) in bytes.enumerated() {
            words[index % 4] = (words[index % 4] ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        let digits = words.map { word in
            let text = String(word, radix: 16)
            return String(repeating: "0", count: 16 - text.count) + text
        }
        return Digest(hex: digits.joined())
    }

    // MARK: What is done

    mutating func propose(
        by author: String = "ada", title: String = "Night rates", sections: [String] = [],
        touches: [String] = [], concerns: String? = nil, fields: [String: String] = [:],
        resting: [String: Instant] = [:]
    ) throws {
        take(
            try Proposal.begin(
                Proposal.Paper(
                    title: title, text: Sitting.text, sections: sections, touches: touches,
                    concerns: concerns,
                    fields: fields),
                number: 1, pinned: Sitting.text, by: member(author),
                assets: Proposal.Assets(
                    roles: ["board", "chair", "facilitator", "secretary"], classes: ["workers", "users"],
                    resting: resting.mapValues { Rest(until: $0) }),
                at: now, in: situation()))
    }

    mutating func act(
        _ verb: String, by id: String = "ada", choice: String? = nil, date: Instant? = nil,
        reason: Bool = false
    ) throws {
        try catchUp()
        let request = Proposal.Request(
            verb: verb, choice: choice, reason: reason ? Sitting.text : nil, date: date)
        take(try proposal.act(request, by: member(id), at: now, in: situation()))
    }

    mutating func write(_ draft: Proposal.Draft, by id: String = "ada") throws {
        try catchUp()
        take(try proposal.write(draft, by: member(id), at: now, in: situation()))
    }

    mutating func amend(by id: String = "ada", title: String = "Night rates", sections: [String] = []) throws
    {
        try write(.amendment(title: title, text: Sitting.text, sections: sections), by: id)
    }

    mutating func offer(
        _ title: String, by id: String, touches: [String] = [], cost: String? = nil, group: String? = nil
    ) throws {
        try write(
            .option(
                Proposal.Offer(
                    title: title, text: Sitting.text, touches: touches, cost: cost, group: group)), by: id)
    }

    mutating func second(_ letter: String, by id: String) throws {
        try catchUp()
        take(try proposal.second(letter, by: member(id), at: now, in: situation()))
    }

    mutating func classify(
        _ subjects: [String], option: String? = nil, by id: String, reason: Bool = true
    ) throws {
        try catchUp()
        take(
            try proposal.classify(
                subjects, option: option, reason: reason ? Sitting.text : nil, by: member(id), at: now,
                in: situation()))
    }

    mutating func vote(_ ballot: String, by id: String) throws {
        try catchUp()
        let situation = try situation()
        let content = try proposal.ballotContent(ballot, in: situation)
        take(
            try proposal.cast(
                content, by: member(id), at: now, in: situation, earlier: box.first { $0.by == id }))
    }

    mutating func wait(_ period: Period) throws { try wait(until: zone.adding(period, to: now)) }

    mutating func wait(until instant: Instant) throws {
        now = instant
        try catchUp()
    }

    /// Lets every deadline fire that is not after now.
    private mutating func catchUp() throws {
        while true {
            let decision = try proposal.timePasses(to: now, in: situation())
            if decision.events.isEmpty { return }
            take(decision)
        }
    }

    private mutating func take(_ decision: Decision) {
        seeds += decision.seeds
        for document in decision.documents { documents[document.digest] = document.bytes }
        if let ballot = decision.ballot { box = box.filter { $0.by != ballot.by } + [ballot] }
        for event in decision.events { if case .voteOpened = event.fact { box = [] } }
        events += decision.events
        notices += decision.notices
    }

    /// Whether a ballot of a member lies in the box.
    func hasVoted(_ id: String) -> Bool { box.contains { $0.by == id } }

    private func member(_ id: String) throws -> Member { try #require(roll.member(id)) }

    /// The codes of the refusal of a deed; empty when it was allowed.
    func refusal(_ deed: (inout Sitting) throws -> Void) throws -> [String] {
        var copy = self
        do { try deed(&copy) } catch let error as Refusal { return error.reasons.map(\.statement.code) }
        return []
    }
}

extension Sitting {
    /// Where the vote of `request` begins: submitted, sponsored by two, ended after a week.
    static func atVote(_ changes: (String, String)..., roll: Roll = Sitting.board) throws -> Sitting {
        var text = String(
            decoding: try Golden.bytes(at: "Tests/TingProceedingsTests/Workflows/request.yaml"), as: UTF8.self
        )
        for (old, new) in changes {
            let parts = text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
            try #require(parts.count == 2, "\(old) is not in request")
            text = parts.joined(separator: new)
        }
        var sitting = try Sitting(Workflow.read(YAML.read(Array(text.utf8))), roll)
        try sitting.propose(by: "bo")
        try sitting.act("submit", by: "bo")
        try sitting.act("sponsor", by: "di")
        try sitting.act("sponsor", by: "eve")
        try sitting.wait(Period(7, .days))
        try sitting.act("end", by: "ada")
        return sitting
    }
}
