/// The counts of a yes-or-no vote, of everybody and of each class of members.
public struct YesNoBallots: Hashable, Sendable {
    /// Everybody together.
    public var whole: ChoiceCount
    /// The classes that are counted apart, in the order of the workflow file.
    public var classes: [ClassCount]

    /// Makes the counts.
    public init(whole: ChoiceCount, classes: [ClassCount] = []) {
        self.whole = whole
        self.classes = classes
    }

    /// The counts of the class with this name; nil when it was not counted.
    public subscript(className name: String) -> ChoiceCount? {
        classes.first { $0.name == name }?.count
    }
}

/// The counts of one class of members, such as `workers`.
public struct ClassCount: Hashable, Sendable {
    /// The name of the class.
    public let name: String
    /// Its counts; `eligible` are the members of the class who may vote.
    public var count: ChoiceCount

    /// Makes the counts of a class.
    public init(name: String, count: ChoiceCount) {
        self.name = name
        self.count = count
    }
}
