extension Tally {
    /// The same count where one of the options says none of these: who stands above it has won.
    ///
    /// With one seat, the vote fails when the default option wins. With several,
    /// the options elected before it are the winners: where it takes a seat, that
    /// seat and those after it stay empty. A tie for the seats is left as it is.
    /// A method that compares with the default option itself has said so already,
    /// and its outcome stands.
    public func above(defaultOption: Int) -> Tally {
        guard outcome == nil else { return self }
        let sure = winners.filter { !tied.contains($0) }
        // Who is level with it stands no more above it than it above them.
        let level = ranking.first { $0.contains(defaultOption) } ?? [defaultOption]
        let elected = Array(sure.prefix { !level.contains($0) })
        var transcript = transcript
        guard elected.count < sure.count else {
            return with(
                winners, tied: tied, !tied.isEmpty ? .tied : winners.isEmpty ? .failed : .passed, transcript)
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
            elected.isEmpty ? [defaultOption] : elected, tied: [], elected.isEmpty ? .failed : .passed,
            transcript)
    }

    private func with(
        _ winners: [Int], tied: [Int], _ outcome: VoteOutcome, _ transcript: Transcript
    ) -> Tally {
        Tally(
            method: method, ballots: ballots, options: options, seats: seats, winners: winners, tied: tied,
            ranking: ranking, dropped: dropped, outcome: outcome, transcript: transcript)
    }
}
