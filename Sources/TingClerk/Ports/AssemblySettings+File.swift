import TingProceedings
public import TingWorkflow
import TingTally

extension AssemblySettings {
    /// The settings in an assembly's file.
    ///
    /// - Throws: ``Fault`` when the system has no such time zone any more.
    public init(_ file: AssemblyFile) throws {
        guard let zone = Zone(named: file.timeZone) else {
            throw Fault("zone-unknown", [.text("zone", file.timeZone)])
        }
        self.init(
            name: file.name, language: file.language, zone: zone, classes: file.classes, roles: file.roles,
            sandbox: file.sandboxSeed)
        offices = file.offices.mapValues { Office(seats: $0.seats, never: $0.never) }
    }
}
