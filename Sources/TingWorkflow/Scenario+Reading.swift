import TingTally

extension Scenario {
    /// The keys of a scenario.
    static let keys = [
        Key("title", .phrase(.name), required: true),
        Key("members", .either([.phrase(.whole), .named(.phrase(.whole))]), required: true),
        Key("touches", .list(.reference(.subject))), Key("about", .oneOf(["a member"])),
        Key("amounts", .named(.phrase(.money))), Key("begins", .phrase(.date)),
        Key("dates", .named(.phrase(.date))), Key("roles", .named(.phrase(.whole))),
        Key(
            "steps", .list(.either([.phrase(.step), .map([Key("expect", .map(expectKeys))])])), required: true
        ),
        Key("expect", .map(expectKeys), required: true),
    ]
    static let expectKeys = [
        Key("state", .reference(.state)), Key("outcome", .phrase(.name)),
        Key("winners", .list(.phrase(.name))), Key("because", .phrase(.name)), Key("refused", .phrase(.name)),
        Key("result", .oneOf(FinalKind.Result.allCases.map(\.rawValue))), Key("told", State.people),
        Key("adopts", .phrase(.name)),
        Key("follows", .map(Expectation.followingKeys.map { Key($0, .phrase(.date)) })),
    ]

    /// Reads the scenarios of a file.
    static func all(in map: MapReader, of workflow: Workflow) -> [Scenario] {
        guard let node = map["scenarios"], let items = map.reading.items(node, for: "scenarios") else {
            return []
        }
        let verbs = Verbs(workflow)
        return items.compactMap { Scenario($0, of: workflow, verbs: verbs, reading: map.reading) }
    }

    private init?(_ node: Node, of workflow: Workflow, verbs: Verbs, reading: Reading) {
        let place = Statement("place-scenario", [.text("title", node["title"]?.text ?? "")])
        guard
            let map = MapReader(
                node, name: "scenarios", at: node.mark, place: place, keys: Scenario.keys, reading: reading)
        else { return nil }
        let steps = (map["steps"].flatMap { reading.items($0, for: "steps") } ?? []).compactMap { item in
            Step(item, verbs: verbs, reading: reading)
        }
        let expect = map.expectation("expect")
        self.init(
            title: map.text("title") ?? "", members: map.population(), touches: map.touches(),
            isAboutMember: map.one(of: ["a member"], "about") != nil, amounts: map.amounts(),
            begins: map.date("begins"),
            steps: steps, expect: expect ?? Expectation(mark: node.mark),
            mark: node.mark)
        dates = map.dates(of: workflow)
        holders = map.holders()
    }
}

extension Scenario.Step {
    fileprivate init?(_ node: Node, verbs: Verbs, reading: Reading) {
        if node.entries != nil {
            let place = Statement("place-key", [.text("key", "steps")])
            let map = MapReader(
                node, name: "steps", at: node.mark, place: place,
                keys: [Key("expect", .map(Scenario.expectKeys), required: true)], reading: reading)
            guard let expect = map?.expectation("expect") else { return nil }
            self.init(line: .expect(expect), mark: node.mark, text: "expect")
            return
        }
        guard var reader = StepReader(node, verbs: verbs, reading: reading), let line = reader.line() else {
            return nil
        }
        self.init(line: line, mark: node.mark, text: reader.text)
    }
}

