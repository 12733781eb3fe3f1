import Testing
public import TingClerk
import TingProceedings
import TingTally

extension MinutesContract {
    /// Everything together or not at all.
    static let transactions: [MinutesPromise] = [
        MinutesPromise("new minutes are empty") { minutes throws in
            try minutes.read { reading throws in
                #expect(try reading.length() == 0)
                #expect(try reading.head() == nil)
                #expect(try reading.latest() == nil)
                #expect(try reading.lastNumber() == 0)
                #expect(try reading.entries(after: 0, limit: 10).isEmpty)
                #expect(try reading.roll().members.isEmpty)
                #expect(try reading.errands().isEmpty)
            }
        },
        MinutesPromise("a write gives back what its body gives") { minutes throws in
            #expect(try minutes.write { _ in 17 } == 17)
            #expect(try minutes.read { _ in String?.none } == nil)
        },
        MinutesPromise("what a write has done is there for the next reader") { minutes throws in
            try minutes.write { try MinutesContract.everything(in: $0) }
            #expect(try minutes.read { try $0.length() } == 3)
            #expect(try minutes.read { try $0.card(1)?.title } == "Proposal 1")
        },
        MinutesPromise("within a write, its own steps can be read") { minutes throws in
            try minutes.write { writing in
                try MinutesContract.everything(in: writing)
                #expect(try writing.length() == 3)
                #expect(try writing.head() == writing.entries(after: 2, limit: 1).first?.hash)
                #expect(try writing.latest() == Sample.hour(2))
                #expect(
                    try writing.ballot(in: Sample.vote, by: "m0000000001") == Sample.ballot("m0000000001"))
                #expect(try writing.roll().members.count == 1)
                #expect(try writing.firstDue(notAfter: Sample.hour(5)) == 1)
            }
        },
        MinutesPromise("when the body throws, its error comes out and nothing has happened") {
            minutes throws in
            try minutes.write { try MinutesContract.everything(in: $0) }
            let before = try MinutesSnapshot(minutes)
            #expect(throws: Interruption()) {
                try minutes.write { writing in
                    try MinutesContract.everythingAgain(in: writing)
                    throw Interruption()
                }
            }
            #expect(try MinutesSnapshot(minutes) == before)
        },
        MinutesPromise("the first write of all leaves no trace either when its body throws") {
            minutes throws in
            let before = try MinutesSnapshot(minutes)
            #expect(throws: Interruption()) {
                try minutes.write { writing in
                    try MinutesContract.everything(in: writing)
                    throw Interruption()
                }
            }
            #expect(try MinutesSnapshot(minutes) == before)
        },
        MinutesPromise("a rehearsal sees its own steps, and leaves no trace") { minutes throws in
            try minutes.write { try MinutesContract.everything(in: $0) }
            let before = try MinutesSnapshot(minutes)
            let length = try minutes.rehearse { writing in
                try MinutesContract.everythingAgain(in: writing)
                #expect(try writing.persons().map(\.handle) == ["eve"])
                return try writing.length()
            }
            #expect(length == 5)
            #expect(try MinutesSnapshot(minutes) == before)
        },
        MinutesPromise("a rehearsal whose body throws leaves no trace either") { minutes throws in
            let before = try MinutesSnapshot(minutes)
            #expect(throws: Interruption()) {
                try minutes.rehearse { writing in
                    try MinutesContract.everything(in: writing)
                    throw Interruption()
                }
            }
            #expect(try MinutesSnapshot(minutes) == before)
        },
        MinutesPromise("what a rehearsal was told is written the same way afterwards") { minutes throws in
            try minutes.write { try MinutesContract.everything(in: $0) }
            let told = try minutes.rehearse { writing in
                try MinutesContract.everythingAgain(in: writing)
                return try MinutesSnapshot(writing)
            }
            try minutes.write { try MinutesContract.everythingAgain(in: $0) }
            #expect(try MinutesSnapshot(minutes) == told)
        },
    ]

    /// One of everything that can be written.
    public static func everything(in writing: any MinutesWriting) throws {
        try writing.append([Sample.event("founded")], to: .assembly, after: 0, recorded: Sample.hour(0))
        try writing.keep(Sample.member("m0000000001", classes: ["users"]))
        try writing.keep(Person(member: "m0000000001", handle: "ada", name: "Ada"))
        try writing.append(
            [Sample.event("proposed", hour: 1), Sample.event("entered", hour: 2)], to: .proposal(1), after: 0,
            recorded: Sample.hour(2))
        try writing.keep(Sample.card(1, due: 5))
        try writing.keep(Sample.document("roof"))
        try writing.keep(text: "roof", salt: [7], under: Sample.document("roof").digest)
        try writing.box(Sample.ballot("m0000000001"), in: Sample.vote)
        try writing.order(.report(Sample.vote))
    }

    /// Everything a second time, with other values.
    public static func everythingAgain(in writing: any MinutesWriting) throws {
        try writing.append(
            [Sample.event("acted", hour: 4)], to: .proposal(1), after: 2, recorded: Sample.hour(4))
        try writing.append(
            [Sample.event("cast", hour: 3)], to: .ballots(Sample.vote), after: 0, recorded: Sample.hour(4))
        try writing.keep(Sample.member("m0000000001", left: 4))
        try writing.keep(Person(member: "m0000000001", handle: "eve", name: "Eve"))
        try writing.keep(Sample.ended(1, restsUntil: 20))
        try writing.keep(Sample.card(2))
        try writing.keep(Sample.document("Smörgås \u{1F33F}"))
        try writing.keep(text: "", salt: [], under: Sample.document("").digest)
        try writing.box(Sample.ballot("m0000000001", .no), in: Sample.vote)
        try writing.box(Sample.ballot("m0000000002", .abstain), in: Sample.vote)
        try writing.done(1)
        try writing.order(
            .adoptText(
                proposal: 1, text: Sample.document("text").digest, document: "bylaws", at: Sample.hour(4)))
    }
}
