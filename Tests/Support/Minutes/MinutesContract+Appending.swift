import Testing
public import TingClerk
import TingProceedings
import TingWorkflow

extension MinutesContract {
    /// Entries: their places, their chain, their conflicts.
    static let appending: [MinutesPromise] = [
        MinutesPromise("entries are numbered from 1, in the record and in their streams") { minutes throws in
            try minutes.write { writing in
                try writing.append(
                    [Sample.event("founded")], to: .assembly, after: 0, recorded: Sample.hour(0))
                let two = [Sample.event("proposed"), Sample.event("entered")]
                try writing.append(two, to: .proposal(1), after: 0, recorded: Sample.hour(0))
                try writing.append([Sample.event("acted")], to: .assembly, after: 1, recorded: Sample.hour(0))
            }
            let entries = try minutes.read { try $0.entries(after: 0, limit: 10) }
            #expect(entries.map(\.sequence) == [1, 2, 3, 4])
            #expect(entries.map(\.version) == [1, 1, 2, 2])
            #expect(entries.map(\.stream.description) == ["assembly", "P-1", "P-1", "assembly"])
            #expect(
                try minutes.read { try [$0.version(of: .assembly), $0.version(of: .proposal(1))] } == [2, 2])
            #expect(try minutes.read { try $0.version(of: .proposal(2)) } == 0)
        },
        MinutesPromise("an entry's hash is SHA-256 over a zero byte and its bytes, and names the one before")
        { minutes throws in
            try minutes.write { writing in
                try writing.append(
                    [Sample.event("founded")], to: .assembly, after: 0, recorded: Sample.hour(0))
                try writing.append(
                    [Sample.event("proposed", hour: 1)], to: .proposal(1), after: 0, recorded: Sample.hour(7))
            }
            let entries = try minutes.read { try $0.entries(after: 0, limit: 10) }
            try #require(entries.count == 2)
            // The hashes were computed by Python's hashlib over the bytes written here.
            let first = "5079615f779438c959525d81d8ad66ecb193baca4183dffa914d28213fa28d94"
            let second = "9040f85cc88b3fbf005a7f5950e4ecbf71a64faec08287b196517a6d5ee2fb80"
            #expect(
                String(decoding: entries[0].bytes, as: UTF8.self)
                    == #"{"at":1772442000,"place":1,"schema":1,"seq":1,"stream":"assembly","type":"founded"}"#
            )
            #expect(
                String(decoding: entries[1].bytes, as: UTF8.self)
                    == #"{"at":1772445600,"place":1,"prev":"\#(first)","schema":1,"seq":2,"stream":"P-1","type":"proposed"}"#
            )
            #expect(entries.map(\.hash.hex) == [first, second])
            #expect(try minutes.read { try $0.head()?.hex } == second)
        },
        MinutesPromise("an event that uses a key of the envelope is refused") { minutes throws in
            for key in Entry.envelope {
                let event = JSON.object(["type": .string("founded"), key: .integer(7)])
                #expect(throws: MinutesError.self) {
                    try minutes.write {
                        try $0.append([event], to: .assembly, after: 0, recorded: Sample.hour(0))
                    }
                }
            }
            #expect(try minutes.read { try $0.length() } == 0)
        },
        MinutesPromise("the chain can be computed anew over many writes") { minutes throws in
            for round in 0..<20 {
                try minutes.write { writing in
                    let events = (0...(round % 3)).map { Sample.event("step-\($0)", hour: round) }
                    let stream = Stream.proposal(1 + round % 4)
                    try writing.append(
                        events, to: stream, after: writing.version(of: stream), recorded: Sample.hour(round))
                }
            }
            #expect(try MinutesContract.recomputedLength(of: minutes) == 39)
        },
        MinutesPromise("when an entry is written down is kept beside it, and is no part of its hash") {
            minutes throws in
            try minutes.write {
                try $0.append([Sample.event("founded")], to: .assembly, after: 0, recorded: Sample.hour(7))
            }
            let entry = try #require(try minutes.read { try $0.entries(after: 0, limit: 1).first })
            #expect(entry.recorded == Sample.hour(7))
            #expect(!String(decoding: entry.bytes, as: UTF8.self).contains("\(Sample.hour(7).seconds)"))
        },
        MinutesPromise("a stream with another version is a conflict: one below, one above") {
            minutes throws in
            try minutes.write {
                try $0.append(
                    [Sample.event("a"), Sample.event("b")], to: .proposal(1), after: 0,
                    recorded: Sample.hour(0))
            }
            for version in [1, 3] {
                #expect(throws: MinutesError.conflict) {
                    try minutes.write {
                        try $0.append(
                            [Sample.event("c")], to: .proposal(1), after: version, recorded: Sample.hour(0))
                    }
                }
                #expect(throws: MinutesError.conflict, "no events, and still the wrong version") {
                    try minutes.write {
                        try $0.append([], to: .proposal(1), after: version, recorded: Sample.hour(0))
                    }
                }
            }
            #expect(try minutes.read { try $0.length() } == 2)
            try minutes.write {
                try $0.append([Sample.event("c")], to: .proposal(1), after: 2, recorded: Sample.hour(0))
            }
            #expect(try minutes.read { try $0.length() } == 3)
        },
        MinutesPromise("a conflict that the body catches leaves the rest of the write whole") {
            minutes throws in
            try minutes.write { writing in
                try writing.append([Sample.event("a")], to: .assembly, after: 0, recorded: Sample.hour(0))
                #expect(throws: MinutesError.conflict) {
                    try writing.append([Sample.event("b")], to: .assembly, after: 0, recorded: Sample.hour(0))
                }
                try writing.append([Sample.event("c")], to: .assembly, after: 1, recorded: Sample.hour(0))
            }
            let types = try minutes.read {
                try $0.entries(after: 0, limit: 9).map { try $0.event()["type"]?.string }
            }
            #expect(types == ["a", "c"])
        },
        MinutesPromise("an event that is no map is refused, with the whole batch") { minutes throws in
            #expect(throws: MinutesError.damaged(at: "assembly 2")) {
                try minutes.write {
                    try $0.append(
                        [Sample.event("a"), .string("b")], to: .assembly, after: 0, recorded: Sample.hour(0))
                }
            }
            #expect(try minutes.read { try $0.length() } == 0)
        },
        MinutesPromise("the latest effective time never goes back, and an event without a time leaves it") {
            minutes throws in
            func append(_ event: JSON) throws -> Instant? {
                try minutes.write { writing in
                    try writing.append(
                        [event], to: .assembly, after: writing.version(of: .assembly),
                        recorded: Sample.hour(99))
                    return try writing.latest()
                }
            }
            #expect(try append(.object(["type": .string("a")])) == nil)
            #expect(try append(Sample.event("b", hour: 5)) == Sample.hour(5))
            #expect(try append(Sample.event("c", hour: 4)) == Sample.hour(5))
            #expect(try append(.object(["type": .string("d")])) == Sample.hour(5))
            #expect(try append(Sample.event("e", hour: 6)) == Sample.hour(6))
            #expect(try minutes.read { try $0.latest() } == Sample.hour(6))
        },
    ]

    /// Computes the chain anew from the bytes, expects what the minutes say of it, and counts the entries.
    public static func recomputedLength(of minutes: any Minutes) throws -> Int {
        let entries = try minutes.read { try $0.entries(after: 0, limit: .max) }
        var previous: Digest?
        for (place, entry) in entries.enumerated() {
            let event = try entry.event()
            #expect(entry.sequence == place + 1)
            #expect(event["seq"]?.integer == place + 1)
            #expect(event["prev"]?.string == previous?.hex)
            #expect(entry.hash == Hashing.leaf(entry.bytes))
            previous = entry.hash
        }
        #expect(try minutes.read { try $0.head() } == previous)
        #expect(try minutes.read { try $0.length() } == entries.count)
        return entries.count
    }
}
