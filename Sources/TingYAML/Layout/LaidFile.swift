import TingWorkflow

/// A file with every comment at the entry it belongs to.
struct LaidFile {
    /// The root.
    let root: LaidNode
    /// The comments before the first entry: the head of the file.
    private(set) var head: [LaidComment] = []
    /// The comments after a root that is a text.
    private(set) var tail: [LaidComment] = []
    /// The comments as they were found, in file order.
    let comments: [FoundComment]

    private let slots: [LaidSlot]

    /// Reads a file that is known to be sound; nil when it has no root.
    init?(_ source: SourceText) {
        let reader = LaidReader(source)
        guard let root = reader.root else { return nil }
        self.root = root
        slots = reader.slots
        comments = CommentScanner(source, scalars: reader.scalars).comments
        for slot in slots { slot.blankBefore = source.isBlank(line: slot.start.line - 1) }
        for comment in comments { place(comment) }
    }

    private mutating func place(_ comment: FoundComment) {
        let next = slots.partitioningIndex { $0.start > comment.mark }
        let before = next > 0 ? slots[next - 1] : nil
        let after = next < slots.count ? slots[next] : nil
        let own = LaidComment(text: comment.text, blankBefore: comment.blankBefore)
        guard let before else {
            if case .scalar = root, root.start < comment.mark { tail.append(own) } else { head.append(own) }
            return
        }
        if !comment.isAlone {
            owner(of: comment.mark, from: before).trailing.append(comment.text)
        } else if let bracket = Self.openBracket(at: comment.mark, from: before) {
            if bracket.slots.isEmpty {
                before.leading.append(own)
            } else if let after, after.start < bracket.end {
                after.leading.append(own)
            } else {
                bracket.tail.append(own)
            }
        } else if inner(before) == nil, before.value.start > comment.mark {
            // Between a key and its value; the line of the two has no room for it.
            before.leading.append(own)
        } else {
            placeAlone(own, column: comment.mark.column, before, after)
        }
    }

    /// Places a comment on a line of its own: before the next entry, or at the end of what it is indented as.
    private func placeAlone(_ comment: LaidComment, column: Int, _ before: LaidSlot, _ after: LaidSlot?) {
        if let after, column <= after.home.start.column || after.home === inner(before) {
            after.leading.append(comment)
            return
        }
        var ended: [LaidCollection] = []
        var home: LaidCollection? = inner(before) ?? before.home
        while let collection = home {
            if let after, Self.contains(collection, after) { break }
            if !collection.flow { ended.append(collection) }
            home = collection.owner?.home
        }
        if let fitting = ended.first(where: { $0.start.column <= column }) ?? ended.last {
            fitting.tail.append(comment)
        } else {
            after?.leading.append(comment)
        }
    }

    /// The list or map that is the value of an entry, where it has one.
    private func inner(_ slot: LaidSlot) -> LaidCollection? {
        if case .collection(let collection) = slot.value, !collection.flow { collection } else { nil }
    }

    private static func contains(_ collection: LaidCollection, _ slot: LaidSlot) -> Bool {
        var home: LaidCollection? = slot.home
        while let current = home {
            if current === collection { return true }
            home = current.owner?.home
        }
        return false
    }

    /// The innermost list or map in brackets that is open at a place.
    private static func openBracket(at mark: Mark, from slot: LaidSlot) -> LaidCollection? {
        if case .collection(let value) = slot.value, value.flow, value.start < mark, mark < value.end {
            return value
        }
        var home: LaidCollection? = slot.home
        while let collection = home {
            if collection.flow, mark < collection.end { return collection }
            home = collection.owner?.home
        }
        return nil
    }

    /// The entry whose line a comment ends.
    private func owner(of mark: Mark, from slot: LaidSlot) -> LaidSlot {
        var slot = slot
        // Brackets that are closed stand on one line, which is the line of their owner.
        while slot.home.flow, slot.home.end <= mark, let owner = slot.home.owner { slot = owner }
        return slot
    }
}

extension [LaidSlot] {
    /// The first place from which on a condition holds, where it never ceases to hold.
    fileprivate func partitioningIndex(where holds: (LaidSlot) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
