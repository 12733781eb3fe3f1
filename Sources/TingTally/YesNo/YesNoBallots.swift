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

    /// The counts of a class that a rule asks by itself.
    ///
    /// - Throws: ``TallyError`` `class-not-counted`.
    public func counts(ofClass name: String) throws(TallyError) -> ChoiceCount {
        guard let counts = self[className: name] else {
            throw TallyError(Statement("class-not-counted", [.text("class", name)]))
        }
        return counts
    }

    /// The counts that a share looks at: those of its class, else everybody's.
    func counts(for share: Share) throws(TallyError) -> ChoiceCount {
        guard let name = share.className else { return whole }
        return try counts(ofClass: name)
    }

    /// The same counts with these classes too; one that nobody belongs to is counted with nobody.
    ///
    /// - Throws: ``TallyError`` never in fact: nothing of nothing is a count.
    public func including(classes names: [String]) throws(TallyError) -> YesNoBallots {
        var ballots = self
        for name in names where ballots[className: name] == nil {
            ballots.classes.append(
                ClassCount(name: name, count: try ChoiceCount(eligible: 0, unit: whole.unit)))
        }
        return ballots
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
