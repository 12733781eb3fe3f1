import TingWorkflow

extension LaidCollection {
    /// The entries in the order to write, each with its node.
    func pairs(with arranged: Node) -> [(slot: LaidSlot, node: Node)] {
        if let items = arranged.items { return zip(slots, items).map { ($0, $1) } }
        let named = Dictionary(
            slots.map { ($0.key?.text ?? "", $0) }, uniquingKeysWith: { first, _ in first })
        return (arranged.entries ?? []).compactMap { entry in named[entry.key].map { ($0, entry.value) } }
    }

    /// The list or map in brackets on one line; nil where it has no room, or was not written so.
    ///
    /// Comments within, and texts that need several lines, leave no room.
    func inBrackets(_ node: Node, room: Int) -> String? {
        if slots.isEmpty { return isMap ? "{}" : "[]" }
        guard flow, tail.isEmpty else { return nil }
        var parts: [String] = []
        for (slot, node) in pairs(with: node) {
            guard slot.leading.isEmpty, slot.trailing.isEmpty else { return nil }
            let value: String
            switch slot.value {
            case .scalar(let scalar):
                guard !scalar.text.unicodeScalars.contains(where: { $0.value < 0x20 }) else { return nil }
                value = ScalarStyle.written(scalar.text, wasPlain: scalar.plain, flow: true)
            case .collection(let collection):
                guard let text = collection.inBrackets(node, room: room) else { return nil }
                value = text
            }
            let key = slot.key.map {
                ScalarStyle.written($0.text, wasPlain: $0.plain, flow: true, isKey: true) + ":"
            }
            // An item that is nothing would be no item.
            if key == nil, value.isEmpty { return nil }
            parts.append([key, value].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " "))
        }
        let text = parts.joined(separator: ", ")
        let whole = isMap ? "{\(text)}" : "[\(text)]"
        return whole.count <= room ? whole : nil
    }
}

extension LaidSlot {
    /// The key with its colon, or the dash.
    var prefix: String {
        guard let key else { return "-" }
        return ScalarStyle.written(key.text, wasPlain: key.plain, flow: false, isKey: true) + ":"
    }
    /// The value, where it is a list or map.
    var inner: LaidCollection? {
        if case .collection(let collection) = value { collection } else { nil }
    }
    /// The value in brackets, where that has room after the key.
    func bracketed(_ node: Node, indent: Int) -> String? {
        inner?.inBrackets(node, room: LaidWriter.width - indent - prefix.count - 1)
    }
}
