import TingProceedings
import TingReports
import TingTally

/// What `ting count` prints of a count: for people line by line, for programs as one object.
struct CountAnswer {
    let method: String
    let ballots: Int
    let unit: Fraction
    let options: [String]
    let seats: Int
    let emptySeats: Int
    let tiedSeats: Int
    let winners: [String]
    let tied: [String]
    let ranking: [[String]]
    let outcome: VoteOutcome?
    let transcript: Transcript
    /// What programs call an option whose name is another; empty where they use the names.
    let tokens: [String: String]

    init(_ tally: Tally, of file: BallotFile) {
        method = tally.method
        ballots = tally.ballots
        unit = file.ballots.unit
        tokens =
            file.isKnownByTokens
            ? Dictionary(zip(tally.options, file.tokens), uniquingKeysWith: { first, _ in first }) : [:]
        options = tally.options
        seats = tally.seats
        (emptySeats, tiedSeats) = (tally.emptySeats, tally.tiedSeats)
        winners = tally.winnerNames
        tied = tally.tiedNames
        ranking = tally.rankingNames
        outcome = tally.outcome
        transcript = tally.transcript
    }

    init(
        _ verdict: Verdict, ballots: Int, unit: Fraction = Fraction(1), options: [String],
        transcript: Transcript
    ) {
        method = Count.yesNo
        self.ballots = ballots
        self.unit = unit
        self.options = options
        seats = 1
        (emptySeats, tiedSeats) = (0, 0)
        winners =
            switch verdict.outcome {
            case .passed: ["yes"]
            case .failed: ["no"]
            case .tied, .noQuorum: []
            }
        tied = verdict.outcome == .tied ? ["yes", "no"] : []
        ranking = winners.isEmpty ? [] : [winners, winners == ["yes"] ? ["no"] : ["yes"]]
        outcome = verdict.outcome
        self.transcript = transcript
        tokens = [:]
    }

    /// Every line of a count of options.
    func show(_ screen: Screen) {
        screen.say(
            tied.isEmpty
                ? winners.isEmpty ? "count-nobody" : "count-winners"
                : winners.count == tied.count ? "count-tied" : "count-last-tied",
            [
                .list("winners", winners.filter { !tied.contains($0) }), .list("tied", tied),
                .number("count", winners.count - tied.count),
                .number("seats", tiedSeats),
            ])
        if ballots == 0 { screen.say("count-nobody-voted") }
        if seats > 1, emptySeats > 0, !winners.isEmpty {
            screen.say("count-seats-empty", [.number("empty", emptySeats), .number("seats", seats)])
        }
        screen.line()
        showTranscript(screen)
        screen.line()
        screen.line(screen.label("count.ranking"))
        for (place, group) in ranking.enumerated() {
            screen.line("  \(place + 1). " + Screen.visible(group.joined(separator: " = ")))
        }
    }

    /// The lines of the transcript, each with its table.
    func showTranscript(_ screen: Screen) {
        for step in transcript.steps {
            screen.line(String(repeating: "  ", count: step.depth) + screen.words.render(step.statement))
            if let table = step.table { screen.line(TableText(table, screen.words).text) }
        }
    }

    /// What programs call options.
    private func known(_ names: [String]) -> JSON { .strings(names.map { tokens[$0] ?? $0 }) }

    /// The count as one object; fractions are text. Options go by their full names, and in a file that
    /// knows them by their short ones by those, with the full names beside them as `titles`.
    func json(_ screen: Screen) -> JSON {
        var keys: [String: JSON] = [
            "method": .string(method), "ballots": .integer(ballots), "options": known(options),
            "seats": .integer(seats), "winners": known(winners), "tied": known(tied),
            "ranking": .array(ranking.map(known)),
            "transcript": .array(
                transcript.steps.map { step in
                    var keys: [String: JSON] = [
                        "step": .string(step.statement.code),
                        "facts": .object(
                            Dictionary(
                                step.statement.facts.map { ($0.name, $0.value.json) },
                                uniquingKeysWith: { $1 })),
                        "text": .string(screen.words.render(step.statement)),
                    ]
                    if let table = step.table { keys["table"] = table.json }
                    return .object(keys)
                }),
        ]
        if seats > 1, emptySeats > 0 { keys["empty-seats"] = .integer(emptySeats) }
        if unit != Fraction(1) { keys["unit"] = .string(unit.description) }
        if !tokens.isEmpty { keys["titles"] = .strings(options) }
        if let outcome { keys["outcome"] = .string(outcome.rawValue) }
        return .object(keys)
    }
}
