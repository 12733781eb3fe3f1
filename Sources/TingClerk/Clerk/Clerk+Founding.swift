import TingProceedings
import TingTally
import TingWorkflow

extension Clerk {
    /// Founds the assembly: the first entry of its record.
    ///
    /// - Throws: ``Refusal`` `founded-already` when there is a record.
    public func found(at moment: Moment) throws {
        try minutes.write { transaction in
            guard try transaction.length() == 0 else {
                throw Refusal(Statement("founded-already", [.text("name", settings.name)]))
            }
            let event = AssemblyEvent(
                at: moment.effective, by: nil,
                .founded(
                    name: PlainText.kept(settings.name), zone: settings.zone.name,
                    sandbox: settings.sandbox != nil))
            try transaction.append([event.json], to: .assembly, after: 0, recorded: moment.recorded)
        }
    }
}
