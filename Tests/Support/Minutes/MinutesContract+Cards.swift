import Testing
import TingClerk
import TingProceedings
import TingWorkflow

extension MinutesContract {
    /// Cards of proposals.
    static let cards: [MinutesPromise] = [
        MinutesPromise("a card comes back as it was, with everything on it") { minutes throws in
            var full = Sample.card(7, workflow: "bylaw", due: 4, version: 12)
            full.title = "Smörgås, \"quoted\" \u{1F33F}"
            full.vote = VoteKey(proposal: 7, state: "second-vote", visit: 2)
            full.electorate = Sample.document("roof").digest.hex
            full.restsUntil = Sample.hour(30)
            full.waits = [
                Card.Wait(verb: "vote", choices: ["yes", "no", "abstain"], whom: ["electorate"]),
                Card.Wait(
                    verb: "sponsor", whom: ["members", "role:chair", "member:m1"], done: ["m1", "m2"],
                    missing: 0,
                    from: Sample.hour(2)),
            ]
            let bare = Sample.card(8)
            let over = Sample.ended(9, due: 4, restsUntil: 8)
            try minutes.write { writing in for card in [over, bare, full] { try writing.keep(card) } }
            #expect(try minutes.read { try $0.card(7) } == full)
            #expect(try minutes.read { try $0.card(8) } == bare)
            #expect(try minutes.read { try $0.card(9) } == over)
            #expect(try minutes.read { try $0.card(10) } == nil)
        },
        MinutesPromise("cards are listed by number, and the ended ones left out when asked") {
            minutes throws in
            try minutes.write { writing in
                for card in [Sample.card(10), Sample.ended(2), Sample.card(9), Sample.card(1)] {
                    try writing.keep(card)
                }
            }
            #expect(try minutes.read { try $0.cards(running: false).map(\.number) } == [1, 2, 9, 10])
            #expect(try minutes.read { try $0.cards(running: true).map(\.number) } == [1, 9, 10])
            #expect(try minutes.read { try $0.lastNumber() } == 10)
        },
        MinutesPromise("a card is replaced, and leaves the running ones when it ends") { minutes throws in
            try minutes.write { try $0.keep(Sample.card(1, due: 3)) }
            try minutes.write { try $0.keep(Sample.card(1, due: 6, state: "vote", version: 4)) }
            #expect(try minutes.read { try $0.card(1) } == Sample.card(1, due: 6, state: "vote", version: 4))
            try minutes.write { try $0.keep(Sample.ended(1)) }
            #expect(try minutes.read { try $0.cards(running: true) } == [])
            #expect(try minutes.read { try $0.card(1) } == Sample.ended(1))
        },
        MinutesPromise("a card that contradicts itself is not kept") { minutes throws in
            var withoutEnd = Sample.ended(1)
            withoutEnd.ended = nil
            var withoutResult = Sample.ended(1)
            withoutResult.result = nil
            var endedInVote = Sample.ended(1)
            endedInVote.vote = Sample.vote
            var foreignVote = Sample.card(1)
            foreignVote.vote = VoteKey(proposal: 2, state: "vote", visit: 1)
            var withoutVote = Sample.card(1)
            withoutVote.electorate = Sample.document("roof").digest.hex
            var zero = Sample.card(1)
            zero.title = "a\u{0}b"
            for card in [withoutEnd, withoutResult, endedInVote, foreignVote, withoutVote, zero] {
                #expect(throws: MinutesError.damaged(at: "P-1")) { try minutes.write { try $0.keep(card) } }
            }
            #expect(try minutes.read { try $0.cards(running: false) } == [])
        },
    ]

