extension RankedMethod {
    /// The tally where ties on the way decide about seats.
    ///
    /// - Parameter line: Says so; the open options are added to it.
    func tally(
        _ seats: PossibleSeats, _ line: Statement, of ballots: RankedBallots, ranking: [[Int]],
        _ settings: CountingSettings, _ lines: Transcript
    ) -> Tally {
        var (seats, transcript) = (seats, lines)
        let names = ballots.options
        let list = { (options: [Int]) in Fact.list("options", options.map { names[$0] }) }
        if seats.open.isEmpty {
            transcript.add(Statement("ties-leave-seats", [list(seats.sure)]))
        } else {
            transcript.add(Statement(line.code, line.facts + [list(seats.open)]))
            seats.narrow(by: settings.ties, names: names, writing: &transcript)
        }
        let tied = seats.open
        let sure = ranking.joined().filter(seats.sure.contains)
        let winners = sure + tied
        let emptySeats = max(0, settings.seats - seats.filled)
        transcript.close(winners, tied: tied, seats: settings.seats, emptySeats: emptySeats, names)
        return Tally(
            method: Self.name, ballots: ballots.total, options: names, seats: settings.seats,
            winners: winners, tied: tied, emptySeats: emptySeats, ranking: ranking, transcript: transcript)
    }
}
