public import TingTally

/// What a vote state and its rule say of counting, in a file of its own.
///
/// The keys are those of a vote state (`ballot`, `tie`, `decides`) and of a
/// rule (`quorum`, `majority`, `count` ...), side by side; a file may instead
/// name its rules under `rules:` and one of them under `decides:`, as a
/// workflow does. What only matters while a vote runs may be left out, and is
/// passed over where it stands there. The readers are those of workflows, so a
/// rule means the same in both.
public struct RuleFile: Sendable {
    /// A workflow with nothing but this vote in it.
    public let workflow: Workflow
    /// The vote.
    public let vote: VoteKind

    /// The name of a rule that stands in the file without one.
    static let ruleName = "given"

    /// Reads a rule file from its document.
    ///
    /// - Throws: ``Unreadable`` with every mistake found, in file order.
    public static func read(_ document: Node) throws(Unreadable) -> RuleFile {
        let workflow = try Workflow.read(document.entries == nil ? document : workflowNode(document))
        guard let vote = workflow.states.first?.kind.vote else { throw Unreadable([]) }
        return RuleFile(workflow: workflow, vote: vote)
    }

    /// The rule of the vote.
    ///
    /// - Throws: ``TallyError`` `rule-not-known`.
    public func rule(touching subjects: [String] = []) throws(TallyError) -> RuleDefinition {
        let name = vote.decides.value(touching: subjects)
        guard let rule = workflow.rule(name) else {
            throw TallyError(Statement("rule-not-known", [.text("rule", name)]))
        }
        return rule
    }

    /// The document of a workflow that holds the vote, with every key at its place in the file.
    private static func workflowNode(_ document: Node) -> Node {
        let entries = document.entries ?? []
        let fileKeys = Set(["needs", "rules", "formulas", "subjects"])
        let stateKeys = Set((VoteKind.keys + State.commonKeys).map(\.name))
        var state = entries.filter { ["ballot", "decides", "tie"].contains($0.key) }
        let rule = entries.filter { !stateKeys.contains($0.key) && !fileKeys.contains($0.key) }
        var file = entries.filter { fileKeys.contains($0.key) }
        if !rule.isEmpty || document["rules"] == nil {
            let mark = rule.first?.mark ?? document.mark
            let own = Node.Entry(key: ruleName, mark: mark, value: Node(.mapping(rule), at: mark))
            let named = document["rules"]?.entries ?? []
            file.removeAll { $0.key == "rules" }
            file.append(.plain("rules", .mapping(named + [own])))
        }
        for (key, content) in usual(isCounted: document["count"] != nil)
        where !state.contains(where: { $0.key == key }) {
            state.append(.plain(key, content))
        }
        if document["needs"] == nil { file.append(.plain("needs", needs(of: document))) }
        let vote = Node.Entry(
            key: "vote", mark: document.mark, value: Node(.mapping(state), at: document.mark))
        return Node(
            .mapping(
                [
                    .plain("ting", .scalar("1")), .plain("workflow", .scalar("count")),
                    .plain("title", .scalar("Count")), .plain("basis", .scalar("-")),
                    .plain("first", .scalar("vote")),
                ] + file + [.plain("states", .mapping([vote]))]),
            at: document.mark)
    }

    /// What a vote state says of everything that a count does not ask.
    private static func usual(isCounted: Bool) -> [(String, Node.Content)] {
        [
            ("kind", .scalar("vote")), ("asks", .scalar("the proposal")),
            ("ballot", .scalar(isCounted ? "ranking" : "yes, no or abstain")), ("secret", .scalar("no")),
            ("change-ballot", .scalar("never")),
            (
                "electorate",
                .mapping([.plain("who", .scalar("members")), .plain("as-of", .scalar("opening"))])
            ), ("proxies", .scalar("none")), ("lasts", .scalar("1 day")),
            ("decides", .scalar(ruleName)), ("tie", .scalar("fails")), ("close-early", .scalar("never")),
            ("extend", .scalar("none")),
        ]
    }

    /// The classes and roles that the file names, so that it need not declare them.
    private static func needs(of document: Node) -> Node.Content {
        var classes: [String] = []
        var roles: [String] = []
        func collect(_ node: Node) {
            for entry in node.entries ?? [] {
                if ["each-class", "class-weights", "weights", "caps"].contains(entry.key) {
                    classes += entry.value.entries?.map(\.key) ?? []
                }
                collect(entry.value)
            }
            for item in node.items ?? [] { collect(item) }
            guard let text = node.text else { return }
            let words = text.split(separator: " ").map(String.init)
            for (place, word) in words.enumerated().dropLast() where word == "class" && place > 0 {
                classes.append(words[place + 1])
            }
            if words.starts(with: ["casting", "vote", "of"]), words.count == 4 { roles.append(words[3]) }
        }
        collect(document)
        func names(_ names: [String]) -> Node.Content {
            var seen: Set<String> = []
            return .sequence(names.filter { seen.insert($0).inserted }.map { Node(.scalar($0)) })
        }
        let isOfDocument = document["subjects"]?.entries?.contains { $0.value["sections"] != nil } ?? false
        return .mapping([
            .plain("roles", names(roles)), .plain("classes", names(classes)),
            .plain("document", .scalar(isOfDocument ? "document" : "none")),
        ])
    }
}

extension Node.Entry {
    /// An entry that stands in no file.
    fileprivate static func plain(_ key: String, _ content: Node.Content) -> Node.Entry {
        Node.Entry(key: key, mark: .start, value: Node(content))
    }
}