    /// What is due, and what rests.
    static let dueTimes: [MinutesPromise] = [
        MinutesPromise("the first due is the earliest, and of two at the same moment the lower number") {
            minutes throws in
            try minutes.write { writing in
                for (number, due) in [(5, 3), (2, 4), (4, 3), (9, 2), (1, nil)] as [(Int, Int?)] {
                    try writing.keep(Sample.card(number, due: due))
                }
            }
            func due(at hour: Int) throws -> Int? {
                try minutes.read { try $0.firstDue(notAfter: Sample.hour(hour)) }
            }
            #expect(try due(at: 1) == nil)
            #expect(try due(at: 2) == 9)
            #expect(try due(at: 99) == 9)
            try minutes.write { try $0.keep(Sample.card(9)) }
            #expect(try due(at: 99) == 4)
            try minutes.write { try $0.keep(Sample.card(4, due: 7)) }
            #expect(try due(at: 99) == 5)
        },
        MinutesPromise("what is due exactly now is due; one second earlier it is not") { minutes throws in
            try minutes.write { try $0.keep(Sample.card(1, due: 3)) }
            let due = Sample.hour(3)
            let moments = [-1, 0, 1].map { Instant(seconds: due.seconds + $0) }
            #expect(
                try minutes.read { reading in try moments.map { try reading.firstDue(notAfter: $0) } } == [
                    nil, 1, 1,
                ])
        },
        MinutesPromise("a proposal that has ended is never due") { minutes throws in
            try minutes.write { writing in
                try writing.keep(Sample.ended(1, due: 1))
                try writing.keep(Sample.card(2, due: 2))
            }
            #expect(try minutes.read { try $0.firstDue(notAfter: Sample.hour(9)) } == 2)
            try minutes.write { try $0.keep(Sample.ended(2, due: 2)) }
            #expect(try minutes.read { try $0.firstDue(notAfter: Sample.hour(9)) } == nil)
        },
        MinutesPromise("what rests is told by workflow, as long as it may rest: by time, or until a meeting")
        {
            minutes throws in
            var byMeeting = Sample.ended(4, matter: "wall")
            byMeeting.restsUntilNext = "general-meeting"
            byMeeting.unlessSponsors = 20
            try minutes.write { writing in
                try writing.keep(Sample.ended(1, matter: "roof", restsUntil: 20))
                try writing.keep(Sample.ended(2, matter: "roof", restsUntil: 30))
                try writing.keep(byMeeting)
                try writing.keep(Sample.ended(5, workflow: "bylaw", matter: "roof", restsUntil: 40))
                try writing.keep(Sample.card(6))
            }
            func resting(_ workflow: String, at hour: Int) throws -> Set<RestingMatter> {
                Set(try minutes.read { try $0.resting(under: workflow, at: Sample.hour(hour)) })
            }
            let wall = RestingMatter(
                matter: "wall", ended: Sample.hour(9), until: nil, untilNext: "general-meeting",
                unlessSponsors: 20)
            let roof = [20, 30].map {
                RestingMatter(matter: "roof", ended: Sample.hour(9), until: Sample.hour($0))
            }
            #expect(try resting("consent", at: 19) == Set(roof + [wall]))
            #expect(try resting("consent", at: 20) == [roof[1], wall])
            #expect(try resting("consent", at: 30) == [wall])
            #expect(try resting("bylaw", at: 39).map(\.matter) == ["roof"])
            #expect(try resting("other", at: 0) == [])
        },
        MinutesPromise("cards of ended proposals are told as long as something is left to do") {
            minutes throws in
            var late = Sample.ended(3)
            late.waits = [Card.Wait(verb: "give-report", whom: ["role:board"], due: Sample.hour(40))]
            late.inForce = Sample.hour(12)
            late.expires = Sample.hour(90)
            try minutes.write { writing in
                for card in [Sample.card(1), Sample.ended(2), late] { try writing.keep(card) }
            }
            #expect(try minutes.read { try $0.cardsWithDuties() } == [late])
            late.waits = []
            try minutes.write { try $0.keep(late) }
            #expect(try minutes.read { try $0.cardsWithDuties() } == [])
            #expect(try minutes.read { try $0.card(3) } == late)
        },
        MinutesPromise("meetings held are told by calendar, each moment once") { minutes throws in
            try minutes.write { writing in
                for hour in [5, 3, 5] { try writing.keepHeld("general-meeting", at: Sample.hour(hour)) }
                try writing.keepHeld("board", at: Sample.hour(4))
            }
            #expect(
                try minutes.read { try $0.held("general-meeting") } == [Sample.hour(3), Sample.hour(5)])
            #expect(try minutes.read { try $0.held("board") } == [Sample.hour(4)])
            #expect(try minutes.read { try $0.held("union") } == [])
        },
    ]
}
