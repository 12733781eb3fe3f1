/// Schulze's method with winning votes: the strength of a defeat is how many prefer its winner.
///
/// A path from one option to another goes over defeats and is as wide as its
/// narrowest one; an option stands above another when its widest path to it is
/// wider than the widest path back.
///
/// That relation can leave two options level and still put a third above only
/// one of them. Places are therefore given in layers: first all options that
/// nothing stands above, then all that nothing left stands above. Two options
/// that are level but stand in different layers are named in the transcript.
///
/// - Source: Schulze 2011 and arXiv:1804.02973, sections 2 and 3.
public struct Schulze: RankedMethod {
    /// The name on the command line and in workflow files.
    public static let name = "schulze"

    /// What it uses.
    public static let settings: Set<Setting> = [.unranked, .seats, .ties, .groupCap]

    private let settings: CountingSettings

    /// The method for one winner, with ballots that leave options out in this sense.
    public init(unranked: Unranked) {
        settings = CountingSettings(unranked: unranked)
    }

    /// The method with these settings.
    public init(_ settings: CountingSettings) throws(TallyError) {
        self.settings = settings
    }

    /// Counts the ballots.
    ///
    /// - Returns: A tally with every option in the ranking exactly once.
    /// - Complexity: O(rows × options² + options³).
    public func count(_ ballots: RankedBallots, with workers: Workers) throws(TallyError) -> Tally {
        let matrix = ballots.pairwise(unranked: settings.unranked, with: workers)
        var transcript = Transcript()
        transcript.open(Self.name, ballots, matrix, settings.unranked)
        let paths = Self.widestPaths(in: matrix)
        transcript.add(
            Statement("widest-paths"), table: .init(of: ballots.options, paths.rows))
        Self.compare(paths, ballots.options, writing: &transcript)
        let ranking = Self.layers(of: paths)
        for (place, group) in ranking.enumerated() {
            transcript.add(
                Statement(
                    group.count == 1 ? "place-taken" : "place-shared",
                    [.number("place", place + 1), .list("options", group.map { ballots.options[$0] })]))
        }
        for (first, second) in Self.levelPairs(paths, ranking) {
            transcript.add(
                Statement(
                    "level-in-different-places",
                    [.text("first", ballots.options[first]), .text("second", ballots.options[second])]))
        }
        let seating = try Seating(ranking, settings, names: ballots.options, writing: &transcript)
        transcript.close(seating.winners, tied: seating.tied, seats: settings.seats, ballots.options)
        return Tally(
            method: Self.name, ballots: ballots.total, options: ballots.options, seats: settings.seats,
            winners: seating.winners, tied: seating.tied, ranking: seating.ranking, transcript: transcript)
    }

    /// The widest path from each option to each other; 0 where there is none.
    static func widestPaths(in matrix: PairwiseMatrix) -> PairwiseMatrix {
        let size = matrix.size
        var cells = Array(repeating: 0, count: size * size)
        for first in 0..<size {
            for second in 0..<size where matrix[first, over: second] > matrix[second, over: first] {
                cells[first * size + second] = matrix[first, over: second]
            }
        }
        cells.withUnsafeMutableBufferPointer { cells in
            for middle in 0..<size {
                for first in 0..<size where first != middle {
                    let before = cells[first * size + middle]
                    guard before > 0 else { continue }
                    for second in 0..<size where second != first {
                        let through = min(before, cells[middle * size + second])
                        if through > cells[first * size + second] { cells[first * size + second] = through }
                    }
                }
            }
        }
        return PairwiseMatrix(size: size, cells: cells)
    }

    /// Writes down how the two widest paths of every pair compare.
    private static func compare(
        _ paths: PairwiseMatrix, _ options: [String], writing transcript: inout Transcript
    ) {
        for first in options.indices {
            for second in options.indices.dropFirst(first + 1) {
                let (there, back) = (paths[first, over: second], paths[second, over: first])
                let (upper, lower) = there >= back ? (first, second) : (second, first)
                transcript.add(
                    Statement(
                        there == back ? "paths-level" : "path-wider",
                        [
                            .text("first", options[upper]), .text("second", options[lower]),
                            .number("there", max(there, back)), .number("back", min(there, back)),
                        ]))
            }
        }
    }

    /// All options in layers: each layer is what nothing left stands above.
    static func layers(of paths: PairwiseMatrix) -> [[Int]] {
        var left = Array(0..<paths.size)
        var layers: [[Int]] = []
        while !left.isEmpty {
            let layer = left.filter { option in
                left.allSatisfy { paths[$0, over: option] <= paths[option, over: $0] }
            }
            // Schulze's relation has no cycles, so a layer is never empty; were it so, stop here.
            guard !layer.isEmpty else { return layers + [left] }
            layers.append(layer)
            left.removeAll(where: layer.contains)
        }
        return layers
    }

    /// The pairs that are level by their paths and yet stand in different layers.
    private static func levelPairs(_ paths: PairwiseMatrix, _ ranking: [[Int]]) -> [(Int, Int)] {
        var pairs: [(Int, Int)] = []
        for (place, group) in ranking.enumerated() {
            for lower in ranking.dropFirst(place + 1).joined() {
                for upper in group where paths[upper, over: lower] == paths[lower, over: upper] {
                    pairs.append((upper, lower))
                }
            }
        }
        return pairs
    }
}
