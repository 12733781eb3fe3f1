import ArgumentParser
import TingClerk
import TingProceedings
import TingTally
import TingWorkflow

/// What every command that changes the standing of one member has.
struct StandingFlags: ParsableArguments {
    @OptionGroup var options: GlobalOptions
    @Argument(help: ArgumentHelp(help("member-who")))
    var handle: String

    /// Makes the change, and says what it was.
    func make(_ facts: [Fact] = [], _ change: (Office) throws -> Clerk.StandingChange) throws {
        let office = try Office(options)
        let screen = Screen(options, office)
        let change = try change(office)
        _ = try office.clerk.change(
            handle, change, by: try office.memberOrKeeper(), at: office.moment)
        screen.answer(.object(["member": .string(handle), "done": .string(change.verb)]))
        var facts = [Fact.text("handle", handle)] + facts
        var code = "standing-done-\(change.verb)"
        if let until = change.until {
            facts.append(.instant("until", until.seconds))
            code += "-until"
        }
        screen.say(code, facts)
    }
}

/// The day on which something ends.
struct UntilFlag: ParsableArguments {
    @Option(help: ArgumentHelp(help("member-until")))
    var until: String?

    /// The beginning of that day, or the moment given; nil where nothing is.
    func instant(_ office: Office) throws -> Instant? {
        try until.map { text in
            guard let instant = InstantText.read(text, in: office.zone) else {
                throw WrongUse("until-form", [.text("text", text)])
            }
            return instant
        }
    }
}

extension MemberCommand {
    /// `ting member remove`.
    struct Remove: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(abstract: help("member-remove"))
        }
        @OptionGroup var flags: StandingFlags
        func run() throws { try flags.make { _ in .remove } }
    }

    /// `ting member suspend`.
    struct Suspend: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(abstract: help("member-suspend"))
        }
        @OptionGroup var flags: StandingFlags
        @OptionGroup var end: UntilFlag
        func run() throws { try flags.make { .suspend(until: try end.instant($0)) } }
    }

    /// `ting member pause`.
    struct Pause: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(abstract: help("member-pause"))
        }
        @OptionGroup var flags: StandingFlags
        @OptionGroup var end: UntilFlag
        func run() throws { try flags.make { .pause(until: try end.instant($0)) } }
    }

    /// `ting member return`.
    struct Return: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(abstract: help("member-return"))
        }
        @OptionGroup var flags: StandingFlags
        func run() throws { try flags.make { _ in .restore } }
    }

    /// `ting member fee`.
    struct Fee: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(abstract: help("member-fee"))
        }
        @OptionGroup var flags: StandingFlags
        @OptionGroup var end: UntilFlag
        func run() throws {
            try flags.make { office in
                guard let until = try end.instant(office) else { throw WrongUse("fee-without-until") }
                return .pay(until: until)
            }
        }
    }

    /// `ting member appoint`.
    struct Appoint: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(abstract: help("member-appoint"))
        }
        @OptionGroup var flags: StandingFlags
        @Argument(help: ArgumentHelp(help("member-office")))
        var role: String
        @OptionGroup var end: UntilFlag
        func run() throws {
            try flags.make([.text("role", role)]) { .appoint(role: role, until: try end.instant($0)) }
        }
    }

    /// `ting member dismiss`.
    struct Dismiss: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(abstract: help("member-dismiss"))
        }
        @OptionGroup var flags: StandingFlags
        @Argument(help: ArgumentHelp(help("member-office")))
        var role: String
        func run() throws { try flags.make([.text("role", role)]) { _ in .dismiss(role: role) } }
    }

    /// `ting member delegate`.
    struct Delegate: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(abstract: help("member-delegate"))
        }
        @OptionGroup var flags: StandingFlags
        @Argument(help: ArgumentHelp(help("member-delegate-who")))
        var delegate: String
        @OptionGroup var end: UntilFlag
        func run() throws {
            try flags.make([.text("delegate", delegate)]) {
                .name(delegate: delegate, until: try end.instant($0))
            }
        }
    }

    /// `ting member undelegate`.
    struct Undelegate: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(abstract: help("member-undelegate"))
        }
        @OptionGroup var flags: StandingFlags
        @Argument(help: ArgumentHelp(help("member-delegate-who")))
        var delegate: String
        func run() throws {
            try flags.make([.text("delegate", delegate)]) { _ in .withdraw(delegate: delegate) }
        }
    }
}
