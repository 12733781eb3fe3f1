/// What a share is a share of; spelt as in the workflow language.
public enum Base: String, CaseIterable, Hashable, Sendable {
    /// Yes and no.
    case votesCast = "votes cast"
    /// Yes, no and abstain.
    case ballotsCast = "ballots cast"
    /// Every ballot handed in, the blank and the unreadable too.
    case ballotsReceived = "ballots received"
    /// All who may vote on the matter.
    case electorate
    /// Those present at the meeting.
    case present
    /// The full size of the body, vacant seats included.
    case seats
}

extension ChoiceCount {
    /// The number that a share of this base is a share of.
    ///
    /// - Throws: ``TallyError`` `base-not-known` when nobody told the number present or of seats.
    public func base(_ base: Base) throws(TallyError) -> Int {
        let known: Int? =
            switch base {
            case .votesCast: votesCast
            case .ballotsCast: ballotsCast
            case .ballotsReceived: received
            case .electorate: eligible
            case .present: present
            case .seats: seats
            }
        guard let known else {
            throw TallyError(Statement("base-not-known", [.term("base", base.rawValue)]))
        }
        return known
    }
}
