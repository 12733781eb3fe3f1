import TingProceedings
import TingTally
import TingWorkflow

extension Stage {
    /// Everybody of some people, by id.
    func everybody(_ people: People) -> [String] {
        people.anyOf.flatMap { cast.everybody($0, of: proposal) }
    }

    /// Who was told something by the last line: at once, or because a moment has come of which it was said before.
    func told() -> Set<String> {
        guard let errands = try? clerk.minutes.read({ try $0.errands() }),
            let file = try? clerk.file(Stage.number, at: moment)
        else { return [] }
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
    func adopts(into document: String) -> Bool {
        let errands = (try? clerk.minutes.read { try $0.errands() }) ?? []
        return errands.contains { errand in
            if case .adoptText(_, _, let name, _) = errand.order { name == document } else { false }
        }
    }
}
