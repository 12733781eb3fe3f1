import ArgumentParser
import TingClerk
import TingProceedings

/// `ting list`: the proposals.
struct List: ParsableCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(abstract: help("list")) }

    @OptionGroup var options: GlobalOptions
    @Flag(help: ArgumentHelp(help("list-all")))
    var all = false

    func run() throws {
        let office = try Office(options)
        let screen = Screen(options, office)
        var cards = try office.clerk.cards(running: !all, at: office.moment)
        if !all { cards += try office.clerk.duties(at: office.moment) }
        screen.answer(.array(cards.map(\.json)))
        for card in cards { screen.line(CardLine(card, office, screen).text) }
        if cards.isEmpty { screen.say(all ? "list-empty" : "list-none-running") }
    }
}
