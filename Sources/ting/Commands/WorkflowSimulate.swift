import ArgumentParser
import TingClerk
import TingProceedings
import TingReports
import TingTally
import TingWorkflow

extension WorkflowCommand {
    /// `ting workflow simulate`: plays a procedure many times, with people who act by chance.
    struct Simulate: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "simulate", abstract: help("workflow-simulate"),
                discussion: help("workflow-simulate-examples"))
        }

        @OptionGroup var options: GlobalOptions
        @Argument(help: ArgumentHelp(help("workflow-file")))
        var file: String
        @Option(help: ArgumentHelp(help("simulate-members"), valueName: "N|CLASS=N,..."))
        var members = "100"
        @Option(help: ArgumentHelp(help("simulate-roles"), valueName: "ROLE=N,..."))
        var roles: String?
        @Option(help: ArgumentHelp(help("simulate-touches"), valueName: "SUBJECT,..."))
        var touches: String?
        @Option(help: ArgumentHelp(help("simulate-turnout"), valueName: "2/5|2/5..3/5"))
        var turnout: String?
        @Option(help: ArgumentHelp(help("simulate-yes"), valueName: "3/5|2/5..4/5"))
        var yes: String?
        @Option(help: ArgumentHelp(help("simulate-abstain"), valueName: "chance"))
        var abstain: String?
        @Option(help: ArgumentHelp(help("simulate-sponsor"), valueName: "chance"))
        var sponsor: String?
        @Option(help: ArgumentHelp(help("simulate-act"), valueName: "chance"))
        var act: String?
        @Option(help: ArgumentHelp(help("simulate-stop"), valueName: "chance"))
        var stop: String?
        @Option(help: ArgumentHelp(help("simulate-amend"), valueName: "chance"))
        var amend: String?
        @Option(help: ArgumentHelp(help("simulate-offer"), valueName: "chance"))
        var offer: String?
        @Option(help: ArgumentHelp(help("simulate-seed")))
        var seed: UInt64 = 1
        @Option(help: ArgumentHelp(help("simulate-runs")))
        var runs = 1_000

        func run() throws {
            let workflow = try WorkflowFile.read(file)
            guard (1...Self.mostRuns).contains(runs) else {
                throw WrongUse(
                    "simulate-runs-bounds", [.number("runs", runs), .number("most", Self.mostRuns)])
            }
            let flags = SimulationFlags(workflow)
            let plan = Simulation.Plan(
                members: try flags.members(members), roles: try flags.roles(roles ?? ""),
                touches: try flags.subjects(touches ?? ""), behaviour: try behaviour(flags), seed: seed,
                runs: runs)
            let simulation = try Simulation(of: workflow, in: .utc, plan)
            let screen = Screen(options)
            let page = SimulationPage(simulation, plan, workflow, file: file)
            screen.answer(page.json)
            page.show(on: screen)
        }

        private static let mostRuns = 1_000_000

        private func behaviour(_ flags: SimulationFlags) throws -> Behaviour {
            var behaviour = Behaviour.usual
            if let turnout { behaviour.turnout = try flags.range(turnout, "turnout") }
            if let yes { behaviour.yes = try flags.range(yes, "yes") }
            if let abstain { behaviour.abstaining = try flags.chance(abstain, "abstain") }
            if let sponsor { behaviour.sponsoring = try flags.chance(sponsor, "sponsor") }
            if let act { behaviour.acting = try flags.chance(act, "act") }
            if let stop { behaviour.stopping = try flags.chance(stop, "stop") }
            if let amend { behaviour.amending = try flags.chance(amend, "amend") }
            if let offer { behaviour.offering = try flags.chance(offer, "offer") }
            return behaviour
        }
    }
}
