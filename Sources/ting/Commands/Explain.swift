import ArgumentParser
import TingClerk
import TingProceedings
import TingReports
import TingTally
import TingWorkflow

/// `ting explain`: prints a page of the reference, of a check or of a kind of state.
struct Explain: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: help("explain"), discussion: help("explain-examples"))
    }

    @OptionGroup var options: GlobalOptions
    @Argument(help: ArgumentHelp(help("explain-word")))
    var word: String?

    func run() throws {
        let screen = Screen(options)
        guard let word else { return list(screen) }
        let names = ReferencePages.all
        guard let page = names.first(where: { $0.name.lowercased() == word.lowercased() }) else {
            guard let nearest = didYouMean(word, among: names.map(\.name)) else {
                throw NotFound("page-not-there", [.text("word", word)])
            }
            throw NotFound("page-nearest", [.text("word", word), .text("nearest", nearest)])
        }
        let text = String(decoding: try Disk.read(page.path), as: UTF8.self)
        screen.answer(.object(["name": .string(page.name), "page": .string(text)]))
        screen.line(text.hasSuffix("\n") ? String(text.dropLast()) : text)
    }

    /// Every page there is, by its folder.
    private func list(_ screen: Screen) {
        let pages = ReferencePages.all
        screen.answer(
            .array(
                pages.map { .object(["name": .string($0.name), "title": .string($0.title(screen.words))]) }))
        for folder in ReferencePages.folders {
            let own = pages.filter { $0.folder == folder }
            guard !own.isEmpty else { continue }
            screen.say(folder.isEmpty ? "reference-pages" : "reference-" + folder)
            let width = own.map(\.name.count).max() ?? 0
            for page in own {
                screen.line("  " + page.name.padded(to: width) + "  " + page.title(screen.words))
            }
        }
    }
}
