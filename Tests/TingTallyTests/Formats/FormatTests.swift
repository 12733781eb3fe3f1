import Testing
import TingTally

@Suite("Telling formats apart") struct TellingFormatsApartTests {
    static let samples: [(BallotFile.Format, String)] = [
        (.abif, ReadingABIFFilesTests.ordinary), (.abif, "3:A>B\n"), (.abif, "A>B\nB\n"),
        (.abif, "A/5,B/2\n"),
        (.abif, "[Ada; the first]>[Bo]\n"), (.abif, "# a comment\n2: A\n"),
        (.blt, ReadingBLTFilesTests.ordinary), (.blt, "# three\n2 1 # two\n0\n\"A\" \"B\"\n"),
        (.prefLib, ReadingPrefLibFilesTests.ordinary), (.prefLib, "1\n1,A\n1,1,1\n1,1\n"),
        (.csv, "A,B\n1,2\n"), (.csv, "A;B\n1;2\n"), (.csv, "A\tB\n1\t2\n"), (.csv, "1st choice\nA\nB\n"),
        (.csv, "rank1,rank2\nA,B\n"), (.csv, "1,1,\n1,1,\n\"Candidate 1\",\"A\",\"P\",\n\"W\",\n"),
    ]

    @Test("a file is read as what it begins like", arguments: samples.indices) func guesses(sample: Int)
        throws
    {
        let (format, text) = Self.samples[sample]
        let guessed = try BallotFile.read(text)
        #expect(try guessed == BallotFile.read(bytes: Array(text.utf8), format: format))
    }

    @Test("a file in one format is never read as one in another", arguments: samples.indices)
    func refuses(sample: Int) throws {
        let (format, text) = Self.samples[sample]
        let right = try BallotFile.read(text)
        for wrong in BallotFile.Format.allCases where wrong != format {
            guard let read = try? BallotFile.read(bytes: Array(text.utf8), format: wrong) else { continue }
            // A few words without any mark are options in more than one format; scores are asked for.
            #expect(wrong == .csvScores || right.ballots.total == read.ballots.total, "\(wrong): \(text)")
        }
    }

    @Test(
        "the ending of a name says the format, in any case",
        arguments: [
            ("a.abif", .abif), ("x.y.BLT", .blt), ("d/1.soc", .prefLib), ("1.soi", .prefLib),
            ("1.toc", .prefLib), ("1.TOI", .prefLib), ("b.csv", .csv), ("b.tsv", .csv), ("b.pb", .pabulib),
            ("b.txt", nil), ("abif", nil),
        ] as [(String, BallotFile.Format?)])
    func endings(name: String, format: BallotFile.Format?) {
        #expect(BallotFile.Format(fileName: name) == format)
    }

    @Test("bytes that are no UTF-8 are refused at their line") func notText() {
        for (bytes, line) in [
            ([0x41, 0xFF], 1), ([0x41, 0x0A, 0xC3, 0x0A], 2), ([0x41, 0x0A, 0x0A, 0xE0, 0x80, 0x80], 3),
        ] as [([UInt8], Int)] {
            do {
                _ = try BallotFile.read(bytes: bytes)
                Issue.record("a refusal was expected")
            } catch {
                #expect(error.line == line)
                #expect(error.statement.code == "ballot-file-not-utf8")
            }
        }
    }
}
