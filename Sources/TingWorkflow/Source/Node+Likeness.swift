extension Node {
    /// Whether two documents say the same in the same order, wherever it stands and however it is quoted.
    public func says(sameAs other: Node) -> Bool {
        switch (content, other.content) {
        case (.scalar(let mine), .scalar(let theirs)):
            // Two texts that look alike are still two, where their characters differ.
            mine.unicodeScalars.elementsEqual(theirs.unicodeScalars)
        case (.sequence(let mine), .sequence(let theirs)):
            mine.count == theirs.count && zip(mine, theirs).allSatisfy { $0.says(sameAs: $1) }
        case (.mapping(let mine), .mapping(let theirs)):
            mine.count == theirs.count
                && zip(mine, theirs).allSatisfy { $0.key == $1.key && $0.value.says(sameAs: $1.value) }
        case (.scalar, _), (.sequence, _), (.mapping, _): false
        }
    }
}
