import TingClerk
import TingTally
import TingWorkflow
import TingYAML

/// What becomes of a file with a fault.
enum Verdict: Equatable {
    /// It is no procedure any more: the reader itself refuses it.
    case unreadable
    /// A check reports it: its id.
    case checked(String)
    /// A story of the file does not come true: its title.
    case played(String)
    /// Nobody notices.
    case survived
}

/// Judges files with faults beside the file without.
struct Judge {
    private let findings: Set<Statement>
    private let zone = Zone.utc

    /// Reads the file as it is.
    init(_ text: String) {
        findings = Set(((try? YAML.read(text)).map(Check.inspect)?.findings ?? []).map(\.statement))
    }

    /// What becomes of a fault: first it is checked, then the stories are played until one fails.
    func verdict(_ fault: Fault) -> Verdict {
        guard let root = try? YAML.read(fault.text) else { return .unreadable }
        let inspection = Check.inspect(root)
        // What the reader refuses is no fault of the procedure, but of the writing.
        let errors = inspection.findings.filter { $0.severity == .error }
        if errors.contains(where: { $0.id?.first == "A" }) { return .unreadable }
        if let new = inspection.findings.first(where: { !findings.contains($0.statement) }) {
            return .checked(new.id ?? new.statement.code)
        }
        guard let workflow = inspection.workflow else { return .checked("error") }
        let rehearsal = Rehearsal(workflow, zone: zone) { $0.code }
        for scenario in workflow.scenarios {
            if !rehearsal.play(scenario).failures.isEmpty { return .played(scenario.title) }
        }
        return .survived
    }
}
