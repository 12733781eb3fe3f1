import TingTally

extension VoteKind {
    /// Reads the kind; reports what is wrong and puts something harmless in its place.
    public init(_ map: MapReader) {
        asks = map["asks"].flatMap(map.reading.question) ?? .proposal
        ballot = map["ballot"].flatMap(map.reading.ballotForm) ?? .yesNoAbstain
        secret = map.flag("secret") ?? false
        changeable = map.one(of: ["until closing", "never"], "change-ballot") == "until closing"
        electorate = map.electorate()
        decides = map.rule() ?? BySubject("")
        ties = map["tie"].flatMap(map.reading.ties) ?? [.fails]
        closeEarly = map.earlyClose()
        extend = map.extensionOfVote()
        repetition = map.repetitionOfVote()
        faults = map.faultsOfVote()
        advisory = map.advisory()
        if case .untilEnd(let meeting) = map.clock { atMeeting = meeting } else { atMeeting = nil }
        decidesMark = map["decides"]?.mark ?? map.mark
        lastsMark = map["lasts"]?.mark ?? map.mark
        electorateMark = map.mark(of: "electorate")
        ballotMark = map.mark(of: "ballot")
        tieMark = map.mark(of: "tie")
        closeEarlyMark = map.mark(of: "close-early")
        extendMark = map.mark(of: "extend")
        faultsMark = map.mark(of: "faults")
        advisoryMark = map.mark(of: "advisory")
        hasQuorum = map.reading.haveQuorum(decides.all)
        ownOutcomes = RuleDefinition.ownOutcomes(of: decides.all, among: map.reading.rules).map {
            OutcomeForm($0.name, decides: $0.passes)
        }
        if secret, let node = map["secret"] { map.reading.error("secret-not-kept", at: node) }
        proxiesAtMost = map.proxies()
    }
}

extension MapReader {
    fileprivate func electorate() -> VoteKind.ElectorateForm {
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

    fileprivate func rule() -> BySubject<String>? {
        node["decides"].flatMap { node in
            reading.bySubject(node, for: "decides", under: Key("rule", .reference(.rule))) { node, key in
                reading.text(node, for: key).flatMap { reading.reference(.rule, $0, at: node) }
            }
        }
    }

    fileprivate func extensionOfVote() -> VoteKind.Extension? {
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
    fileprivate func proxies() -> Int? {
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
    fileprivate func question(_ node: Node) -> VoteKind.Question? {
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
    fileprivate func frozen(_ node: Node) -> String? {
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
