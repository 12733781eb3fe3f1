public import TingTally

/// Who may do something, or who is told: the people phrases of the language.
///
/// `author` · `any member` · `members` · a role or a class by its name · `2 of
/// maintainers` · `each of board` · a list of these, any of which will do.
public struct People: Hashable, Sendable {
    /// One kind of person.
    public enum Who: Hashable, Sendable {
        /// Whoever stands in this relation to the proposal.
        case relation(Relation)
        /// Every member.
        case members
        /// Whoever holds the role.
        case role(String)
        /// Whoever belongs to the class.
        case memberClass(String)
    }

    /// The relations a person can have to a proposal; reserved words, never roles.
    public enum Relation: String, Hashable, Sendable, CaseIterable {
        /// Who wrote the proposal.
        case author
        /// Who writes it together with the author.
        case coAuthors = "co-authors"
        /// Who sponsors it.
        case sponsors
        /// Who raised an objection or a concern that is open.
        case objector
        /// Who contributed something to it that stands.
        case contributors
        /// Whom the proposal is about.
        case personConcerned = "person-concerned"
    }

    /// How many of them it takes.
    public enum Number: Hashable, Sendable {
        /// Any one of them.
        case one
        /// So many different persons.
        case several(Int)
        /// As many as a formula over the members says, and no fewer.
        case formula(Formula)
        /// All who hold the role.
        case each
        /// All but so many; where it is said, more than half of them in any case.
        case allBut(Int, moreThanHalf: Bool)
    }

    /// Who: any of these; never empty.
    public let anyOf: [Who]
    /// How many of them.
    public let number: Number

    /// Makes a people phrase.
    public init(_ anyOf: [Who], _ number: Number = .one) {
        self.anyOf = anyOf
        self.number = number
    }

    /// Whoever wrote the proposal.
    public static let author = People([.relation(.author)])
    /// Any one member.
    public static let anyMember = People([.members])
}
