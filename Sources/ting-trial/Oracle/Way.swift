import TingTally
import TingWorkflow

/// One way in which a proposal can leave a state, as the language reference says it.
///
/// Read from the workflow alone and from what each kind says in `Templates/reference/kinds`; the
/// checker's own graph of moves is not looked at.
struct Way: Hashable {
    /// The outcome or the action.
    let name: String
    /// Where the file says it leads.
    let goto: String
    /// Whether somebody has decided in favour.
    let isInFavour: Bool
    /// How soon people can make it after the entry, in seconds; nil when only time does.
    let byPeopleAfter: Int?
    /// Whether it can be what happens when the time is up.
    let whenTimeIsUp: Bool

    /// Every way out of a state that can be taken, outcomes first.
    static func out(of state: State) -> [Way] {
        guard state.kind.final == nil else { return [] }
        let clock = Bounds(state)
        let ways = state.outcomes.compactMap { exit -> Way? in
            let deed = deed(behind: exit.name, in: state)
            let byPeople: Int? =
                switch deed {
                case .counted: clock.isExact ? nil : clock.least
                case .atOnce: 0
                case .none: clock.canBeEnded ? clock.least : nil
                case .everybody: 0
                }
            // What people bring about at once has happened before the time is up.
            let isLeft = deed == .none || deed == .everybody || (deed == .counted && clock.isExact)
            let isAbsence = absences.contains(exit.name)
            let whenTimeIsUp = clock.hasEnd && (isLeft || isAbsence)
            guard byPeople != nil || whenTimeIsUp else { return nil }
            return Way(
                name: exit.name, goto: exit.goto, isInFavour: isInFavour(exit.name, in: state),
                byPeopleAfter: byPeople, whenTimeIsUp: whenTimeIsUp)
        }
        return ways
            + state.actions.map { action in
                Way(
                    name: action.name, goto: action.goto, isInFavour: false,
                    byPeopleAfter: action.afterMinimum ? clock.least : 0, whenTimeIsUp: false)
            }
            + [state.support].compactMap { $0 }.map { support in
                Way(
                    name: "unsponsor", goto: support.otherwise, isInFavour: false, byPeopleAfter: 0,
                    whenTimeIsUp: false)
            }
    }

    /// What people do to bring an outcome about.
    private enum DeedBehind {
        /// Nothing: it is what is found when the state ends.
        case none
        /// A deed that ends the state at once, or is counted at the end of an exact time.
        case counted
        /// A deed that ends the state at once, whatever its clock.
        case atOnce
        /// An answer of everybody asked.
        case everybody
    }

    private static let absences = [
        "not-submitted", "too-few", "not-given", "not-held", "not-vetoed", "not-judged", "not-done",
        "time-ran-out", "not-clustered",
    ]

    private static func deed(behind outcome: String, in state: State) -> DeedBehind {
        switch state.kind.word {
        case "draft": return outcome == "submitted" ? .counted : .none
        case "sponsorship": return outcome == "enough" ? .counted : .none
        case "opinion", "notice": return outcome == "given" ? .counted : .none
        case "meeting": return outcome == "held" ? .atOnce : .none
        case "veto": return outcome == "vetoed" ? .counted : .none
        case "judgement": return outcome == "not-judged" ? .none : .counted
        case "task": return outcome == "not-done" ? .none : .counted
        case "hold": return outcome == "time-ran-out" ? .none : .atOnce
        case "cluster":
            guard outcome == "clustered" else { return .none }
            return (state.kind as? ClusterKind)?.appeals == nil ? .counted : .none
        case "vote": return state.kind.vote?.closeEarly == .never ? .none : .everybody
        case "consent": return (state.kind as? ConsentKind)?.closesEarly ?? false ? .everybody : .none
        default: return .none
        }
    }

    private static func isInFavour(_ outcome: String, in state: State) -> Bool {
        switch state.kind.word {
        case "vote":
            let own = state.kind.vote?.ownOutcomes.first { $0.name == outcome }
            return own?.decides ?? (outcome == "passed")
        case "consent": return outcome == "consented"
        case "judgement": return (state.kind as? JudgementKind)?.inFavour.contains(outcome) ?? false
        default: return false
        }
    }
}
