import CLibYAML
import TingWorkflow

/// libyaml's event parser, owned: it does not move, and is always freed.
struct EventReader: ~Copyable {
    /// What the parser answered.
    enum Answer {
        /// The next event.
        case event(Event)
        /// The parser cannot go on.
        case problem(Problem)
    }

    // libyaml keeps pointers into the parser, so it must stay where it is.
    private let parser: UnsafeMutablePointer<yaml_parser_t>

    /// Begins to read; nil when memory ran out.
    ///
    /// - Parameter bytes: They must stay in place as long as the reader lives.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        let memory = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
        memory.initialize(to: yaml_parser_t())
        guard yaml_parser_initialize(memory) == 1 else {
            memory.deallocate()
            return nil
        }
        parser = memory
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    /// Reads the next event.
    func next() -> Answer {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { return .problem(problem()) }
        defer { yaml_event_delete(&event) }
        let (kind, hasProperties) = Self.meaning(event)
        return .event(
            Event(
                kind: kind, hasProperties: hasProperties, start: Self.mark(event.start_mark),
                end: Self.mark(event.end_mark)))
    }

    private static func meaning(_ event: yaml_event_t) -> (Event.Kind, hasProperties: Bool) {
        switch event.type {
        case YAML_DOCUMENT_START_EVENT:
            let start = event.data.document_start
            let tags = start.tag_directives
            return (
                .documentStart(directives: start.version_directive != nil || tags.start != tags.end), false
            )
        case YAML_DOCUMENT_END_EVENT:
            return (.documentEnd, false)
        case YAML_ALIAS_EVENT:
            return (.alias(name: text(event.data.alias.anchor)), false)
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            let plain = scalar.style == YAML_PLAIN_SCALAR_STYLE
            let properties = scalar.anchor != nil || scalar.tag != nil
            return (.scalar(String(decoding: bytes, as: UTF8.self), plain: plain), properties)
        case YAML_SEQUENCE_START_EVENT:
            let start = event.data.sequence_start
            let flow = start.style == YAML_FLOW_SEQUENCE_STYLE
            return (.start(.sequence, flow: flow), start.anchor != nil || start.tag != nil)
        case YAML_MAPPING_START_EVENT:
            let start = event.data.mapping_start
            let flow = start.style == YAML_FLOW_MAPPING_STYLE
            return (.start(.mapping, flow: flow), start.anchor != nil || start.tag != nil)
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
            return (.end, false)
        case YAML_STREAM_END_EVENT, YAML_NO_EVENT:
            return (.streamEnd, false)
        default:
            return (.other, false)
        }
    }

    private func problem() -> Problem {
        let state = parser.pointee
        let mark = Self.mark(state.problem_mark)
        return Problem(
            text: state.problem.map { String(cString: $0) } ?? "",
            context: state.context.map { String(cString: $0) } ?? "", mark: mark,
            contextMark: state.context == nil ? mark : Self.mark(state.context_mark),
            isMemory: state.error == YAML_MEMORY_ERROR)
    }

    private static func mark(_ mark: yaml_mark_t) -> Mark {
        Mark(line: Int(clamping: mark.line) + 1, column: Int(clamping: mark.column) + 1)
    }

    private static func text(_ bytes: UnsafeMutablePointer<yaml_char_t>?) -> String {
        bytes.map { String(cString: $0) } ?? ""
    }
}
