import TingTally

extension Workflow {
    /// Reads a workflow from the document of its file.
    ///
    /// - Throws: ``Unreadable`` with every mistake found, in file order; warnings are not thrown.
    /// - Complexity: O(n) in the nodes, times the number of declared names.
    public static func read(_ document: Node) throws(Unreadable) -> Workflow {
        let (workflow, findings) = readingAll(document)
        guard let workflow else { throw Unreadable(findings.filter { $0.severity == .error }) }
        return workflow
    }

    /// Reads a workflow and tells everything there is to say of the reading, in file order.
    ///
    /// - Returns: The workflow, or nil when there is an error; the errors and warnings.
    public static func readingAll(_ document: Node) -> (workflow: Workflow?, findings: [Finding]) {
        let (workflow, reading) = assembled(document)
        return (reading.hasErrors ? nil : workflow, reading.inFileOrder)
    }

    /// Puts a workflow together, with something harmless wherever the file is wrong.
    static func assembled(_ document: Node) -> (workflow: Workflow?, reading: Reading) {
        let reading = Reading(document)
        if document.entries == nil { reading.error("file-not-a-map", at: document) }
        guard document.entries != nil,
            let map = MapReader(
                document, name: "", at: document.mark, place: Statement("place-file"), keys: keys,
                reading: reading)
        else { return (nil, reading) }
        if let node = map["ting"], let version = map.text("ting"), version != "1" {
            reading.error("language-version", [.text("version", version)], at: node, allowed: ["1"])
        }
        let id = map.text("workflow")
        if let id, let mark = map["workflow"]?.mark { reading.checkName(id, at: mark) }
        let needs = map.needs()
        let proposal = map.proposal()
        reading.moneyFields = proposal.fields.filter { $0.form == .money }.map(\.name)
        let formulas = reading.formulas(map, known: [])
        reading.formulaNames = formulas.map(\.name)
        let rules = map.named("rules").compactMap { RuleDefinition($0, reading: reading) }
        reading.rules = rules
        let subjects = map.named("subjects").compactMap { map.subject($0) }
        let states = map.named("states").compactMap { State($0, reading: reading) }
        if let node = map["states"], node.entries?.isEmpty ?? false {
            reading.error("no-states", at: node)
        }
        if !reading.hasErrors, let entries = map["subjects"]?.entries {
            reading.reportUnused(subjects: entries)
        }
        let workflow = Workflow(
            language: languageVersion, id: id ?? "",
            title: map.wording("title") ?? Wording(plain: id ?? ""),
            basis: map.text("basis") ?? "", timeZone: map.zone(), needs: needs, proposal: proposal,
            duties: map.duties(), formulas: formulas, rules: rules, subjects: subjects,
            first: map.reference(.state, "first") ?? "", states: states,
            promises: map.map("promises", Promises.keys).map { Promises($0, states: states) }
                ?? Promises(),
            scenarios: [], accepts: map.acceptances())
        return (workflow.telling(Scenario.all(in: map, of: workflow)), reading)
    }

    /// The same workflow with its stories.
    private func telling(_ scenarios: [Scenario]) -> Workflow {
        Workflow(
            language: language, id: id, title: title, basis: basis, timeZone: timeZone, needs: needs,
            proposal: proposal, duties: duties, formulas: formulas, rules: rules, subjects: subjects,
            first: first, states: states, promises: promises, scenarios: scenarios, accepts: accepts)
    }
}

extension MapReader {
    /// The time zone, which the system must know.
    func zone() -> String? {
        guard let node = node["time-zone"], let name = text("time-zone") else { return nil }
        if Zone(named: name) == nil {
            reading.error("unknown-time-zone", [.text("name", name)], at: node)
        }
        return name
    }

    fileprivate func needs() -> Workflow.Needs {
        guard let map = map("needs", Workflow.needsKeys) else { return Workflow.Needs() }
        let roles = map.declaredNames("roles", besides: [])
        let classes = map.declaredNames("classes", besides: roles)
        let document = map.text("document")
        let titles = map.titles("roles").merging(map.titles("classes")) { role, _ in role }
        return Workflow.Needs(
            roles: roles, classes: classes, document: document == "none" ? nil : document, titles: titles)
    }

