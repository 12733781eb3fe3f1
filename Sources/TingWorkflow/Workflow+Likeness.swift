import TingTally

extension Workflow {
    /// Whether two workflows say the same, wherever in their files they say it.
    public func says(sameAs other: Workflow) -> Bool { Likeness.same(self, other) }
}

/// Compares values part by part and passes over the places in a file.
enum Likeness {
    /// Whether two values are alike but for their places.
    ///
    /// - Complexity: O(n) in the parts.
    static func same(_ left: Any, _ right: Any) -> Bool {
        if left is Mark, right is Mark { return true }
        if left is RuleSource, right is RuleSource { return true }
        guard type(of: left) == type(of: right) else { return false }
        if let mine = left as? AnyHashable, let theirs = right as? AnyHashable, mine == theirs { return true }
        let (mine, theirs) = (Mirror(reflecting: left), Mirror(reflecting: right))
        // What has no parts is the value itself, and that was compared.
        guard mine.displayStyle == theirs.displayStyle, !mine.children.isEmpty,
            mine.children.count == theirs.children.count
        else { return mine.children.isEmpty && theirs.children.isEmpty && isBare(left, right) }
        if mine.displayStyle == .dictionary {
            return zip(sorted(mine), sorted(theirs)).allSatisfy { same($0, $1) }
        }
        return zip(mine.children, theirs.children).allSatisfy { mine, theirs in
            mine.label == theirs.label && same(mine.value, theirs.value)
        }
    }

    /// The entries of a dictionary in the order of their keys; it has none of its own.
    private static func sorted(_ dictionary: Mirror) -> [Any] {
        dictionary.children.map(\.value).map { entry in
            (key: Mirror(reflecting: entry).children.first.map { "\($0.value)" } ?? "", entry: entry)
        }.sorted { $0.key < $1.key }.map(\.entry)
    }

    /// Whether two values without parts are alike that cannot be compared otherwise: empty lists, plain cases.
    private static func isBare(_ left: Any, _ right: Any) -> Bool {
        !(left is AnyHashable) && "\(left)" == "\(right)"
    }
}
