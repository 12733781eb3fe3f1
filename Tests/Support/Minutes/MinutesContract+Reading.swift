import Testing
import TingClerk
import TingProceedings
import TingWorkflow

extension MinutesContract {
    /// Entries read back, whole or in part.
    static let reading: [MinutesPromise] = [
        MinutesPromise("a stream is read from the version above the one named, oldest first") {
            minutes throws in
            try minutes.write { try fill($0) }
            func types(after version: Int) throws -> [String?] {
                try minutes.read {
                    try $0.entries(of: .proposal(1), after: version).map { try $0.event()["type"]?.string }
                }
            }
            #expect(try types(after: 0) == ["s1", "s2", "s3"])
            #expect(try types(after: 2) == ["s3"])
            #expect(try types(after: 3) == [])
            #expect(try types(after: 4) == [])
            #expect(try minutes.read { try $0.entries(of: .proposal(9), after: 0) } == [])
        },
        MinutesPromise("the record is read from the sequence above the one named, at most so many") {
            minutes throws in
            try minutes.write { try fill($0) }
            func sequences(after sequence: Int, limit: Int) throws -> [Int] {
                try minutes.read { try $0.entries(after: sequence, limit: limit).map(\.sequence) }
            }
            #expect(try sequences(after: 0, limit: 2) == [1, 2])
            #expect(try sequences(after: 2, limit: 2) == [3, 4])
            #expect(try sequences(after: 4, limit: 2) == [5])
            #expect(try sequences(after: 5, limit: 2) == [])
            #expect(try sequences(after: 0, limit: 0) == [])
            #expect(try sequences(after: 0, limit: .max) == [1, 2, 3, 4, 5])
        },
        MinutesPromise("streams whose names begin alike are different streams") { minutes throws in
            try minutes.write { writing in
                for stream in [Stream.proposal(1), .proposal(11), .ballots(Sample.vote)] {
                    try writing.append([Sample.event("a")], to: stream, after: 0, recorded: Sample.hour(0))
                }
            }
            #expect(try minutes.read { try $0.version(of: .proposal(1)) } == 1)
            #expect(try minutes.read { try $0.entries(of: .proposal(1), after: 0).map(\.sequence) } == [1])
        },
        MinutesPromise("any text in an event comes back as it was") { minutes throws in
            let texts = [
                "", "Smörgås", "\u{1F33F}\u{200D}", "a\u{0}b\u{1F}\u{7F}", "quote \" and \\", "e\u{301}",
            ]
            let event = JSON.object(["type": .string("t"), "texts": .strings(texts)])
            try minutes.write { try $0.append([event], to: .assembly, after: 0, recorded: Sample.hour(0)) }
            let back = try minutes.read { try $0.entries(after: 0, limit: 1).first?.event()["texts"]?.array }
            #expect(back?.compactMap(\.string).map { Array($0.utf8) } == texts.map { Array($0.utf8) })
        },
    ]

    private static func fill(_ writing: any MinutesWriting) throws {
        try writing.append([Sample.event("s1")], to: .proposal(1), after: 0, recorded: Sample.hour(0))
        try writing.append([Sample.event("a1")], to: .assembly, after: 0, recorded: Sample.hour(0))
        try writing.append([Sample.event("s2")], to: .proposal(1), after: 1, recorded: Sample.hour(0))
        try writing.append([Sample.event("a2")], to: .assembly, after: 1, recorded: Sample.hour(0))
        try writing.append([Sample.event("s3")], to: .proposal(1), after: 2, recorded: Sample.hour(0))
    }

    /// Documents and texts beside the entries.
    static let keeping: [MinutesPromise] = [
        MinutesPromise("a document is found under its digest, byte for byte") { minutes throws in
            let documents = ["", "roof", "a\u{0}b"].map(Sample.document)
            try minutes.write { writing in for document in documents { try writing.keep(document) } }
            for document in documents {
                #expect(try minutes.read { try $0.document(document.digest) } == document.bytes)
            }
            #expect(try minutes.read { try $0.document(Sample.document("wall").digest) } == nil)
            #expect(try minutes.read { try $0.document(Digest(hex: "no digest")) } == nil)
        },
        MinutesPromise("keeping a document twice is not an error") { minutes throws in
            try minutes.write { writing in
                try writing.keep(Sample.document("roof"))
                try writing.keep(Sample.document("roof"))
            }
            try minutes.write { try $0.keep(Sample.document("roof")) }
            #expect(
                try minutes.read { try $0.document(Sample.document("roof").digest) } == Array("roof".utf8))
        },
        MinutesPromise("a text is found under its commitment, with every character") { minutes throws in
            let text = "Smörgås \u{1F33F}\nline\u{0}two"
            let salt = Array(UInt8(0)..<16)
            let commitment = Hashing.commitment(to: text, salt: salt)
            try minutes.write { try $0.keep(text: text, salt: salt, under: commitment) }
            try minutes.write { try $0.keep(text: text, salt: salt, under: commitment) }
            let back = try minutes.read { try $0.text(commitment) }
            #expect(back.map { Array($0.utf8) } == Array(text.utf8))
            #expect(try minutes.read { try $0.text(Sample.document("roof").digest) } == nil)
        },
    ]
}
