import TingTally
import TingWorkflow

/// The look at the bytes before they are read as YAML: encoding, control characters, tabs.
///
/// What is refused is replaced by U+FFFD, so that the reading can go on and find
/// more; the replacement keeps every line and column in its place.
struct Screening {
    /// What was found, in file order.
    private(set) var findings: [Finding] = []
    /// Whether the bytes are a text at all, so that reading on makes sense.
    private(set) var isText = true
    /// The text to read.
    private(set) var source = SourceText(utf8: [])
    /// The lines that begin with a tab.
    private(set) var tabs = TabLines()

    private var clean: [UInt8] = []
    private var line = 1
    private var column = 1
    private var inMargin = true
    private var afterReturn = false
    private var broken: (first: Finding, more: Int)?
    private var controls: (first: Finding, more: Int)?
    private var directions: (first: Finding, more: Int)?

    /// Looks at the bytes of a file.
    init(_ bytes: [UInt8]) {
        if let wide = Self.wideEncoding(bytes) {
            isText = false
            findings = [Finding(.error, Statement("yaml-encoding", [.text("encoding", wide)]), at: .start)]
            return
        }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let skipped = bytes.starts(with: mark) ? mark.count : 0
        clean.reserveCapacity(bytes.count)
        scan(bytes.dropFirst(skipped), from: skipped)
        for (first, more) in [broken, controls, directions].compactMap(\.self) {
            let notes = more == 0 ? [] : [Statement("yaml-and-more", [.number("count", more)])]
            findings.append(
                Finding(.error, first.statement, at: first.mark, notes: first.notes + notes))
        }
        source = SourceText(utf8: clean)
        clean = []
    }

    private mutating func scan(_ bytes: ArraySlice<UInt8>, from start: Int) {
        var offset = start
        var iterator = bytes.makeIterator()
        var parser = Unicode.UTF8.ForwardParser()
        while true {
            switch parser.parseScalar(from: &iterator) {
            case .valid(let encoded):
                take(Unicode.UTF8.decode(encoded), encoded)
                offset += encoded.count
            case .error(let length):
                noteBroken(offset: offset, byte: bytes[offset])
                replace()
                offset += length
            case .emptyInput:
                return
            }
        }
    }

    private mutating func take(_ scalar: Unicode.Scalar, _ encoded: Unicode.UTF8.EncodedScalar) {
        let endsLine = scalar == "\n" || scalar == "\r"
        if endsLine {
            // The two characters of a Windows line end are one line end.
            if !(scalar == "\n" && afterReturn) { line += 1 }
            column = 1
            inMargin = true
            afterReturn = scalar == "\r"
            clean.append(contentsOf: encoded)
            return
        }
        afterReturn = false
        if inMargin {
            if scalar == "\t" { tabs.note(line: line, column: column) }
            inMargin = scalar == " " || scalar == "\t"
        }
        if Forbidden.isControl(scalar) {
            note(scalar, rule: "yaml-control-character", in: \.controls)
            replace()
        } else if Forbidden.turnsDirection(scalar) {
            note(scalar, rule: "yaml-hidden-direction", in: \.directions)
            replace()
        } else {
            clean.append(contentsOf: encoded)
            column += 1
        }
    }

    private mutating func replace() {
        clean.append(contentsOf: [0xEF, 0xBF, 0xBD])
        column += 1
        inMargin = false
        afterReturn = false
    }

    private mutating func noteBroken(offset: Int, byte: UInt8) {
        guard broken == nil else {
            broken?.more += 1
            return
        }
        let facts: [Fact] = [.number("byte", offset + 1), .text("value", "0x" + Forbidden.hex(UInt32(byte)))]
        let finding = Finding(
            .error, Statement("yaml-not-utf-8", facts), at: Mark(line: line, column: column),
            notes: [Statement("yaml-save-as-utf-8")])
        broken = (finding, 0)
    }

    private mutating func note(
        _ scalar: Unicode.Scalar, rule: String,
        in place: WritableKeyPath<Screening, (first: Finding, more: Int)?>
    ) {
        guard self[keyPath: place] == nil else {
            self[keyPath: place]?.more += 1
            return
        }
        let facts: [Fact] = [.text("character", Forbidden.name(scalar))]
        self[keyPath: place] = (
            Finding(.error, Statement(rule, facts), at: Mark(line: line, column: column)), 0
        )
    }

    private static func wideEncoding(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
            return "UTF-32"
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
        return nil
    }
}