    /// Names that are declared here, each once: a list, or a map from names to words for people.
    func declaredNames(_ key: String, besides others: [String]) -> [String] {
        var names: [String] = []
        for node in node[key]?.entries?.map(\.name) ?? texts(key) ?? [] {
            guard let name = node.text else { continue }
            reading.checkName(name, at: node.mark)
            if names.contains(name) || others.contains(name) {
                reading.error("name-twice", [.text("name", name)], at: node)
            }
            names.append(name)
        }
        return names
    }

    /// The words for people that stand beside declared names.
    private func titles(_ key: String) -> [String: Wording] {
        var titles: [String: Wording] = [:]
        for entry in node[key]?.entries ?? [] {
            titles[entry.key] = reading.wording(entry.value, for: entry.key)
        }
        return titles
    }

    fileprivate func proposal() -> Workflow.ProposalForm {
        guard let map = map("proposal", Workflow.proposalKeys) else { return Workflow.ProposalForm() }
        return Workflow.ProposalForm(
            template: map.text("template"), fields: map.named("fields").compactMap { map.field($0) })
    }

    /// `text`, `text, required`, `classes`, `member, required`.
    private func field(_ entry: Node.Entry) -> Workflow.Field? {
        guard var phrase = PhraseReader(entry.value, .field, key: entry.key, reading: reading) else {
            return nil
        }
        let words = Workflow.Field.Form.allCases.map(\.rawValue)
        guard let form = phrase.peek.flatMap(Workflow.Field.Form.init) else {
            phrase.unexpected(suggestions: words)
            return nil
        }
        _ = phrase.next()
        let isRequired = phrase.take(",", "required")
        if !phrase.isAtEnd, phrase.take(",") {
            phrase.unexpected(suggestions: ["required"])
            return nil
        }
        return phrase.finish() ? Workflow.Field(name: entry.key, form: form, required: isRequired) : nil
    }

    fileprivate func duties() -> [Workflow.Duty] {
        guard node["duties"] != nil else { return [] }
        return (node["duties"]?.entries ?? named("duties")).compactMap { entry in
            let role = reading.reference(.role, entry.key, at: entry.name)
            guard var phrase = PhraseReader(entry.value, .duty, key: entry.key, reading: reading) else {
                return nil
            }
            for word in ["never", "the"] where !phrase.take(word) {
                phrase.unexpected()
                return nil
            }
            guard let who = phrase.who(), phrase.finish(), let role else { return nil }
            return Workflow.Duty(role: role, never: who, mark: entry.mark)
        }
    }

    fileprivate func subject(_ entry: Node.Entry) -> Workflow.Subject? {
        guard
            let map = MapReader(
                entry.value, name: entry.key, at: entry.mark,
                place: Statement("place-subject", [.text("name", entry.key)]), keys: Workflow.subjectKeys,
                reading: reading)
        else { return nil }
        let sections = map.texts("sections")?.compactMap(\.text)
        let people = map.actors("judged-by")
        let title = map.wording("title") ?? Wording(plain: entry.key)
        let basis = map.text("basis")
        let width = max(1, entry.key.unicodeScalars.count)
        if (map["sections"] == nil) == (map["judged-by"] == nil) {
            reading.error(
                map["sections"] == nil ? "subject-not-found" : "subject-found-twice",
                [.text("subject", entry.key)], at: entry.mark, width: width,
                allowed: ["sections", "judged-by"])
        } else if let node = map["sections"], declaresNoDocument {
            reading.error("sections-without-document", [.text("subject", entry.key)], at: node)
        }
        if let sections {
            return .init(name: entry.key, found: .sections(sections), basis: basis, title: title)
        }
        return people.map { .init(name: entry.key, found: .judgedBy($0), basis: basis, title: title) }
    }

    private var declaresNoDocument: Bool { reading.document == nil }
}
