import TingProceedings
import TingTally
import TingWorkflow

extension Stage {
    /// Everybody of some people, by id.
    func everybody(_ people: People) -> [String] {
        people.anyOf.flatMap { cast.everybody($0, of: proposal) }
    }

    /// Who was told something by the last line: at once, or because a moment has come of which it was said before.
    ///
    /// - Throws: Faults of the minutes; never because nobody was told.
    func told() throws -> Set<String> {
        let errands = try clerk.minutes.read { try $0.errands() }
        let file = try clerk.file(Stage.number, at: moment)
        var told: Set<String> = []
        for errand in errands {
            guard case .notice(let code, _, let ids, let at) = errand.order, at <= now else { continue }
            let isNew = errand.number > before.errands
            guard isNew || at > before.moment, file.proposal.isDue(code, at: at, in: file.situation) else {
                continue
            }
            told.formUnion(code == "reminder" ? file.proposal.stillToRemind(ids, in: file.situation) : ids)
        }
        return told
    }

    /// Whether the text was ordered into a governed document.
    ///
    /// - Throws: Faults of the minutes.
    func adopts(into document: String) throws -> Bool {
        try clerk.minutes.read { try $0.errands() }.contains { errand in
            if case .adoptText(_, _, let name, _) = errand.order { name == document } else { false }
        }
    }

    /// The day on which something follows after the end; nil when it does not.
    func day(of key: String) -> CivilDate? {
        guard let proposal else { return nil }
        let after = proposal.aftermath
        let moment: Instant? =
            switch key {
            case "in-force": after.inForce
            case "expires": after.expires
            case "report": after.reportDue
            case "review": after.reviewDue
            default: proposal.finished?.cooldownUntil
            }
        return moment.map { zone.local($0).date }
    }
}
