import TingTally

extension Proposal {
    /// The commitment to the text that was decided; nil where several options won and none can be named.
    ///
    /// After a vote that passed, it is the text frozen when the last such vote
    /// was opened, or that of the option that won it: what is changed later was
    /// not decided. Where no vote has passed, it is the text as it stands.
    public var decidedText: Digest? {
        guard let vote = closedVotes.last(where: \.closed.isPassed) else {
            return text
        }
        if vote.opened.options.isEmpty { return vote.opened.text }
        guard vote.closed.winners.count == 1 else { return nil }
        return vote.opened.options.first { $0.letter == vote.closed.winners[0] }?.text
    }
}
