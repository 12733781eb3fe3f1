import TingProceedings
import TingTally
import TingWorkflow

/// One story told under two versions of a workflow, line by line, as long as both allow it.
struct TwoLives {
    /// The story under the old version.
    private(set) var old: ToldStory
    /// The story under the new version.
    private(set) var new: ToldStory
    /// The lines that were told, each with the day.
    private(set) var lines: [(line: Scenario.Line, text: String, on: CivilDate)] = []
    /// What one version refused at the last line; nil where both agreed.
    private(set) var refusal: (byOld: Bool, reason: Statement)?

    init(_ scenario: Scenario, old: Workflow, new: Workflow, zone: Zone, holding: [String: Int]) throws {
        self.old = try ToldStory(scenario, of: old, in: zone, holding: holding)
        self.new = try ToldStory(scenario, of: new, in: zone, holding: holding)
    }

    /// The day on which the story has arrived.
    var today: CivilDate { old.life.zone.local(old.life.now).date }

    /// Whether the two stand differently: in different states, or one of them at its end.
    var standApart: Bool {
        let (first, second) = (old.life.proposal.visit, new.life.proposal.visit)
        return first?.state != second?.state || old.life.proposal.isFinished != new.life.proposal.isFinished
    }

    /// Tells one more line to both.
    ///
    /// - Returns: Whether at least one of them took it; the story goes on only where both did.
    mutating func tell(_ line: Scenario.Line) -> Bool {
        let (before, text) = (today, text(line))
        guard let text else { return false }
        var (first, second) = (old, new)
        let (byOld, byNew) = (Self.objection(&first, line), Self.objection(&second, line))
        guard byOld == nil || byNew == nil else { return false }
        if let reason = byOld ?? byNew {
            guard let statement = reason.statement else { return false }
            refusal = (byOld != nil, statement)
            lines.append((line, text, before))
            return true
        }
        (old, new) = (first, second)
        lines.append((line, text, before))
        return true
    }

    /// Tells one more line to each that takes it: once the two have parted, one may refuse what the other allows.
    ///
    /// - Returns: Whether at least one of them took it.
    mutating func tellEach(_ line: Scenario.Line) -> Bool {
        let active = old.life.proposal.isFinished ? new : old
        let words = active.life.state.flatMap { line.text(in: active.life.workflow, state: $0) }
        let before = today
        var (first, second) = (old, new)
        let (byOld, byNew) = (Self.objection(&first, line), Self.objection(&second, line))
        guard let words, byOld == nil || byNew == nil else { return false }
        // Time passes for both, whatever else they allow.
        if byOld == nil { old = first } else if (try? old.pass(to: second.life.now)) == nil { return false }
        if byNew == nil { new = second } else if (try? new.pass(to: old.life.now)) == nil { return false }
        lines.append((line, words, before))
        return true
    }

    /// Whether both are at their ends, and these are not the same.
    var endApart: Bool {
        old.life.proposal.isFinished && new.life.proposal.isFinished
            && old.life.proposal.visit?.state != new.life.proposal.visit?.state
    }

    /// Whether one of them has ended in an adoption.
    var isAdopted: Bool { [old, new].contains { $0.life.state?.kind.final?.result == .adopted } }

    /// Lets time pass in both until they are at their ends, or for a while.
    mutating func passToTheEnd() {
        for _ in 0..<60 {
            let due = [old.life, new.life].filter { !$0.proposal.isFinished }.compactMap(\.proposal.due).min()
            guard let due else { return }
            var (first, second) = (old, new)
            guard (try? first.pass(to: due)) != nil, (try? second.pass(to: due)) != nil else { return }
            (old, new) = (first, second)
        }
    }

    private func text(_ line: Scenario.Line) -> String? {
        (old.life.state ?? new.life.state).flatMap { line.text(in: old.life.workflow, state: $0) }
    }

    /// Why a version does not take a line: a refusal by its rules, or nothing that can be told.
    private struct Objection {
        let statement: Statement?
    }

    private static func objection(_ story: inout ToldStory, _ line: Scenario.Line) -> Objection? {
        do {
            try story.tell(line)
            return nil
        } catch let refusal as Refusal {
            return Objection(statement: refusal.reasons.first?.statement)
        } catch {
            return Objection(statement: nil)
        }
    }
}
