import TingTally
import TingWorkflow

extension Member {
    /// Why nobody may act as this member at a moment; nil for a member with all rights.
    func bar(at instant: Instant, _ facts: [Fact]) -> Statement? {
        guard isMember(at: instant) else { return Statement("not-a-member", facts) }
        guard let absence = absence(at: instant) else { return nil }
        let code = "member-\(absence.kind.rawValue)"
        guard let until = absence.span.until else { return Statement(code, facts) }
        return Statement(code + "-until", facts + [.instant("until", until.seconds)])
    }
}
