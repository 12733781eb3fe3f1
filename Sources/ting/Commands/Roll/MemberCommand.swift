import ArgumentParser
import TingClerk
import TingProceedings
import TingTally
import TingWorkflow

/// `ting member`: the roll.
struct MemberCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "member", abstract: help("member"),
            subcommands: [
                Add.self, Import.self, Export.self, ListAll.self, Show.self, Remove.self, Suspend.self,
                Pause.self, Return.self, Fee.self, Appoint.self, Dismiss.self, Delegate.self,
                Undelegate.self,
            ])
    }

    /// `ting member add`.
    struct Add: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(abstract: help("member-add"), discussion: help("member-add-examples"))
        }

        @OptionGroup var options: GlobalOptions
        @Argument(help: ArgumentHelp(help("member-handle")))
        var handle: String
        @Option(help: ArgumentHelp(help("member-name")))
        var name: String
        @Option(help: ArgumentHelp(help("member-email")))
        var email: String = ""
        @Option(name: .customLong("class"), parsing: .singleValue, help: ArgumentHelp(help("member-class")))
        var classes: [String] = []
        @Option(name: .customLong("role"), parsing: .singleValue, help: ArgumentHelp(help("member-role")))
        var roles: [String] = []
        @Option(name: .customLong("group"), parsing: .singleValue, help: ArgumentHelp(help("member-group")))
        var groups: [String] = []
        @Flag(help: ArgumentHelp(help("member-organisation")))
        var organisation = false

        func run() throws {
            let office = try Office(options)
            let screen = Screen(options, office)
            let groups = try groups.map { text in
                let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
                guard parts.count == 2 else { throw WrongUse("group-of-member-form", [.text("text", text)]) }
                return Group(kind: parts[0], name: parts[1])
            }
            let person = try office.clerk.admit(
                Clerk.RollLine(
                    handle: handle, name: name, email: email, classes: classes, roles: roles, groups: groups,
                    kind: organisation ? .organisation : .person),
                by: try office.memberOrKeeper(), at: office.moment)
            screen.answer(.object(["member": .string(person.handle), "id": .string(person.member)]))
            screen.say("member-admitted", [.text("name", person.name), .text("handle", person.handle)])
        }
    }

    /// `ting member import`.
    struct Import: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "import", abstract: help("member-import"),
                discussion: help("member-import-examples"))
        }

        @OptionGroup var options: GlobalOptions
        @Argument(help: ArgumentHelp(help("member-file")))
        var file: String?
        @Flag(name: .customLong("dry-run"), help: ArgumentHelp(help("member-dry-run")))
        var dryRun = false
        @Flag(help: ArgumentHelp(help("member-removing")))
        var removing = false
        @Option(help: ArgumentHelp(help("member-removals")))
        var removals: WholeNumber?

        func run() throws {
            let office = try Office(options)
            let screen = Screen(options, office)
            let bytes = try Disk.read(file ?? office.folder.path + "/members.csv")
            let register = try TingClerk.Register(
                bytes, zone: office.zone, settings: office.folder.settings)
            let changes = try office.clerk.importRoll(
                register.lines, removing: removing, removals: removals?.value(of: "--removals", from: 0),
                dryRun: dryRun, by: try office.memberOrKeeper(), at: office.moment)
            screen.answer(
                .object([
                    "dry-run": .boolean(dryRun), "admitted": .strings(changes.admitted.map(\.handle)),
                    "changed": .strings(changes.changed.map(\.new.handle)),
                    "left": .strings(changes.left.map(\.handle)), "unchanged": .integer(changes.unchanged),
                ]))
            for line in changes.admitted { screen.line("  + " + text(of: line)) }
            for change in changes.changed {
                screen.line("  - " + text(of: change.old))
                screen.line("  + " + text(of: change.new))
            }
            for person in changes.left {
                screen.line("  - " + Screen.visible("\(person.handle)  \(person.name)"))
            }
            screen.say(
                dryRun ? "import-would" : "import-done",
                [
                    .number("admitted", changes.admitted.count), .number("changed", changes.changed.count),
                    .number("left", changes.left.count), .number("unchanged", changes.unchanged),
                ])
        }

        private func text(of line: Clerk.RollLine) -> String {
            Screen.visible(
                [
                    line.handle, line.name, line.email, line.classes.joined(separator: " "),
                    line.roles.joined(separator: " "),
                ].joined(separator: "  "))
        }
    }

    /// `ting member list`.
    struct ListAll: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(commandName: "list", abstract: help("member-list"))
        }

        @OptionGroup var options: GlobalOptions

        func run() throws {
            let office = try Office(options)
            let screen = Screen(options, office)
            let roll = try office.clerk.roll(at: office.moment)
            let now = office.moment.effective
            screen.answer(
                .array(
                    roll.map { line in
                        var keys: [String: JSON] = [
                            "member": .string(line.person.handle), "name": .string(line.person.name),
                            "classes": .strings(line.member.classes(at: now)),
                            "roles": .strings(line.member.roles(at: now)),
                            "joined": .string(line.member.joined.description),
                        ]
                        if let left = line.member.left { keys["left"] = .string(left.description) }
                        return .object(keys)
                    }))
            for (person, member) in roll {
                var text =
                    "  " + person.handle.padded(to: 12) + " " + Screen.visible(person.name).padded(to: 24)
                text += " " + member.classes(at: now).joined(separator: " ").padded(to: 16)
                text += " " + member.roles(at: now).joined(separator: " ")
                if let absence = member.absence(at: now) {
                    text += "  (" + screen.label("member.\(absence.kind.rawValue)") + ")"
                }
                if member.left != nil { text += "  (" + screen.label("member.left") + ")" }
                screen.line(text)
            }
            screen.say(
                "member-count",
                [.number("count", roll.filter { $0.member.isMember(at: office.moment.effective) }.count)])
        }
    }
}
