import TingTally

extension Check {
    /// Leaves out the warnings that a file accepts, and warns of what it accepts in vain.
    static func unaccepted(_ findings: [Finding], by workflow: Workflow) -> [Finding] {
        guard !workflow.accepts.isEmpty else { return findings }
        var used: Set<Int> = []
        let left = findings.filter { finding in
            guard finding.severity == .warning, let id = finding.id else { return true }
            let places = workflow.accepts.indices.filter { place in
                let acceptance = workflow.accepts[place]
                return acceptance.check == id && finding.names(acceptance.place)
            }
            used.formUnion(places)
            return places.isEmpty
        }
        // Where there are errors, not every check has run, so nothing is known to be in vain.
        guard !left.contains(where: { $0.severity == .error }) else { return left }
        let idle = workflow.accepts.indices.filter { !used.contains($0) }.map { place in
            let acceptance = workflow.accepts[place]
            let facts: [Fact] = [.text("check", acceptance.check), .text("place", acceptance.place)]
            return Finding(
                .warning, Statement("accepted-in-vain", facts), at: acceptance.mark, width: "check".count,
                mends: [Statement("mend-leave-out")])
        }
        return left + idle
    }
}

extension Finding {
    /// Whether the finding is about something with this name.
    fileprivate func names(_ place: String) -> Bool {
        statement.facts.contains { $0.value == .text(place) }
    }
}
