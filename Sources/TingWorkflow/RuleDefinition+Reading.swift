import TingTally

extension RuleDefinition {
    /// The keys of a rule over yes, no and abstain.
    static let yesNoKeys =
        [Key("majority", .bySubject(.phrase(.share), under: "share"), required: true)] + partKeys + [
            Key("weights", .named(.phrase(.part))),
            Key("carried", .oneOf(ClassWeights.Carrying.allCases.map(\.rawValue))),
        ]
    /// The keys of a rule of alternatives.
    static let eitherKeys = [
        Key("either", .list(.either([.reference(.rule), .map(alternativeKeys)])), required: true),
        Key("rejected-when", .phrase(.rejection)),
    ]
    /// The keys of an alternative with an outcome of its own.
    static let alternativeKeys = [
        Key("rule", .reference(.rule), required: true), Key("as", .phrase(.outcome), required: true),
    ]
    /// The keys of each form of rule, without those of every rule.
    static var forms: [[Key]] {
        [yesNoKeys, bandedKeys, eitherKeys, bodiesKeys].map { $0 + [floorKey] } + [countedKeys]
    }
    /// The keys of every rule.
    static let commonKeys = [
        Key("formulas", .named(.phrase(.formula))), Key("basis", .phrase(.name)),
    ]
    /// The key of a rule over yes and no that statutes set a floor to.
    static let floorKey = Key("floor", .either([.map(floorKeys), .list(.map(floorKeys))]))
    /// The keys of a quorum.
    static let quorumKeys = [
        Key("ballots", needForm, required: true),
        Key("counting", .list(.oneOf(Choice.allCases.map(\.rawValue))), required: true),
        Key("never-fewer-than", .phrase(.whole)),
    ]
    /// The keys of `each-option`.
    static let optionKeys = [
        Key("quorum", .phrase(.optionQuorum), required: true),
        Key("majority", .bySubject(.phrase(.ratio), under: "ratio"), required: true),
    ]
    /// Keys that the language has and this version does not know yet.
    static let laterKeys: [String] = []

    /// The keys of which each tells one form of rule.
    private static let tellingKeys = ["count", "each-option", "majority", "either", "bodies", "bands"]

    /// A key that tells the form of a rule and is misspelt, where no other key tells it.
    private static func misspelt(in node: Node) -> (entry: Node.Entry, meant: String)? {
        guard let entries = node.entries, !entries.contains(where: { tellingKeys.contains($0.key) }) else {
            return nil
        }
        let known = Set((forms.joined() + commonKeys).map(\.name))
        for entry in entries where !known.contains(entry.key) {
            if let meant = didYouMean(entry.key, among: tellingKeys) { return (entry, meant) }
        }
        return nil
    }

    /// Reads a rule; nil when its form cannot be told.
    init?(_ entry: Node.Entry, reading: Reading) {
        let name = entry.key
        let before = reading.findings.count
        let node = entry.value
        if let (entry, meant) = RuleDefinition.misspelt(in: node) {
            reading.error(
                "unknown-key",
                [
                    .text("key", entry.key),
                    Fact("place", .statement(Statement("place-rule", [.text("name", name)]))),
                ], at: entry.mark, width: entry.key.unicodeScalars.count,
                allowed: RuleDefinition.tellingKeys, suggestion: meant)
            return nil
        }
        let isCounted = node["either"] == nil && (node["count"] != nil || node["each-option"] != nil)
        let formKeys =
            if node["either"] != nil {
                RuleDefinition.eitherKeys
            } else if isCounted {
                RuleDefinition.countedKeys
            } else if node["bodies"] != nil {
                RuleDefinition.bodiesKeys
            } else if node["bands"] != nil {
                RuleDefinition.bandedKeys
            } else {
                RuleDefinition.yesNoKeys
            }
        guard
            let map = MapReader(
                node, name: entry.key, at: entry.mark,
                place: Statement("place-rule", [.text("name", entry.key)]),
                keys: formKeys + RuleDefinition.commonKeys + (isCounted ? [] : [RuleDefinition.floorKey]),
                later: RuleDefinition.laterKeys,
                reading: reading)
        else { return nil }
        let formulas = reading.formulas(map, known: reading.formulaNames)
        let names = reading.formulaNames + formulas.map(\.name)
        let form: Form?
        if node["either"] != nil {
            form = map.alternatives(of: entry.key)
        } else if isCounted {
            form = map.countedDemands(names).map(Form.counted)
        } else if node["bodies"] != nil {
            form = map.bodies(of: entry.key).map(Form.bodies)
        } else {
            form = map.yesNoDemands(names).map(Form.yesNo)
        }
        let basis = map.text("basis")
        let floors = map.floors()
        // A rule with a mistake is left out, so that no consequence of it is reported.
        guard let form, reading.findings.count == before else { return nil }
        self.init(name: entry.key, mark: entry.mark, form: form, formulas: formulas, basis: basis)
        self.floors = floors
    }
}

extension Reading {
    /// Reads named formulas; each may use those before it.
    func formulas(_ map: MapReader, known: [String]) -> [Workflow.NamedFormula] {
        guard let node = map["formulas"] else { return [] }
        guard let entries = node.entries else {
            wrongForm(node, for: "formulas", expected: "map")
            return []
        }
        var formulas: [Workflow.NamedFormula] = []
        var names = known
        for entry in entries {
            let isWord =
                !entry.key.isEmpty && entry.key.unicodeScalars.allSatisfy(\.properties.isAlphabetic)
            if !isWord || Reading.baseNames.contains(entry.key) {
                let width = max(1, entry.key.unicodeScalars.count)
                error("formula-name", [.text("name", entry.key)], at: entry.mark, width: width)
            } else if known.contains(entry.key) {
                error(
                    "formula-twice", [.text("name", entry.key)], at: entry.mark,
                    width: entry.key.unicodeScalars.count)
            }
            if let formula = formula(entry.value, for: entry.key, names: names) {
                formulas.append(Workflow.NamedFormula(name: entry.key, formula: formula))
            }
            names.append(entry.key)
        }
        return formulas
    }
}
