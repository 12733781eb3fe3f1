import TingWorkflow

/// Reads a file that is known to be sound into nodes that know how they are written.
struct LaidReader {
    /// The root.
    private(set) var root: LaidNode?
    /// Every entry and item, in the order of their places.
    private(set) var slots: [LaidSlot] = []
    /// Every text, keys among them, in file order.
    private(set) var scalars: [LaidScalar] = []

    private struct Level {
        let collection: LaidCollection
        var key: LaidScalar?
    }

    private var levels: [Level] = []
    private let source: SourceText

    /// Reads the whole text.
    init(_ source: SourceText) {
        self.source = source
        source.bytes.withUnsafeBufferPointer { bytes in
            guard let reader = EventReader(bytes) else { return }
            while case .event(let event) = reader.next() {
                take(event)
                if case .streamEnd = event.kind { break }
            }
        }
        // An item begins where its first entry begins; it was complete later, and comes first.
        slots = slots.enumerated().sorted { left, right in
            (left.element.start, -left.offset) < (right.element.start, -right.offset)
        }.map(\.element)
    }

    private mutating func take(_ event: Event) {
        switch event.kind {
        case .scalar(let text, let plain):
            let scalar = LaidScalar(
                text: text, plain: plain, start: event.start, end: event.end,
                lines: source.lines(from: event.start, to: event.end))
            scalars.append(scalar)
            if let level = levels.last, level.collection.isMap, level.key == nil {
                levels[levels.count - 1].key = scalar
            } else {
                complete(.scalar(scalar))
            }
        case .start(let kind, let flow):
            let collection = LaidCollection(isMap: kind == .mapping, flow: flow, start: event.start)
            levels.append(Level(collection: collection))
        case .end:
            guard let level = levels.popLast() else { return }
            let last = level.collection.slots.last?.value.end ?? event.end
            level.collection.end = level.collection.flow ? event.end : last
            complete(.collection(level.collection))
        case .documentStart, .documentEnd, .alias, .streamEnd, .other: break
        }
    }

    private mutating func complete(_ node: LaidNode) {
        guard let level = levels.last else {
            root = node
            return
        }
        let slot = LaidSlot(key: level.key, value: node, home: level.collection)
        if case .collection(let collection) = node { collection.owner = slot }
        level.collection.slots.append(slot)
        slots.append(slot)
        levels[levels.count - 1].key = nil
    }
}

extension SourceText {
    /// The characters between two places, line by line, without the ends of the lines.
    ///
    /// A text that ends at the beginning of a line does not have that line.
    func lines(from start: Mark, to end: Mark) -> [String] {
        guard start.line <= end.line else { return [] }
        let last = end.column == 1 && end.line > start.line ? end.line - 1 : end.line
        return (start.line...last).map { number in
            let line = self.line(number)
            let from = number == start.line ? start.column - 1 : 0
            let to = number == end.line ? end.column - 1 : line.count
            guard from <= to, to <= line.count else { return "" }
            return LineShape.text(line[from..<to])
        }
    }
}
