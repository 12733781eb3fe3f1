extension State {
    /// The verb with which a state is ended by those whom its clock names.
    public static let endVerb = "end"
    /// The verb with which the end of a state is moved by those whom its clock names.
    public static let moveEndVerb = "move-end"

    /// The verb with which sponsors withdraw.
    public static let unsponsorVerb = "unsponsor"

    /// Everything that people may do here, besides comments, amendments and ballots.
    ///
    /// First what the kind lets them do, then ending the state or its meeting
    /// and moving its end, then the state's own actions in file order.
    public func deeds(in workflow: Workflow) -> [DeedForm] {
        var deeds = kind.deeds(in: workflow)
        switch clock {
        case .between(_, _, .some(let people)):
            deeds.append(DeedForm(State.endVerb, by: people, timing: .afterMinimum, mark: clockMark))
        case .extendable(let bounds):
            if let adjustment = bounds.adjustment {
                deeds.append(
                    DeedForm(
                        State.moveEndVerb, by: adjustment.by, carries: [.newEnd], times: .often,
                        mark: clockMark))
            }
        case .untilEnd(let meeting):
            if let kind = workflow.meeting(meeting) { deeds.append(kind.end()) }
        case .exactly, .between, .afterQuorum, .waits, .none: break
        }
        if let support {
            deeds.append(
                DeedForm(
                    State.unsponsorVerb, by: People([.relation(.sponsors)]), times: .often, mark: support.mark
                ))
        }
        for action in actions {
            deeds.append(
                DeedForm(
                    action.name, by: action.by, timing: action.afterMinimum ? .afterMinimum : .always,
                    carries: action.needsReason ? [.reason] : [], afterSilence: action.afterSilence,
                    mark: action.mark))
        }
        return deeds
    }

    /// The action with this name; nil when there is none.
    public func action(_ name: String) -> Action? { actions.first { $0.name == name } }
}
