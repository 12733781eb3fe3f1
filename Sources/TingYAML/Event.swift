import TingWorkflow

/// One event of libyaml, in values of Swift.
struct Event {
    /// What happened.
    enum Kind {
        /// A document begins; whether lines with `%` stood before it.
        case documentStart(directives: Bool)
        /// A document ended.
        case documentEnd
        /// An alias such as `*name`.
        case alias(name: String)
        /// A text; plain when it has neither quotes nor a block sign.
        case scalar(String, plain: Bool)
        /// A list or map begins; flow is the form with brackets.
        case start(Collection, flow: Bool)
        /// A list or map ended.
        case end
        /// The file ended.
        case streamEnd
        /// Something that needs no answer.
        case other
    }

    /// The two ways to hold nodes.
    enum Collection { case sequence, mapping }

    /// What happened.
    let kind: Kind
    /// Whether an anchor or a tag stands before the node.
    let hasProperties: Bool
    /// Where it begins.
    let start: Mark
    /// Where it ends, one column past its last character.
    let end: Mark
}

/// What libyaml could not read, in its own words; nobody but ``Diagnosis`` reads them.
struct Problem {
    /// What was wrong.
    let text: String
    /// What was being read.
    let context: String
    /// Where it went wrong.
    let mark: Mark
    /// Where the thing being read begins; the same as `mark` when there is none.
    let contextMark: Mark
    /// Whether memory ran out.
    let isMemory: Bool
}
