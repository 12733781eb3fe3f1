import Testing
import TingClerk
import TingProceedings
import TingTally
import TingWorkflow

extension MinutesContract {
    private static let second = VoteKey(proposal: 1, state: "vote", visit: 2)
    private static let other = VoteKey(proposal: 2, state: "vote", visit: 1)

    /// Boxes of ballots.
    static let ballots: [MinutesPromise] = [
        MinutesPromise("a box has each voter's ballot, by voter") { minutes throws in
            let ranking = Ballot(by: "m3", content: .ranking([[2], [0, 1]]), at: Sample.hour(2))
            let empty = Ballot(by: "m4", content: .ranking([]), at: Sample.hour(2))
            try minutes.write { writing in
                try writing.keep(Sample.card(1))
                for ballot in [empty, Sample.ballot("m2", .invalid), ranking, Sample.ballot("m1", .abstain)] {
                    try writing.box(ballot, in: Sample.vote)
                }
            }
            #expect(
                try minutes.read { try $0.ballots(in: Sample.vote) } == [
                    Sample.ballot("m1", .abstain), Sample.ballot("m2", .invalid), ranking, empty,
                ])
            #expect(try minutes.read { try $0.ballot(in: Sample.vote, by: "m3") } == ranking)
            #expect(try minutes.read { try $0.ballot(in: Sample.vote, by: "m5") } == nil)
        },
        MinutesPromise("a later ballot takes the place of the voter's earlier one") { minutes throws in
            try minutes.write { writing in
                try writing.keep(Sample.card(1))
                try writing.box(Sample.ballot("m1", .yes, hour: 1), in: Sample.vote)
                try writing.box(Sample.ballot("m2", .yes, hour: 1), in: Sample.vote)
            }
            try minutes.write { try $0.box(Sample.ballot("m1", .no, hour: 2), in: Sample.vote) }
            #expect(
                try minutes.read { try $0.ballots(in: Sample.vote) } == [
                    Sample.ballot("m1", .no, hour: 2), Sample.ballot("m2", .yes, hour: 1),
                ])
        },
        MinutesPromise("each vote, and each visit of a vote, has a box of its own") { minutes throws in
            try minutes.write { writing in
                try writing.keep(Sample.card(1))
                try writing.keep(Sample.card(2))
                try writing.box(Sample.ballot("m1", .yes), in: Sample.vote)
                try writing.box(Sample.ballot("m1", .no), in: second)
            }
            #expect(try minutes.read { try $0.ballots(in: Sample.vote) } == [Sample.ballot("m1", .yes)])
            #expect(try minutes.read { try $0.ballots(in: second) } == [Sample.ballot("m1", .no)])
            #expect(try minutes.read { try $0.ballots(in: other) } == [])
        },
        MinutesPromise("a ballot for a proposal without a card is not taken") { minutes throws in
            #expect(throws: MinutesError.self) {
                try minutes.write { try $0.box(Sample.ballot("m1"), in: Sample.vote) }
            }
            #expect(try minutes.read { try $0.ballots(in: Sample.vote) } == [])
        },
        MinutesPromise("of the votes asked for, those are named in which the voter has a ballot") {
            minutes throws in
            try minutes.write { writing in
                try writing.keep(Sample.card(1))
                try writing.keep(Sample.card(2))
                try writing.box(Sample.ballot("m1"), in: Sample.vote)
                try writing.box(Sample.ballot("m1"), in: other)
                try writing.box(Sample.ballot("m2"), in: second)
            }
            let all = [Sample.vote, second, other]
            #expect(try minutes.read { try $0.voted(in: all, by: "m1") } == [Sample.vote, other])
            #expect(try minutes.read { try $0.voted(in: [second, other], by: "m1") } == [other])
            #expect(try minutes.read { try $0.voted(in: all, by: "m2") } == [second])
            #expect(try minutes.read { try $0.voted(in: all, by: "m3") } == [])
            #expect(try minutes.read { try $0.voted(in: [], by: "m1") } == [])
        },
    ]

    /// What is to be done outside.
    static let errands: [MinutesPromise] = [
        MinutesPromise("errands come back in the order they were given, each kind as it was") {
            minutes throws in
            let orders: [Errand.Order] = [
                .report(VoteKey(proposal: 3, state: "second-vote", visit: 2)),
                .notice(code: "vote-opened", proposal: 3, to: ["m1", "m2"], at: Sample.hour(1)),
                .notice(code: "vote-opened", proposal: 3, to: [], at: Sample.hour(1)),
                .adoptText(
                    proposal: 3, text: Sample.document("text").digest, document: "bylaws/statutes.md",
                    at: Sample.hour(2)),
            ]
            try minutes.write { writing in for order in orders { try writing.order(order) } }
            let errands = try minutes.read { try $0.errands() }
            #expect(errands.map(\.order) == orders)
            #expect(errands.map(\.number) == errands.map(\.number).sorted())
            #expect(Set(errands.map(\.number)).count == orders.count)
        },
        MinutesPromise("what is done is left out, and its number is not given again") { minutes throws in
            func order() throws { try minutes.write { try $0.order(.report(Sample.vote)) } }
            func numbers() throws -> [Int] { try minutes.read { try $0.errands().map(\.number) } }
            for _ in 0..<3 { try order() }
            let given = try numbers()
            try minutes.write { writing in
                try writing.done(given[0])
                try writing.done(given[2])
            }
            #expect(try numbers() == [given[1]])
            try order()
            let later = try numbers()
            #expect(later.first == given[1])
            #expect(later.count == 2 && !given.contains(later[1]) && later[1] > given[2])
        },
        MinutesPromise("noting twice that an errand is done is not an error, nor is an unknown one") {
            minutes throws in
            try minutes.write { try $0.order(.report(Sample.vote)) }
            try minutes.write { writing in
                try writing.done(1)
                try writing.done(1)
                try writing.done(17)
                try writing.done(0)
                try writing.done(-1)
            }
            #expect(try minutes.read { try $0.errands() } == [])
        },
    ]
}
