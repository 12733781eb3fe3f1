import ArgumentParser
import TingClerk
import TingProceedings
import TingReports
import TingTally
import TingWorkflow

/// `ting show`: a proposal, its text and its history.
struct Show: ParsableCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(abstract: help("show")) }

    @OptionGroup var options: GlobalOptions
    @Argument(help: ArgumentHelp(help("proposal")))
    var proposal: ProposalName

    func run() throws {
        let office = try Office(options)
        let screen = Screen(options, office)
        let file = try office.clerk.file(proposal.number, at: office.moment)
        let names = try Names(file, office)
        screen.answer(json(file, names, screen))
        let proposal = file.proposal
        screen.line("\(proposal.name)  \(Screen.visible(proposal.title))")
        let first = file.events.lazy.compactMap(\.firstAuthor).first ?? proposal.author
        screen.say(
            "show-author",
            [
                .text("author", names[first]), .instant("begun", proposal.begun.seconds),
                .text("workflow", proposal.workflow), .number("version", proposal.version),
            ])
        if first != proposal.author {
            screen.say("show-taken-over", [.text("author", names[proposal.author])])
        }
        if !proposal.coAuthors.isEmpty {
            screen.say("show-co-authors", [.list("names", proposal.coAuthors.map { names[$0] })])
        }
        screen.line(CardLine(file.card, office, screen).text)
        screen.line()
        screen.line(Visible.lines(file.texts[proposal.text] ?? screen.label("show.erased")))
        if !proposal.options.isEmpty {
            screen.line(screen.label("show.options"))
            for option in proposal.options {
                screen.say(
                    option.offered.sentence(
                        "show-option",
                        [
                            .text("letter", option.offered.letter), .text("title", option.offered.title),
                            .number("seconders", option.seconders.count),
                        ]))
            }
        }
        if !proposal.contributions.isEmpty {
            screen.line(screen.label("show.contributions"))
            for item in proposal.contributions {
                let text = file.texts[Digest(hex: item.text)] ?? screen.label("show.erased")
                let facts: [Fact] = [.number("number", item.number), .text("by", names[item.by])]
                if let cluster = item.cluster {
                    screen.say("show-contribution-in", facts + [.text("cluster", cluster)])
                } else {
                    screen.say("show-contribution", facts)
                }
                screen.line(
                    Visible.lines(text).split(separator: "\n").map { "      " + $0 }.joined(separator: "\n"))
            }
        }
        for (number, by) in proposal.openConcerns.sorted(by: { $0.key < $1.key }) {
            screen.say(
                "show-concern",
                [
                    .number("number", number), .text("by", names[by]),
                    .text("title", proposal.concernNames[number] ?? ""),
                ])
        }
        if let other = proposal.heldFor { screen.say("show-held-for", [.text("other", "P-\(other)")]) }
        if let opened = proposal.openVote, let vote = file.workflow.state(opened.state)?.kind.vote {
            show(BallotPaper(vote, opened, in: file.workflow), opened, screen)
        }
        screen.say("show-history", [.text("zone", office.zone.name)])
        for event in file.events {
            guard let statement = History.statement(for: event, names) else { continue }
            let moment = InstantText.write(
                event.at, in: office.zone, now: office.moment.effective, words: screen.words)
            screen.line("  " + moment.padded(to: 18) + "  " + screen.words.render(statement))
            for line in History.lines(below: event) { screen.line("      " + screen.words.render(line)) }
            for commitment in event.commitments {
                switch event.fact {
                case .commented, .acted, .classified:
                    let text = Visible.lines(file.texts[commitment] ?? screen.label("show.erased"))
                    screen.line(text.split(separator: "\n").map { "      " + $0 }.joined(separator: "\n"))
                default: break
                }
            }
        }
    }

    /// The ballot paper of the vote that is open, and how a ballot is written.
    private func show(_ paper: BallotPaper, _ opened: ProposalEvent.VoteOpened, _ screen: Screen) {
        screen.say("show-paper", [.text("paper", paper.form.description)])
        if let budget = opened.budget { screen.say("show-budget", [.fraction("budget", budget)]) }
        for option in paper.isYesNo ? [] : opened.options {
            screen.say(
                option.sentence(
                    "show-paper-option", [.text("letter", option.letter), .text("title", option.title)]))
        }
        screen.say(
            "show-paper-write",
            [
                .text("proposal", "P-\(proposal.number)"), .text("example", paper.example),
                Fact("how", .statement(paper.instruction)),
            ])
    }

    private func json(_ file: Clerk.File, _ names: Names, _ screen: Screen) -> JSON {
        var keys: [String: JSON] = [
            "proposal": file.card.json, "author": .string(names[file.proposal.author]),
            "co-authors": .strings(file.proposal.coAuthors.map { names[$0] }),
            "version": .integer(file.proposal.version), "text": .string(file.texts[file.proposal.text] ?? ""),
            "subjects": .strings(file.proposal.subjects(in: file.workflow)),
            "options": .array(
                file.proposal.options.map { option in
                    .option(
                        option.offered.letter, option.offered.title, cost: option.offered.cost,
                        group: option.offered.group, ["seconders": .integer(option.seconders.count)])
                }),
            "events": .array(file.events.map(\.json)),
        ]
        keys.show(file)
        if let opened = file.proposal.openVote, let vote = file.workflow.state(opened.state)?.kind.vote {
            let paper = BallotPaper(vote, opened, in: file.workflow)
            var page: [String: JSON] = [
                "ballot": .string(paper.form.description), "example": .string(paper.example),
                "how": .string(screen.words.render(paper.instruction)),
                "options": .array(
                    opened.options.map { .option($0.letter, $0.title, cost: $0.cost, group: $0.group) }),
            ]
            page["budget"] = opened.budget.map { .string($0.decimal ?? $0.description) }
            keys["paper"] = .object(page)
        }
        return .object(keys)
    }
}

extension JSON {
    /// An option for programs; without keys for what it does not have.
    fileprivate static func option(
        _ letter: String, _ title: String, cost: Fraction?, group: String?, _ more: [String: JSON] = [:]
    ) -> JSON {
        var keys = more
        keys["letter"] = .string(letter)
        keys["title"] = .string(title)
        keys["cost"] = cost.map { .string($0.decimal ?? $0.description) }
        keys["group"] = group.map(JSON.string)
        return .object(keys)
    }
}

extension [String: JSON] {
    /// Adds what people contributed and the concerns that are open, where there are such.
    fileprivate mutating func show(_ file: Clerk.File) {
        let proposal = file.proposal
        if !proposal.contributions.isEmpty {
            self["contributions"] = .array(
                proposal.contributions.map { item in
                    var keys: [String: JSON] = [
                        "number": .integer(item.number), "state": .string(item.state),
                    ]
                    keys["text"] = file.texts[Digest(hex: item.text)].map(JSON.string)
                    keys["cluster"] = item.cluster.map(JSON.string)
                    return .object(keys)
                })
        }
        guard !proposal.openConcerns.isEmpty else { return }
        self["concerns"] = .array(
            proposal.openConcerns.keys.sorted().map { number in
                .object([
                    "number": .integer(number), "title": .string(proposal.concernNames[number] ?? ""),
                ])
            })
    }
}

extension ProposalEvent {
    /// Who wrote the proposal that begins with this event; nil for any other event.
    fileprivate var firstAuthor: String? { if case .proposed(let event) = fact { event.author } else { nil } }
}
