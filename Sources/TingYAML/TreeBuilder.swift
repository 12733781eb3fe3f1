import TingTally
import TingWorkflow

/// Builds nodes from events, and says what our files do not use.
struct TreeBuilder {
    /// A list or map that is not complete yet.
    struct Level {
        let collection: Event.Collection
        let flow: Bool
        let mark: Mark
        var items: [Node] = []
        var entries: [Node.Entry] = []
        var firstLines: [String: Int] = [:]
        var key: Key?
    }

    /// What stands before the colon of the entry being read.
    enum Key {
        case text(String, Mark)
        /// Refused already; its value is read and forgotten.
        case refused
    }

    /// The root, once it is complete.
    private(set) var root: Node?
    /// What was refused, in the order it was met.
    private(set) var findings: [Finding] = []
    /// Whether nothing more should be read.
    private(set) var isDone = false
    /// The lists and maps that are open, the outermost first.
    private(set) var levels: [Level] = []
    /// The last text that was met, with where it ends.
    private(set) var lastText: (mark: Mark, end: Mark, plain: Bool)?
    /// Where the last list or map in brackets ended.
    private(set) var lastBracketEnd: Mark?
    /// The columns of the lists and maps that ended since the last text.
    private(set) var closedColumns: [Int] = []
    /// The lines of the quoted and block texts, but for the line each begins in.
    private(set) var texts: [ClosedRange<Int>] = []

    private let source: SourceText
    private var documents = 0

    /// Begins without any node.
    init(_ source: SourceText) {
        self.source = source
    }

    /// Takes the next event.
    mutating func take(_ event: Event) {
        if event.hasProperties { refuseProperties(at: event.start) }
        switch event.kind {
        case .documentStart(let directives): beginDocument(event, directives: directives)
        case .alias(let name):
            refuse("yaml-alias", [.text("name", name)], at: event.start, width: name.count + 1)
            complete(Node(.scalar(""), at: event.start), isText: false)
        case .scalar(let text, let plain): takeText(text, plain: plain, event)
        case .start(let collection, let flow): open(collection, flow: flow, event)
        case .end: close(event)
        case .streamEnd: isDone = true
        case .documentEnd, .other: break
        }
        if findings.count >= YAML.mostFindings, !isDone {
            refuse("yaml-too-many-mistakes", [.number("count", findings.count)], at: event.start)
            isDone = true
        }
    }

    private mutating func beginDocument(_ event: Event, directives: Bool) {
        documents += 1
        if documents > 1 {
            refuse("yaml-several-documents", at: event.start, width: 3)
            isDone = true
        } else if directives {
            refuse("yaml-directive", at: event.start, width: source.line(event.start.line).count)
        }
    }

    private mutating func takeText(_ text: String, plain: Bool, _ event: Event) {
        let oneLine = event.start.line == event.end.line
        let width = oneLine ? max(1, event.end.column - event.start.column) : 1
        lastText = (event.start, event.end, plain)
        closedColumns = []
        if !plain, !oneLine {
            // A block text ends at the beginning of the line after it.
            let last = event.end.column == 1 ? event.end.line - 1 : event.end.line
            if last > event.start.line { texts.append(event.start.line + 1...last) }
        }
        let hidden = text.unicodeScalars.first { Forbidden.isControl($0) || Forbidden.turnsDirection($0) }
        if !plain, let hidden {
            refuse(
                "yaml-hidden-character", [.text("character", Forbidden.name(hidden))], at: event.start,
                width: width)
        }
        let node = Node(.scalar(text), at: event.start, width: width, quoted: !plain)
        if plain, text == "<<", levels.last?.collection == .mapping, levels.last?.key == nil {
            refuse("yaml-merge-key", at: event.start, width: width)
            complete(node, isText: false)
        } else if levels.isEmpty, plain, text.isEmpty {
            // A document without content is said by whoever finds no root.
        } else {
            complete(node, isText: !(plain && text.isEmpty))
        }
    }

    private mutating func open(_ collection: Event.Collection, flow: Bool, _ event: Event) {
        guard levels.count < YAML.deepestNesting else {
            refuse("yaml-too-deep", [.number("limit", YAML.deepestNesting)], at: event.start)
            isDone = true
            return
        }
        levels.append(Level(collection: collection, flow: flow, mark: event.start))
    }

    private mutating func close(_ event: Event) {
        guard let level = levels.popLast() else { return }
        if level.flow { lastBracketEnd = event.end } else { closedColumns.append(level.mark.column) }
        let content: Node.Content =
            level.collection == .sequence ? .sequence(level.items) : .mapping(level.entries)
        complete(Node(content, at: level.mark), isText: false)
    }

    /// Puts a complete node where it belongs: as root, item, key or value.
    private mutating func complete(_ node: Node, isText: Bool) {
        guard let index = levels.indices.last else {
            root = node
            return
        }
        guard levels[index].collection == .mapping else {
            levels[index].items.append(node)
            return
        }
        switch levels[index].key {
        case nil:
            levels[index].key = key(node, isText: isText, level: index)
        case .text(let text, let mark):
            levels[index].entries.append(Node.Entry(key: text, mark: mark, value: node))
            levels[index].key = nil
        case .refused:
            levels[index].key = nil
        }
    }

    private mutating func key(_ node: Node, isText: Bool, level: Int) -> Key {
        guard isText, let text = node.text else {
            // Anything refused by another rule has been said already.
            if findings.last?.mark != node.mark { refuse("yaml-key-not-text", at: node.mark) }
            return .refused
        }
        if let first = levels[level].firstLines[text] {
            let facts: [Fact] = [
                .text("key", text), .number("first", first), .number("line", node.mark.line),
            ]
            refuse("yaml-duplicate-key", facts, at: node.mark, width: node.width)
            return .refused
        }
        levels[level].firstLines[text] = node.mark.line
        return .text(text, node.mark)
    }

    /// Refuses the anchor and the tag that stand before a node, each by its rule.
    private mutating func refuseProperties(at mark: Mark) {
        let line = source.line(mark.line)
        var column = mark.column - 1
        // A node has at most one of each; a second of a kind belongs to the next node.
        for _ in 0..<2 where column < line.count && (line[column] == "&" || line[column] == "!") {
            let end = line[column...].firstIndex { " \t,]}".unicodeScalars.contains($0) } ?? line.count
            let word = LineShape.text(line[column..<end])
            let rule = line[column] == "&" ? "yaml-anchor" : "yaml-tag"
            let place = Mark(line: mark.line, column: column + 1)
            refuse(rule, [.text("word", word)], at: place, width: max(1, end - column))
            column = line[end...].firstIndex { $0 != " " } ?? line.count
        }
    }

    private mutating func refuse(_ code: String, _ facts: [Fact] = [], at mark: Mark, width: Int = 1) {
        findings.append(Finding(.error, Statement(code, facts), at: mark, width: max(1, width)))
    }
}
