import ArgumentParser
import Foundation
import TingClerk
import TingProceedings
import TingTally
import TingWorkflow

/// Where the demo is played: prints each command, then runs it as a person would have.
///
/// The commands are the program's own, parsed from words and run in this
/// process; nothing here knows a shorter way. Only when hundreds vote are the
/// ballots handed to the clerk one after the other without printing each.
final class Stage {
    /// The folder that holds the assemblies.
    let root: String
    /// Where the demo is told.
    let screen: Screen
    /// The paths of the tally reports written.
    private(set) var reports: [String] = []
    /// What each decision came to, by the play's name.
    private(set) var results: [String: String] = [:]
    private var folder: String
    private var now = ""

    init(root: String, screen: Screen) {
        self.root = root
        self.screen = screen
        folder = root
    }

    /// Tells what comes next.
    func tell(_ code: String, _ facts: [Fact] = []) {
        screen.line()
        screen.say(code, facts)
    }

    /// Sets the clock for the commands that follow: `2026-03-02T09:00`, local time.
    func at(_ instant: String) {
        now = instant
    }

    /// Makes an assembly and goes into its folder.
    func found(_ name: String, title: String, zone: String) throws {
        folder = root + "/" + name
        let words = ["init", folder, "--name", title, "--time-zone", zone, "--sandbox", "--at", now]
        show(words.map { $0 == folder ? name : $0 })
        try perform(words)
        screen.line("$ cd " + name)
    }

    /// Runs a command in the assembly, as a member or as the keeper of the folder.
    func ting(_ words: String..., as member: String? = nil) throws {
        try ting(words: words, as: member)
    }

    /// Runs a command in the assembly, as a member or as the keeper of the folder.
    func ting(words: [String], as member: String? = nil) throws {
        var all = words
        if let member { all += ["--as", member] }
        all += ["--at", now]
        show(all)
        try perform(all + ["--assembly", folder])
    }

    /// Writes a file of the assembly and says so.
    func write(_ text: String, to name: String) throws {
        try Disk.write(text, to: folder + "/" + name)
        tell("demo-file", [.text("file", name)])
    }

    /// Takes over a file of the assembly's members without printing each of them.
    func members(_ lines: [String]) throws {
        let heading = "member,name,email,classes,roles,joined\n"
        try Disk.write(heading + lines.joined(separator: "\n") + "\n", to: folder + "/members.csv")
        let words = ["member", "import", folder + "/members.csv", "--at", now]
        show(["member", "import", "members.csv", "--at", now])
        let office = try Office(GlobalOptions.quick(words + ["--assembly", folder]).with(at: now))
        let register = try Register(try Disk.read(folder + "/members.csv"), zone: office.zone)
        let changes = try office.clerk.importRoll(
            register.lines, removing: false, dryRun: false, by: nil, at: office.moment)
        screen.say(
            "import-done",
            [
                .number("admitted", changes.admitted.count), .number("changed", changes.changed.count),
                .number("left", changes.left.count), .number("unchanged", changes.unchanged),
            ])
    }

    /// Lets many members cast their ballots, in one transaction.
    func vote(_ ballots: [(ballot: String, by: String)], on number: Int, shown choice: String) throws {
        let office = try Office(GlobalOptions.quick(["--assembly", folder]).with(at: now))
        let known = Dictionary(
            try office.clerk.minutes.read { try $0.persons() }.map { ($0.handle, $0.member) },
            uniquingKeysWith: { first, _ in first })
        let cast = ballots.compactMap { ballot in known[ballot.by].map { (ballot: ballot.ballot, by: $0) } }
        try office.clerk.vote(cast, on: number, at: office.moment)
        screen.line("$ ting vote P-\(number) \(choice) --as …   (\(cast.count)×)")
    }

    /// Lets many members do the same, one after the other.
    func many(_ members: [String], _ words: String, _ act: (Clerk, String, Clerk.Moment) throws -> Void)
        throws
    {
        let office = try Office(GlobalOptions.quick(["--assembly", folder]).with(at: now))
        for handle in members { try act(office.clerk, try office.member(handle), office.moment) }
        screen.line("$ ting \(words) --as …   (\(members.count)×)")
    }

    /// Notes the outcome of a play, and the report that was written.
    func note(_ play: String, result: String) throws {
        results[play] = result
        for name in try Disk.names(in: folder + "/reports") where name.hasSuffix(".md") {
            let path = folder + "/reports/" + name
            if !reports.contains(path) { reports.append(path) }
        }
    }

    /// The tally of the last vote of a proposal: its outcome, and the titles of the options that won.
    func lastVote(of number: Int) throws -> (outcome: String, winners: [String]) {
        let office = try Office(GlobalOptions.quick(["--assembly", folder]).with(at: now))
        guard let vote = try office.clerk.file(number, at: office.moment).proposal.closedVotes.last else {
            return ("", [])
        }
        let winners = vote.opened.options.filter { vote.closed.winners.contains($0.letter) }.map(\.title)
        return (vote.closed.outcome, winners)
    }

    private func show(_ words: [String]) {
        let quoted = words.map { $0.contains(where: { " \"'>".contains($0) }) ? "\"\($0)\"" : $0 }
        screen.line("$ ting " + quoted.joined(separator: " "))
    }

    private func perform(_ words: [String]) throws {
        var command = try Ting.parseAsRoot(words + (screen.json ? ["--json"] : []))
        if screen.json {
            try Output.silently { try command.run() }
        } else {
            try command.run()
        }
    }
}

extension GlobalOptions {
    /// The same options at another moment.
    func with(at instant: String) -> GlobalOptions {
        var options = self
        options.at = instant
        return options
    }
}
