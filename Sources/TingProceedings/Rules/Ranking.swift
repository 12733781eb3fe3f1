import TingTally

/// A ranking as a member writes it: `B>A=C`, best first, `=` between equals.
struct Ranking {
    /// Groups of options by their place on the ballot paper, best first.
    let groups: [[Int]]

    /// Reads a ranking; letters may be small or large, spaces do not matter.
    ///
    /// - Throws: ``Refusal`` for an unknown option, one named twice, or an empty place.
    init(_ text: String, options: [String], of proposal: Proposal) throws {
        var groups: [[Int]] = []
        var seen: Set<Int> = []
        for part in text.split(separator: ">", omittingEmptySubsequences: false) {
            var group: [Int] = []
            for word in part.split(separator: "=", omittingEmptySubsequences: false) {
                let letter = word.filter { !$0.isWhitespace }.uppercased()
                guard let place = options.firstIndex(of: letter) else {
                    throw Refusal(
                        Statement(
                            "option-not-on-ballot",
                            [
                                .text("proposal", proposal.name), .text("option", String(word)),
                                .list("options", options),
                            ]),
                        hint: Statement("see-show", [.text("proposal", proposal.name)]))
                }
                guard seen.insert(place).inserted else {
                    throw Refusal(
                        Statement(
                            "option-twice", [.text("proposal", proposal.name), .text("option", letter)]))
                }
                group.append(place)
            }
            groups.append(group.sorted())
        }
        self.groups = groups
    }
}
