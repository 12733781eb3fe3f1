/// Minimax, also named after Simpson and Kramer: the winner is whose worst comparison is least bad.
///
/// By the variant, the worst is: with `winning-votes` the most votes by which
/// an option is defeated, 0 if it is not; with `margins` the largest number by
/// which more ballots prefer another to it, below 0 when it defeats every
/// other; with `opposition` the most ballots that prefer one other option to
/// it, whether they are more or fewer. The last need not elect an option that
/// beats every other.
///
/// - Source: Simpson 1969; Kramer 1977; the variants as Levin and Nalebuff 1995 and common use tell them apart.
public struct Minimax: RankedMethod {
    /// The name on the command line and in workflow files.
    public static let name = "minimax"

    /// What it uses.
    public static let settings: Set<Setting> = [.unranked, .seats, .ties, .groupCap, .variant]

    /// What is worst.
    public static let variants = Variant.allCases.map(\.rawValue)

    /// What is worst about an option.
    private enum Variant: String, CaseIterable {
        case winningVotes = "winning-votes"
        case margins
        case opposition
    }

    private let settings: CountingSettings

    /// The method with these settings.
    public init(_ settings: CountingSettings) throws(TallyError) {
        self.settings = settings
    }

    /// Counts the ballots.
    ///
    /// - Returns: A tally with every option in the ranking exactly once.
    /// - Complexity: O(rows × options²).
    public func count(_ ballots: RankedBallots, with workers: Workers) throws(TallyError) -> Tally {
        let matrix = ballots.pairwise(unranked: settings.unranked, with: workers)
        let variant = settings.variant.flatMap(Variant.init) ?? .winningVotes
        var transcript = Transcript()
        transcript.open(Self.name, ballots, matrix, settings.unranked)
        let worst = ballots.options.indices.map { Self.worst(of: $0, matrix, variant) }
        transcript.add(
            Statement("worst-by-\(variant.rawValue)"),
            table: .init(
                headings: [.term("worst-comparison")],
                rows: zip(ballots.options, worst).map { .init(.text($0), [.number($1)]) }))
        let ranking = Array(ballots.options.indices.places { worst[$0] }.reversed())
        transcript.add(places: ranking, ballots.options)
        let seating = try Seating(ranking, settings, names: ballots.options, writing: &transcript)
        transcript.close(seating, ballots.options)
        return Tally(
            method: Self.name, ballots: ballots.total, options: ballots.options, seats: settings.seats,
            winners: seating.winners, tied: seating.tied, emptySeats: seating.emptySeats,
            ranking: seating.ranking,
            transcript: transcript)
    }

    /// The worst number of an option against any other; 0 when there is no other.
    private static func worst(of option: Int, _ matrix: PairwiseMatrix, _ variant: Variant) -> Int {
        let numbers = (0..<matrix.size).lazy.filter { $0 != option }.map { other in
            let (against, votes) = (matrix[other, over: option], matrix[option, over: other])
            return switch variant {
            case .winningVotes: against > votes ? against : 0
            case .margins: against - votes
            case .opposition: against
            }
        }
        return numbers.max() ?? 0
    }
}
