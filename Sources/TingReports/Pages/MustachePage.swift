import Mustache
import TingTally
import TingWorkflow

/// A page in the hands of swift-mustache; no other file imports it.
///
/// Source: swift-mustache 2.1.1. A template is HTML there unless it says
/// otherwise, and an included template does not inherit what its includer said,
/// so every template that is not HTML gets a first line that says so.
struct MustachePage: Sendable {
    private let library: MustacheLibrary
    private let template: MustacheTemplate

    private static let plainText = "{{% CONTENT_TYPE:TEXT}}\n"

    /// Takes templates that were checked.
    ///
    /// - Throws: ``BrokenPage`` when swift-mustache refuses one nevertheless.
    init(_ source: PageSource, _ partials: [PageSource]) throws(BrokenPage) {
        template = try Self.template(source)
        var library = MustacheLibrary()
        for partial in partials { library.register(try Self.template(partial), named: partial.name) }
        self.library = library
    }

    /// Fills the template.
    func render(_ values: PageValue) -> String {
        template.render(Self.box(values), library: library)
    }

    private static func template(_ source: PageSource) throws(BrokenPage) -> MustacheTemplate {
        do {
            return try MustacheTemplate(string: (source.isHTML ? "" : plainText) + source.text)
        } catch let error as MustacheTemplate.ParserError {
            let line = error.context.lineNumber - (source.isHTML ? 0 : 1)
            let mark = Mark(line: max(1, line), column: max(1, error.context.columnNumber))
            throw BrokenPage(source, [Finding(.error, Statement("page-unreadable"), at: mark)])
        } catch {
            throw BrokenPage(source, [Finding(.error, Statement("page-unreadable"), at: .start)])
        }
    }

    private static func box(_ value: PageValue) -> Any {
        switch value {
        case .text(let text): Text(renderText: Visible.line(text))
        case .lines(let text): Text(renderText: Visible.lines(text))
        case .flag(let flag): flag
        case .list(let items): items.map(box)
        case .map(let entries): Map(entries: entries)
        }
    }

    /// A text; an empty one counts as nothing in sections.
    private struct Text: MustacheCustomRenderable {
        let renderText: String
        var isNull: Bool { renderText.isEmpty }
    }

    /// A map; its values are boxed when a template asks for them.
    private struct Map: MustacheParent {
        let entries: [PageEntry]

        func child(named name: String) -> Any? {
            entries.first { $0.name == name }.map { MustachePage.box($0.value) }
        }
    }
}
