public import TingProceedings
import TingWorkflow

/// The JSON Schema of a workflow file, for editors that complete and check while a steward writes.
///
/// It is made from the keys that the reader of workflow files uses, so the two
/// cannot drift apart. What a schema cannot say (names that must be declared,
/// promises, checks) stays with `ting workflow check`.
///
/// - Source: JSON Schema, draft 2020-12.
public struct WorkflowSchema: Sendable {
    /// The schema.
    public let json: JSON

    /// Makes the schema, with the descriptions in the language of the words.
    public init(words: Words) {
        let maker = SchemaMaker(words: words)
        var members = maker.map(Workflow.keys)
        members["$schema"] = .string("https://json-schema.org/draft/2020-12/schema")
        members["title"] = .string(words.plain("schema.title"))
        members["$defs"] = .object(["state": maker.state])
        json = .object(members)
    }
}

/// Makes the parts of the schema, one form of key at a time.
private struct SchemaMaker {
    let words: Words

    /// A map with these keys and no others.
    func map(_ keys: [Key]) -> [String: JSON] {
        var properties: [String: JSON] = [:]
        for key in keys { properties[key.name] = described(schema(key.form), key.name) }
        return [
            "type": .string("object"), "properties": .object(properties),
            "required": .strings(keys.filter(\.required).map(\.name)),
            "additionalProperties": .boolean(false),
        ]
    }

    /// A state: which keys it may have depends on its kind.
    var state: JSON {
        let kinds = Kinds.all.map { type -> JSON in
            let kind = JSON.object(["const": .string(type.word)])
            return .object([
                "if": .object([
                    "properties": .object(["kind": kind]), "required": .strings(["kind"]),
                ]),
                "then": .object(map(State.keys(of: type))),
            ])
        }
        let described = Kinds.all.map { type -> JSON in
            let members: [String: JSON] = ["const": .string(type.word)]
            return .object(members.merging(text("kinds." + type.word)) { own, _ in own })
        }
        return .object([
            "type": .string("object"), "required": .strings(["kind"]),
            "properties": .object(["kind": .object(["oneOf": .array(described)])]),
            "allOf": .array(kinds),
        ])
    }

    private func schema(_ form: Key.Form) -> JSON {
        switch form {
        case .phrase(let name): phrase(PhraseForm(rawValue: name))
        case .wording: wording
        case .oneOf(let choices): oneOf(choices)
        case .reference: .object(["type": .string("string")])
        case .map(let keys): .object(map(keys))
        case .named(let form):
            .object([
                "type": .string("object"), "additionalProperties": schema(form),
                "propertyNames": .object(["type": .string("string")]),
            ])
        case .list(let form): list(of: [schema(form)])
        case .closed(let keys, let otherwise):
            list(of: [.object(map(keys)), .object(map([Key("otherwise", otherwise, required: true)]))])
        case .state: .object(["$ref": .string("#/$defs/state")])
        case .either(let forms): .object(["anyOf": .array(forms.map(schema))])
        }
    }

    private func list(of schemas: [JSON]) -> JSON {
        .object(["type": .string("array"), "items": .object(["anyOf": .array(schemas)])])
    }

    /// A phrase is text with a grammar of its own; numbers may also be written as numbers.
    private func phrase(_ form: PhraseForm?) -> JSON {
        let takesNumbers = form == .whole || form == .part
        var members: [String: JSON] = [
            "type": takesNumbers ? .strings(["string", "integer"]) : .string("string")
        ]
        let examples = form?.examples ?? []
        if !examples.isEmpty { members["examples"] = .strings(examples) }
        // Where one group of people may act, any of several may.
        guard form == .people else { return .object(members) }
        let text = JSON.object(members)
        return .object(["anyOf": .array([text, list(of: [text])])])
    }

    private func oneOf(_ choices: [String]) -> JSON {
        let numbers = choices.compactMap { Int($0) }
        return .object(["enum": .array(choices.map(JSON.string) + numbers.map(JSON.integer))])
    }

    private var wording: JSON {
        let text = JSON.object(["type": .string("string")])
        let texts = JSON.object(["type": .string("object"), "additionalProperties": text])
        return .object(["anyOf": .array([text, texts])])
    }

    /// The same with what the words file says of the key.
    private func described(_ schema: JSON, _ key: String) -> JSON {
        guard case .object(let members) = schema else { return schema }
        return .object(members.merging(text("keys." + key)) { own, _ in own })
    }

    private func text(_ label: String) -> [String: JSON] {
        words.label(label).map { ["description": .string($0)] } ?? [:]
    }
}
