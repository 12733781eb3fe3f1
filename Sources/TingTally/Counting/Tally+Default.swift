extension Tally {
    /// The same count with its outcome, where one of the options may say none of these.
    ///
    /// Who stands above that default option has won. With one seat, the vote fails
    /// when the default option wins. With several, the options elected before it are
    /// the winners: where it takes a seat, that seat and those after it stay empty. A
    /// tie for the seats is left as it is. A method that compares with the default
    /// option itself has said so already, and its outcome stands.
    ///
    /// - Parameter defaultOption: Its place; nil when there is none, and then whoever has won has won.
    public func above(defaultOption: Int?) -> Tally {
        guard outcome == nil else { return self }
        let sure = winners.filter { !tied.contains($0) }
        // Who is level with it stands no more above it than it above them.
        let level = defaultOption.map { place in ranking.first { $0.contains(place) } ?? [place] } ?? []
        let elected = Array(sure.prefix { !level.contains($0) })
        var transcript = transcript
        guard elected.count < sure.count, let defaultOption else {
            return with(
                winners, tied: tied, emptySeats: emptySeats,
                !tied.isEmpty ? .tied : winners.isEmpty ? .failed : .passed, transcript)
        }
        if seats > 1 {
            transcript.add(
                Statement(
                    "default-takes-a-seat",
                    [
                        .text("default", options[defaultOption]),
                        .list("options", elected.map { options[$0] }),
                    ]))
        }
        return with(
            elected.isEmpty ? [defaultOption] : elected, tied: [], emptySeats: seats - elected.count,
            elected.isEmpty ? .failed : .passed, transcript)
    }

    private func with(
        _ winners: [Int], tied: [Int], emptySeats: Int, _ outcome: VoteOutcome, _ transcript: Transcript
    ) -> Tally {
        Tally(
            method: method, ballots: ballots, options: options, seats: seats, winners: winners, tied: tied,
            emptySeats: emptySeats, ranking: ranking, dropped: dropped, outcome: outcome,
            transcript: transcript)
    }
}
