public import TingTally

extension VoteKind {
    /// One way in which a tie can be broken, or what becomes of it.
    public enum Tie: Hashable, Sendable {
        /// A tie is no majority, and seats that are tied stay empty.
        case fails
        /// The holder of this role decides.
        case castingVote(of: String)
        /// The outcome is `tied`.
        case outcome
        /// A lot decides, drawn from a seed to which the opening of the vote is committed.
        case lot
        /// The outcome is `tied`, and another vote among the tied is wanted.
        case revote
        /// The votes in earlier rounds of the count decide.
        case earlierRounds(TieBreak.Direction)

        /// Whether nothing can come after it: it decides every tie, or leaves it.
        var isLast: Bool {
            switch self {
            case .fails, .outcome, .lot, .revote: true
            case .castingVote, .earlierRounds: false
            }
        }

        /// Whether only a count of several options knows it.
        public var isOfCounts: Bool {
            switch self {
            case .lot, .earlierRounds: true
            case .fails, .castingVote, .outcome, .revote: false
            }
        }

        /// The words, as in the file.
        public var text: String {
            switch self {
            case .fails: "fails"
            case .castingVote(let role): "casting vote of \(role)"
            case .outcome: "outcome"
            case .lot: "lot"
            case .revote: "revote"
            case .earlierRounds(let direction): "earlier rounds \(direction.rawValue)"
            }
        }
    }

    /// Whether a tie that nothing breaks is an outcome of its own.
    public var leavesTies: Bool { ties.contains(.outcome) || ties.contains(.revote) }

    /// Whether a lot may have to be drawn.
    public var hasLot: Bool { ties.contains(.lot) }

    /// The role whose holder has a casting vote; nil when there is none.
    public var castingRole: String? {
        for case .castingVote(let role) in ties { return role }
        return nil
    }
}

extension Reading {
    /// Reads what becomes of a tie: one way, or several in the order in which they are tried.
    func ties(_ node: Node) -> [VoteKind.Tie]? {
        var ties: [VoteKind.Tie] = []
        if let items = node.items, items.isEmpty { error("empty-list", [.text("key", "tie")], at: node) }
        for item in node.items ?? [node] {
            guard let tie = tie(item) else { continue }
            if let last = ties.last, last.isLast {
                error("tie-after-last", [.text("way", tie.text), .text("last", last.text)], at: item)
            } else if ties.contains(where: { $0.isSame(as: tie) }) {
                error("choice-twice", [.text("choice", tie.text), .text("key", "tie")], at: item)
            } else {
                ties.append(tie)
            }
        }
        return ties.isEmpty ? nil : ties
    }

    private func tie(_ node: Node) -> VoteKind.Tie? {
        guard var phrase = PhraseReader(node, .tie, key: "tie", reading: self) else { return nil }
        let words: [(String, VoteKind.Tie)] = [
            ("fails", .fails), ("outcome", .outcome), ("lot", .lot), ("revote", .revote),
        ]
        for (word, tie) in words where phrase.take(word) { return phrase.finish() ? tie : nil }
        if phrase.take("earlier", "rounds") {
            for direction in TieBreak.Direction.allCases where phrase.take(direction.rawValue) {
                return phrase.finish() ? .earlierRounds(direction) : nil
            }
            phrase.unexpected(suggestions: TieBreak.Direction.allCases.map(\.rawValue))
            return nil
        }
        guard phrase.take("casting", "vote", "of") else {
            phrase.unexpected(suggestions: words.map(\.0) + ["casting", "earlier"])
            return nil
        }
        let index = phrase.position
        guard let who = phrase.who(), phrase.finish() else { return nil }
        if case .role(let role) = who { return .castingVote(of: role) }
        phrase.report(
            Statement("casting-vote-role", [.text("name", phrase.words[index].text)]), word: index,
            allowed: declared[.role])
        return nil
    }
}

extension VoteKind.Tie {
    /// Whether two ways are of one sort: a vote has one casting vote, and goes back over its rounds once.
    fileprivate func isSame(as other: VoteKind.Tie) -> Bool {
        switch (self, other) {
        case (.castingVote, .castingVote), (.earlierRounds, .earlierRounds): true
        default: self == other
        }
    }
}