extension MapReader {
    fileprivate func expectation(_ key: String) -> Scenario.Expectation? {
        guard let node = node[key], let map = map(key, Scenario.expectKeys) else { return nil }
        if node.entries?.isEmpty ?? false { reading.error("nothing-expected", at: node) }
        var marks: [String: Mark] = [:]
        for entry in node.entries ?? [] { marks[entry.key] = entry.mark }
        var expected = Scenario.Expectation(
            state: map.reference(.state, "state"), outcome: map.text("outcome"),
            winners: map.texts("winners")?.compactMap(\.text), because: map.text("because"),
            refused: map.text("refused"), mark: node.mark, marks: marks)
        expected.result = map.one(of: FinalKind.Result.allCases.map(\.rawValue), "result")
            .flatMap(FinalKind.Result.init)
        if let told = map["told"] {
            expected.told = (told.items ?? [told]).compactMap { reading.people($0, for: "told") }
        }
        expected.adopts = map.text("adopts")
        let keys = Scenario.Expectation.followingKeys
        if let following = map.map("follows", keys.map { Key($0, .phrase(.date)) }) {
            expected.following = keys.compactMap { key in
                following.date(key).map { Scenario.Expectation.Following(key: key, date: $0) }
            }
        }
        return expected
    }

    /// `members: 200`, or a number for each class, with `others` for members without one.
    fileprivate func population() -> [Scenario.Population] {
        guard let node = node["members"] else { return [] }
        guard let entries = node.entries else {
            return whole("members").map { [Scenario.Population(memberClass: nil, count: $0)] } ?? []
        }
        let map = MapReader(node, name: "members", at: node.mark, place: place, reading: reading)
        return entries.compactMap { entry in
            let count = map.whole(entry.key, atLeast: 0)
            if entry.key == "others" {
                return count.map { Scenario.Population(memberClass: nil, count: $0) }
            }
            let name = Node(
                .scalar(entry.key), at: entry.mark, width: max(1, entry.key.unicodeScalars.count))
            let known = reading.reference(.memberClass, entry.key, at: name)
            guard let count, let known else { return nil }
            return Scenario.Population(memberClass: known, count: count)
        }
    }

    fileprivate func touches() -> [String] {
        guard let node = node["touches"] else { return [] }
        return (node.items ?? [node]).compactMap { item in
            reading.text(item, for: "touches").flatMap { reading.reference(.subject, $0, at: item) }
        }
    }

    /// The amounts of the proposal's fields: only fields that hold one, each written as a member would.
    fileprivate func amounts() -> [String: String] {
        let fields = reading.moneyFields
        var amounts: [String: String] = [:]
        for entry in named("amounts") {
            guard let text = reading.text(entry.value, for: entry.key) else { continue }
            if !fields.contains(entry.key) {
                reading.error(
                    "unknown-money-field", [.text("name", entry.key)], at: entry.mark,
                    width: max(1, entry.key.unicodeScalars.count), allowed: fields,
                    suggestion: didYouMean(entry.key, among: fields))
            }
            amounts[entry.key] = text
        }
        return amounts
    }

    /// How many hold a role.
    fileprivate func holders() -> [String: Int] {
        guard let node = node["roles"] else { return [:] }
        let map = MapReader(node, name: "roles", at: node.mark, place: place, reading: reading)
        var holders: [String: Int] = [:]
        for entry in map.node.entries ?? [] {
            let name = Node(
                .scalar(entry.key), at: entry.mark, width: max(1, entry.key.unicodeScalars.count))
            let known = reading.reference(.role, entry.key, at: name)
            if let count = map.whole(entry.key), let known { holders[known] = count }
        }
        if node.entries == nil { reading.wrongForm(node, for: "roles", expected: "map") }
        return holders
    }

    /// The dates that a story's proposal names, by field.
    fileprivate func dates(of workflow: Workflow) -> [String: CivilDate] {
        let known = workflow.proposal.fields.filter { $0.form == .date }.map(\.name)
        guard let map = map("dates", known.map { Key($0, .phrase(.date)) }) else { return [:] }
        var dates: [String: CivilDate] = [:]
        for name in known { dates[name] = map.date(name) }
        return dates
    }

    fileprivate func date(_ key: String) -> CivilDate? {
        guard let node = node[key], let text = reading.text(node, for: key) else { return nil }
        let date = CivilDate(text: text)
        if date == nil {
            reading.error("phrase-date", [.text("word", text)], at: node, allowed: PhraseForm.date.examples)
        }
        return date
    }
}
