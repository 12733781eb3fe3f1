/// How the seats that nobody holds are counted; spelt as in the workflow language.
///
/// Vacant seats never count to a quorum: nobody sat on them.
public enum VacantSeats: String, CaseIterable, Hashable, Sendable {
    /// Each is an abstention.
    case abstain = "counts as abstain"
    /// Each is a yes.
    case inFavour = "counts as in favour"
    /// Each is a no.
    case against = "counts as against"

    /// What each vacant seat says.
    var choice: Choice {
        switch self {
        case .abstain: .abstain
        case .inFavour: .yes
        case .against: .no
        }
    }
}

extension ChoiceCount {
    /// The same ballots in a body of so many seats; what is not held by a voter is vacant.
    ///
    /// - Throws: ``TallyError`` `more-voters-than-seats`; `seats-of-parts` where votes have parts,
    ///   since a seat is then no number of units.
    func inBody(ofSeats seats: Int) throws(TallyError) -> ChoiceCount {
        guard unit == Fraction(1) else { throw TallyError(Statement("seats-of-parts")) }
        guard eligible <= seats else {
            throw TallyError(
                Statement("more-voters-than-seats", [.number("eligible", eligible), .number("seats", seats)]))
        }
        return try with(eligible: eligible, seats: seats, vacant: vacant ?? seats - eligible)
    }

    /// The same ballots, with every vacant seat counted as a choice.
    ///
    /// - Throws: ``TallyError`` `vacant-not-known`, `count-overflow`.
    func filling(_ vacantSeats: VacantSeats, writing transcript: inout Transcript) throws(TallyError)
        -> ChoiceCount
    {
        guard let vacant else { throw TallyError(Statement("vacant-not-known")) }
        let (all, overflow) = eligible.addingReportingOverflow(vacant)
        guard !overflow else { throw TallyError(Statement("count-overflow")) }
        var filled = try with(eligible: all, seats: seats, vacant: 0)
        try filled.add(vacant, to: vacantSeats.choice)
        transcript.add(
            Statement(
                "vacant-seats-counted",
                [
                    .number("vacant", vacant), .term("choice", vacantSeats.choice.rawValue),
                    Fact("before", try votes(self[vacantSeats.choice])),
                    Fact("after", try filled.votes(filled[vacantSeats.choice])),
                ]))
        return filled
    }

    /// The same ballots among other numbers.
    private func with(eligible: Int, seats: Int?, vacant: Int?) throws(TallyError) -> ChoiceCount {
        try ChoiceCount(
            eligible: eligible, present: present, seats: seats, vacant: vacant, yes: self[.yes],
            no: self[.no], abstain: self[.abstain], blank: self[.blank], invalid: self[.invalid], unit: unit)
    }
}
