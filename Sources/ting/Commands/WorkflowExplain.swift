import ArgumentParser
import TingProceedings
import TingReports
import TingWorkflow

extension WorkflowCommand {
    /// `ting workflow explain`: writes a procedure back as numbered paragraphs.
    struct ExplainFile: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "explain", abstract: help("workflow-explain"),
                discussion: help("workflow-explain-examples"))
        }

        @OptionGroup var options: GlobalOptions
        @Argument(help: ArgumentHelp(help("workflow-file")))
        var file: String

        func run() throws {
            let workflow = try WorkflowFile.read(file)
            let screen = Screen(options)
            let explanation = workflow.explanation(in: screen.words.language)
            screen.answer(json(explanation, screen))
            let page = ExplanationPage(explanation, words: screen.words).text
            screen.line(String(page.dropLast()))
        }

        private func json(_ explanation: Explanation, _ screen: Screen) -> JSON {
            .object([
                "title": .string(explanation.title), "basis": .string(explanation.basis),
                "language": .string(screen.words.language),
                "sections": .array(explanation.sections.map { json($0, screen) }),
            ])
        }

        private func json(_ section: Explanation.Section, _ screen: Screen) -> JSON {
            let paragraphs: [JSON] = section.paragraphs.map { paragraph in
                let points = paragraph.points.map { screen.words.render($0) }
                return .object([
                    "text": .string(screen.words.render(paragraph.sentence)), "points": .strings(points),
                ])
            }
            var keys: [String: JSON] = [
                "number": .integer(section.number),
                "heading": .string(screen.words.text(of: section.heading)),
                "paragraphs": .array(paragraphs),
            ]
            if let basis = section.basis { keys["basis"] = .string(basis) }
            return .object(keys)
        }
    }
}
