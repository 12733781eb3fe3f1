import Foundation
import Testing
import TingTally

@Suite(
    "Reading published files", .enabled(if: Published.folder != nil, Comment(rawValue: Published.missing)))
struct ReadingPublishedFilesTests {
    /// The paths of all files in a folder that end so, in order.
    private func paths(in folder: String, ending: String) throws -> [String] {
        let base = try #require(Published.folder)
        return try FileManager.default.subpathsOfDirectory(atPath: base.appending(path: folder).path)
            .filter { $0.hasSuffix(ending) }.sorted().map { folder + "/" + $0 }
    }

    /// A matrix whose rows and columns follow the options of another paper.
    private func matrix(_ ballots: RankedBallots, as options: [String]) throws -> [[Int]] {
        let places = try options.map { try ballots.index(ofOption: $0) }
        let rows = ballots.pairwise(unranked: .noOpinion).rows
        return places.map { row in places.map { rows[row][$0] } }
    }

    @Test("all ABIF and BLT files are read whole") func normalised() throws {
        let base = try #require(Published.folder)
        var counts: [String: Int] = [:]
        for ending in [".abif", ".blt"] {
            for path in try FileManager.default.subpathsOfDirectory(atPath: base.path)
            where path.hasSuffix(ending) {
                do {
                    let bytes = [UInt8](try Data(contentsOf: base.appending(path: path)))
                    let file = try BallotFile.read(bytes: bytes, named: path)
                    #expect(try BallotFile.read(bytes: bytes) == file)
                    counts[ending, default: 0] += 1
                } catch {
                    Issue.record("\(path): \(error)")
                }
            }
        }
        #expect(counts == [".abif": 153, ".blt": 65])
    }

    @Test("each Kubernetes election gives the same pairs from its CSV as from its ABIF copy")
    func kubernetes() throws {
        var count = 0
        for entry in try Published.index() {
            guard let abif = entry.normalised?["abif"], abif.hasPrefix("kubernetes/") else { continue }
            let csv = abif.replacing(".abif", with: "_ballots.csv")
            let copy = try BallotFile.read(Published.text(abif)).ballots.ranked()
            let read = try BallotFile.read(Published.text(csv)).ballots.ranked()
            // Ballots without any rank are left out of the copy.
            let ranking = (0..<read.rowCount).count { !read.ranking(ofRow: $0).isEmpty }
            #expect(ranking == entry.ballots_counted, "\(csv)")
            #expect(try matrix(read, as: copy.options) == matrix(copy, as: copy.options), "\(csv)")
            count += 1
        }
        #expect(count == 10)
    }

    @Test("each Scottish ward gives the same ballots from its CSV as from its BLT copy") func scotland()
        throws
    {
        let wards = try paths(in: "scotland", ending: ".csv")
        #expect(wards.count == 36)
        for csv in wards {
            let file = try BallotFile.read(Published.text(csv))
            let copy = try BallotFile.read(Published.text(csv.replacing(".csv", with: ".blt")))
            let (read, other) = (try file.ballots.ranked(), try copy.ballots.ranked())
            #expect(file.seats == copy.seats, "\(csv)")
            #expect(read.total == other.total, "\(csv)")
            #expect(try matrix(read, as: other.options) == matrix(other, as: other.options), "\(csv)")
        }
    }

    @Test("each CSV of RCTab is read whole, a ballot a row") func tabulator() throws {
        let files = try paths(in: "rcv/features", ending: "_cvr.csv")
        #expect(files.count == 13)
        for path in files {
            let text = try Published.text(path)
            let rows = text.split(whereSeparator: \.isNewline).count - 1
            let read = try BallotFile.read(bytes: Array(text.utf8), named: path).ballots.ranked()
            #expect(read.total == rows, "\(path)")
        }
    }

    @Test("mutated files end in ballots or in a refusal at one of their lines", arguments: 1...8)
    func mutated(seed: Int) throws {
        var numbers = SeededNumbers(seed: UInt64(seed))
        let files = [
            "kubernetes/steering_2018_ballots.csv", "scotland/eilean_siar_2022_ward3.csv",
            "scotland/eilean_siar_2022_ward3.blt", "debian/2002_leader.abif", "vectors/droop-42.blt",
            "rcv/features/_shared/simple_ess_cvr.csv", "pabulib/Poland_Czestochowa_2024_Grabowka.abif",
        ]
        let marks = Array("0123456789>=,;:/{}[]()|\"#-.\n\r\t A\u{e9}".utf8) + [0, 0xFF]
        for path in files {
            let original = Array(try Published.text(path).utf8.prefix(6000))
            for _ in 0..<12 {
                var bytes = original
                for _ in 0...numbers.below(4) {
                    let place = numbers.below(bytes.count)
                    switch numbers.below(3) {
                    case 0: bytes[place] = marks[numbers.below(marks.count)]
                    case 1: bytes.remove(at: place)
                    default: bytes.insert(marks[numbers.below(marks.count)], at: place)
                    }
                }
                check(bytes, "seed \(seed), \(path)")
            }
        }
    }

    @Test("bytes of any kind end in ballots or in a refusal at one of their lines", arguments: 1...4)
    func random(seed: Int) {
        var numbers = SeededNumbers(seed: UInt64(seed))
        let marks = Array("0012>=,,:/{}|\"#-\n\n\tAB".utf8)
        for _ in 0..<400 {
            let isText = numbers.below(4) > 0
            let bytes = (0..<numbers.below(60)).map { _ in
                isText ? marks[numbers.below(marks.count)] : UInt8(numbers.below(256))
            }
            check(bytes, "seed \(seed), \(bytes)")
        }
    }

    /// Reads bytes in every format.
    private func check(_ bytes: [UInt8], _ what: String) {
        let lines = bytes.count { $0 == UInt8(ascii: "\n") } + 1
        for format in BallotFile.Format.allCases.map(Optional.some) + [nil] {
            do { _ = try BallotFile.read(bytes: bytes, format: format) } catch {
                #expect((1...lines).contains(error.line), "\(what)")
            }
        }
    }
}
