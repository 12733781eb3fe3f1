import TingProceedings
public import TingTally
public import TingWorkflow

/// A story that none of a file's tells: the shortest one in which a state is left in a certain way.
public struct Suggestion: Hashable, Sendable {
    /// What it shows; the first of the ways that it adds.
    public let way: Coverage.Way
    /// Its title.
    public let title: Statement
    /// Who the members are.
    public let members: [Scenario.Population]
    /// What the proposal touches.
    public let touches: [String]
    /// The amounts in the proposal's fields, as written, by the field's name, ascending.
    public let amounts: [Amount]
    /// The lines, as they stand in a file.
    public let steps: [String]
    /// The state in which the proposal is left.
    public let state: String
    /// The outcome of the last vote, where the last line decided one.
    public let outcome: String?

    /// An amount in a field.
    public struct Amount: Hashable, Sendable {
        /// The field.
        public let field: String
        /// The amount as written.
        public let text: String
    }

    /// The story as it stands in a list of scenarios, ready to be pasted; ends with a line feed.
    ///
    /// - Parameter title: The title in words.
    public func yaml(title: String) -> String {
        let quoted = title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        var lines = ["  - title: \"\(quoted)\"", "    members: " + population]
        if !touches.isEmpty { lines.append("    touches: [\(touches.joined(separator: ", "))]") }
        if !amounts.isEmpty {
            lines.append("    amounts:")
            lines += amounts.map { "      \($0.field): \($0.text)" }
        }
        lines.append("    steps:")
        lines += steps.map { "      - " + $0 }
        lines += ["    expect:", "      state: \(state)"]
        if let outcome { lines.append("      outcome: \(outcome)") }
        return lines.joined(separator: "\n") + "\n"
    }

    private var population: String {
        if members.count == 1, members[0].memberClass == nil { return String(members[0].count) }
        let parts = members.map { "\($0.memberClass ?? "others"): \($0.count)" }
        return "{\(parts.joined(separator: ", "))}"
    }
}
