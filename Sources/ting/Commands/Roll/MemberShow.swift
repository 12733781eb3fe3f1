import ArgumentParser
import TingClerk
import TingProceedings
import TingReports
import TingTally
import TingWorkflow

extension MemberCommand {
    /// `ting member show`: one member's standing and its history.
    struct Show: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(abstract: help("member-show"))
        }

        @OptionGroup var options: GlobalOptions
        @Argument(help: ArgumentHelp(help("member-who")))
        var handle: String

        func run() throws {
            let office = try Office(options)
            let screen = Screen(options, office)
            let file = try office.clerk.standing(of: handle, at: office.moment)
            let ids = file.events.flatMap { [$0.by, $0.delegate].compactMap { $0 } }
            let names = try office.clerk.persons(Array(Set(ids))).mapValues(\.name)
            screen.answer(
                .object([
                    "member": .string(handle), "name": .string(file.person.name),
                    "kind": .string(file.member.kind.rawValue),
                    "history": .array(file.events.map(\.json)),
                ]))
            screen.line(Screen.visible("\(file.person.name)  \(handle)"))
            screen.say(standing(of: file.member, at: office.moment.effective, screen))
            screen.line()
            screen.line(screen.label("member.history"))
            for event in file.events {
                let by = event.by.map { names[$0] ?? $0 }
                screen.line("  " + screen.words.render(event.told(by: by, names, screen.words)))
            }
        }

        private func orNothing(_ names: [String], _ screen: Screen) -> [String] {
            names.isEmpty ? [screen.label("member.nothing")] : names
        }

        /// What the member is now.
        private func standing(of member: Member, at now: Instant, _ screen: Screen) -> Statement {
            let facts: [Fact] = [
                .list("classes", orNothing(member.classes(at: now), screen)),
                .list("roles", orNothing(member.roles(at: now), screen)),
                .instant("joined", (member.membership(at: now)?.from ?? member.joined).seconds),
            ]
            guard member.isMember(at: now) else {
                return Statement("standing-now-left", [.instant("left", (member.left ?? now).seconds)])
            }
            guard let absence = member.absence(at: now) else { return Statement("standing-now", facts) }
            guard let until = absence.span.until else {
                return Statement("standing-now-\(absence.kind.rawValue)", facts)
            }
            return Statement(
                "standing-now-\(absence.kind.rawValue)-until", facts + [.instant("until", until.seconds)])
        }
    }

    /// `ting member export`: the register as a spreadsheet reads it.
    struct Export: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(abstract: help("member-export"))
        }

        @OptionGroup var options: GlobalOptions
        @Argument(help: ArgumentHelp(help("member-export-file")))
        var file: String?

        func run() throws {
            let office = try Office(options)
            let screen = Screen(options, office)
            let roll = try office.clerk.roll(at: office.moment)
            let now = office.moment.effective
            let text = TingClerk.Register.text(of: roll, at: now, zone: office.zone)
            guard let file, file != "-" else { return Output.out(text) }
            try Disk.write(text, to: file, for: .owner)
            let count = roll.count { $0.member.isMember(at: now) }
            screen.answer(.object(["file": .string(file), "members": .integer(count)]))
            screen.say("member-exported", [.text("file", file), .number("count", count)])
        }
    }
}

extension AssemblyEvent {
    /// The id of the delegate it is about; nil where it is about none.
    fileprivate var delegate: String? {
        switch fact {
        case .delegateNamed(_, let term): term.name
        case .delegateWithdrawn(_, let delegate): delegate
        default: nil
        }
    }

    /// The event as a line of a member's history.
    fileprivate func told(by name: String?, _ names: [String: String], _ words: Words) -> Statement {
        var code = "history-\(type)"
        var facts: [Fact] = [.instant("at", at.seconds), .text("by", name ?? words.plain("member.keeper"))]
        switch fact {
        case .founded, .memberLeft, .absenceEnded: break
        case .memberAdmitted(_, let admission):
            facts += admission.standing.facts + [.instant("joined", admission.joined.seconds)]
        case .memberChanged(_, let standing): facts += standing.facts
        case .absenceBegan(_, let absence):
            code = "history-\(absence.kind.rawValue)" + facts.end(absence.span)
        case .feePaid(_, let until): facts.append(.instant("until", until.seconds))
        case .roleGiven(_, let term):
            facts.append(.text("role", term.name))
            code += facts.end(term.span)
        case .roleEnded(_, let role): facts.append(.text("role", role))
        case .delegateNamed(_, let term):
            facts.append(.text("delegate", names[term.name] ?? term.name))
            code += facts.end(term.span)
        case .delegateWithdrawn(_, let delegate): facts.append(.text("delegate", names[delegate] ?? delegate))
        }
        return Statement(code, facts)
    }
}

extension AssemblyEvent.Standing {
    /// Classes, roles and groups for a sentence.
    fileprivate var facts: [Fact] {
        let all = classes + roles + groups.map { "\($0.kind) \($0.name)" }
        return [.list("standing", all)]
    }
}

extension [Fact] {
    /// Adds the end of a span, and gives what tells the sentence with an end from the one without.
    fileprivate mutating func end(_ span: Span) -> String {
        guard let until = span.until else { return "" }
        append(.instant("until", until.seconds))
        return "-until"
    }
}
