// TingTally knows how votes are counted and how a count is explained: exact numbers and formulas, rules
// over yes, no and abstain, ranked ballots and the methods that count them, ballot files, and the
// statements in which every result gives its reasons.
//
// It deliberately cannot know who voted, on what, when or where: no type here stands for a voter, a
// proposal, an instant or a file on a disk. A ballot is a choice or a ranking with a weight, and nothing
// of it leads back to a person. It reads no clock and draws no lots, so the same ballots under the same
// rule have the same result everywhere and always, and a tie that a method leaves stays a tie.
