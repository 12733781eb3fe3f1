extension Workflow {
    /// The version of the language that this program reads.
    public static let languageVersion = 1

    /// The keys of a workflow file.
    public static let keys = [
        Key("ting", .oneOf(["1"]), required: true), Key("workflow", .phrase(.name), required: true),
        Key("title", .wording, required: true), Key("basis", .phrase(.name), required: true),
        Key("time-zone", .phrase(.name)), Key("needs", .map(needsKeys)), Key("proposal", .map(proposalKeys)),
        Key("duties", .named(.phrase(.duty))), Key("formulas", .named(.phrase(.formula))),
        Key("rules", .named(.either(RuleDefinition.forms.map { .map($0 + RuleDefinition.commonKeys) }))),
        Key("subjects", .named(.map(subjectKeys))), Key("first", .reference(.state), required: true),
        Key("states", .named(.state), required: true),
        Key("promises", .map(Promises.keys)),
        Key("accepts", .list(.map(acceptanceKeys))), Key("scenarios", .list(.map(Scenario.keys))),
    ]

    static let needsKeys = [
        Key("roles", .either([.list(.phrase(.name)), .named(.wording)])),
        Key("classes", .either([.list(.phrase(.name)), .named(.wording)])),
        Key("document", .phrase(.name)),
    ]
    static let proposalKeys = [
        Key("template", .phrase(.name)), Key("fields", .named(.phrase(.field))),
    ]
    static let subjectKeys = [
        Key("sections", .list(.phrase(.name))), Key("judged-by", .phrase(.people)),
        Key("basis", .phrase(.name)), Key("title", .wording),
    ]

    /// The usual name of a workflow's file.
    static func file(of id: String) -> String { "Workflows/\(id).yaml" }
}
