/// A key of a map in a workflow file: its name, its form, whether it must be there.
///
/// The reader, the "did you mean" and the schema for editors all come from
/// these values, so they cannot drift apart.
public struct Key: Hashable, Sendable {
    /// What stands under a key.
    public indirect enum Form: Hashable, Sendable {
        /// Text for machines: a name, a reference, a phrase described by the words under this code.
        case phrase(String)
        /// Words for people: plain text or a map by language.
        case wording
        /// A closed list.
        case oneOf([String])
        /// The name of something declared elsewhere in the file.
        case reference(Reference)
        /// A map with these keys.
        case map([Key])
        /// A map from names the steward chooses.
        case named(Form)
        /// A list.
        case list(Form)
        /// A list of maps with these keys, closed by one `otherwise`.
        case closed([Key], otherwise: Form)
        /// A state: a map whose keys depend on its kind.
        case state
        /// Any of several forms.
        case either([Form])

        /// A value, or one for each subject: `when` entries with these keys, closed by `otherwise`.
        static func bySubject(_ form: Form, _ keys: [Key]) -> Form {
            let when = Key("when", .reference(.subject), required: true)
            return .either([form, .closed([when] + keys, otherwise: form)])
        }

        /// A value, or one for each subject under a key of its own.
        static func bySubject(_ form: Form, under name: String) -> Form {
            bySubject(form, [Key(name, form, required: true)])
        }
    }

    /// What a name can refer to.
    public enum Reference: String, Hashable, Sendable, CaseIterable {
        /// A state of this file.
        case state
        /// A rule of this file.
        case rule
        /// A subject of this file.
        case subject
        /// A role under `needs`.
        case role
        /// A class under `needs`.
        case memberClass = "class"
    }

    /// The name.
    public let name: String
    /// What stands under it.
    public let form: Form
    /// Whether it must be there.
    public let required: Bool

    /// Makes a key that may be left out.
    public init(_ name: String, _ form: Form, required: Bool = false) {
        self.name = name
        self.form = form
        self.required = required
    }
}
