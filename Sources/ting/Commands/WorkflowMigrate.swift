import ArgumentParser
import TingClerk
import TingProceedings
import TingReports
import TingTally
import TingWorkflow
import TingYAML

extension WorkflowCommand {
    /// `ting workflow migrate --plan`: which open proposals could move to a new version, and what would change.
    struct PlanMigration: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "migrate", abstract: help("workflow-migrate"),
                discussion: help("workflow-migrate-examples"))
        }

        @OptionGroup var options: GlobalOptions
        @Flag(help: ArgumentHelp(help("workflow-migrate-plan")))
        var plan = false
        @Argument(help: ArgumentHelp(help("workflow-migrate-files")))
        var files: [String]

        func run() throws {
            guard plan else { throw WrongUse("migrate-plan-only") }
            switch files.count {
            case 1: try planProposals(files[0])
            case 2: try planStates(files[0], files[1])
            default: throw WrongUse("migrate-files")
            }
        }

        private struct Version {
            let bytes: [UInt8]
            let version: WorkflowVersion

            init(_ name: String, _ bytes: [UInt8]) throws {
                self.bytes = bytes
                version = try SourceFile(name: name, bytes: bytes).reading {
                    try WorkflowVersion(YAML.read(bytes))
                }
            }
        }

        // MARK: - The proposals of the assembly

        private func planProposals(_ file: String) throws {
            let new = try Version(file, try Disk.read(file))
            let office = try Office(options)
            let screen = Screen(options, office)
            let cases = try office.clerk.plans(forMovingTo: new.bytes, at: office.moment)
            var answers: [JSON] = []
            for item in cases {
                let old = try Version(file, item.pinned)
                let changes = Comparing.changes(from: old.version, to: new.version).filter {
                    $0.matters(to: item.plan.ahead, in: new.version.workflow)
                }
                answers.append(json(item, changes, screen))
                show(item, changes, screen)
            }
            let movable = cases.count { $0.plan.canMove }
            screen.answer(
                .object([
                    "file": .string(file), "workflow": .string(new.version.workflow.id),
                    "proposals": .array(answers),
                ]))
            screen.say(
                "migrate-summary",
                [
                    .number("open", cases.count), .number("movable", movable),
                    .text("workflow", new.version.workflow.id),
                ])
        }

        private func show(_ item: Clerk.MovingCase, _ changes: [Change], _ screen: Screen) {
            let facts: [Fact] = [
                .text("proposal", "P-\(item.card.number)"), .text("title", item.card.title),
                .text("state", item.plan.state),
            ]
            screen.say(item.plan.canMove ? "migrate-can" : "migrate-cannot", facts)
            for obstacle in item.plan.obstacles { screen.line("    " + screen.words.render(obstacle)) }
            guard item.plan.canMove else { return }
            if let line = endLine(item.plan) { screen.line("    " + screen.words.render(line)) }
            if changes.isEmpty { screen.line("    " + screen.sentence("migrate-nothing")) }
            for change in changes {
                screen.line(
                    "    " + screen.sentence("migrate-" + change.direction.rawValue) + " "
                        + screen.words.render(change.statement))
            }
        }

        /// What becomes of the end of the state it is in; nil where nothing does.
        private func endLine(_ plan: MovingPlan) -> Statement? {
            switch (plan.ends, plan.newEnds) {
            case (let old?, let new?) where old != new:
                Statement("migrate-later", [.instant("old", old.seconds), .instant("new", new.seconds)])
            case (let old?, nil): Statement("migrate-endless", [.instant("old", old.seconds)])
            case (nil, let new?): Statement("migrate-ends", [.instant("new", new.seconds)])
            default: nil
            }
        }

        private func json(_ item: Clerk.MovingCase, _ changes: [Change], _ screen: Screen) -> JSON {
            .object([
                "proposal": .string("P-\(item.card.number)"), "state": .string(item.plan.state),
                "can-move": .boolean(item.plan.canMove),
                "obstacles": .strings(item.plan.obstacles.map { screen.words.render($0) }),
                "changes": .array(
                    (item.plan.canMove ? changes : []).map {
                        .object([
                            "direction": .string($0.direction.rawValue),
                            "message": .string(screen.words.render($0.statement)),
                        ])
                    }),
            ])
        }

        // MARK: - Any proposal, state by state

        private func planStates(_ file: String, _ newFile: String) throws {
            let old = try Version(file, try Disk.read(file)).version.workflow
            let new = try Version(newFile, try Disk.read(newFile)).version.workflow
            let screen = Screen(options)
            var answers: [JSON] = []
            for state in old.states where state.kind.final == nil {
                let obstacles = Workflow.obstacles(toMovingFrom: state, to: new)
                answers.append(
                    .object([
                        "state": .string(state.name), "can-move": .boolean(obstacles.isEmpty),
                        "obstacles": .strings(obstacles.map { screen.words.render($0) }),
                    ]))
                screen.say(
                    obstacles.isEmpty ? "migrate-state-can" : "migrate-state-cannot",
                    [.text("state", state.name)])
                for obstacle in obstacles { screen.line("    " + screen.words.render(obstacle)) }
            }
            screen.answer(.object(["states": .array(answers)]))
        }
    }
}
