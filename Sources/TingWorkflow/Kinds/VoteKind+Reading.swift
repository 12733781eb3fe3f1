import TingTally

extension MapReader {
    func electorate() -> VoteKind.ElectorateForm {
        var form = VoteKind.ElectorateForm(who: .members, asOf: .opening, memberFor: nil, without: [])
        guard let map = map("electorate", VoteKind.electorateKeys) else { return form }
        if let who = map["who"].flatMap({ reading.group($0, for: "who") }) { form.who = who }
        if let node = map["as-of"], let text = reading.text(node, for: "as-of"), text != "opening",
            let meeting = reading.frozen(node)
        {
            form.asOf = .meeting(meeting)
        }
        form.memberFor = map.map("standing", VoteKind.standingKeys)?.period("member-for")
        form.without = map.relations("without")
        form.mustAbstain = map.relations("must-abstain")
        return form
    }

    /// One relation to the proposal, or a list of them.
    private func relations(_ key: String) -> [People.Relation] {
        guard let node = node[key] else { return [] }
        return (node.items ?? [node]).compactMap { item in
            guard let who = reading.group(item, for: key) else { return nil }
            if case .relation(let relation) = who { return relation }
            reading.error(
                "unknown-value", [.text("value", item.text ?? ""), .text("key", key)], at: item,
                allowed: People.Relation.allCases.map(\.rawValue))
            return nil
        }
    }

    func rule() -> BySubject<String>? {
        node["decides"].flatMap { node in
            reading.bySubject(node, for: "decides", under: Key("rule", .reference(.rule))) { node, key in
                reading.text(node, for: key).flatMap { reading.reference(.rule, $0, at: node) }
            }
        }
    }

    func extensionOfVote() -> VoteKind.Extension? {
        guard let node = node["extend"], node.text != "none", node["while"] == nil else { return nil }
        let isLeaving = node["leaving"] != nil
        guard let map = map("extend", isLeaving ? VoteKind.leavingKeys : VoteKind.extensionKeys) else {
            return nil
        }
        let last = map.period("if-quorum-in-last")
        guard let by = map.period(isLeaving ? "leaving" : "by"), let last else { return nil }
        return VoteKind.Extension(ifQuorumInLast: last, by: by, fromQuorum: isLeaving)
    }

    /// Proxies are read and checked, and a warning says that they are not kept yet.
    ///
    /// - Returns: How many proxies one member may hold; nil for none.
    func proxies() -> Int? {
        guard let node = node["proxies"], node.text != "none" else { return nil }
        guard let map = map("proxies", VoteKind.proxyKeys) else { return nil }
        _ = map.flag("written")
        _ = map.period("valid")
        reading.warning("proxies-not-kept", at: node)
        guard let value = map["at-most"], let text = map.text("at-most") else { return nil }
        let words = text.split(separator: " ").map(String.init)
        if words.count == 4, words[1...] == ["for", "each", "holder"], let most = words[0].wholeNumber,
            most > 0
        {
            return most
        }
        reading.error(
            "unknown-value", [.text("value", text), .text("key", "at-most")], at: value,
            allowed: ["3 for each holder"])
        return nil
    }
}

extension Reading {
    /// Whether one of these rules can end a vote without a quorum.
    func haveQuorum(_ names: [String], depth: Int = 0) -> Bool {
        names.contains { name in
            guard let rule = rules.first(where: { $0.name == name }) else { return false }
            switch rule.form {
            case .yesNo(let demands): return demands.quorums.all.contains { !$0.isEmpty }
            case .counted(let demands):
                return demands.optionQuorum != nil || demands.quorum?.all.contains { $0 != nil } ?? false
            case .either, .bodies:
                return depth < rules.count && haveQuorum(rule.innerRules, depth: depth + 1)
            }
        }
    }

    /// Reads `the proposal`, or `options from STATE, default TEXT`, with `only` before it, or `no default` after.
    func question(_ node: Node) -> VoteKind.Question? {
        guard var phrase = PhraseReader(node, .question, key: "asks", reading: self) else { return nil }
        if phrase.take("the", "proposal") { return phrase.finish() ? .proposal : nil }
        let only = phrase.take("only")
        guard phrase.take("options", "from") else {
            phrase.unexpected()
            return nil
        }
        guard let state = phrase.state() else { return nil }
        if phrase.take(",", "no", "default") {
            return phrase.finish() ? .options(from: state, defaultOption: nil, only: only) : nil
        }
        guard phrase.take(",", "default"), !phrase.isAtEnd else {
            phrase.unexpected()
            return nil
        }
        return .options(from: state, defaultOption: Wording(plain: phrase.rest), only: only)
    }

    /// Reads the meeting at which an electorate is frozen.
    func frozen(_ node: Node) -> String? {
        guard var phrase = PhraseReader(node, .frozen, key: "as-of", reading: self) else { return nil }
        guard let word = phrase.peek, declared[.state].contains(word) else {
            phrase.unexpected(
                allowed: ["opening"] + declared[.state], suggestions: ["opening"] + declared[.state])
            return nil
        }
        _ = phrase.next()
        return phrase.finish() ? word : nil
    }
}
