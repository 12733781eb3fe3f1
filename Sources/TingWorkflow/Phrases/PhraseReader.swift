import TingTally

/// A phrase of the file, read word by word, so that a finding can point inside it.
struct PhraseReader {
    /// A word with its place, in Unicode scalars from the beginning of the text.
    struct Word: Hashable {
        let text: String
        let offset: Int
        var width: Int { text.unicodeScalars.count }
    }

    /// Where the phrase stands.
    let node: Node
    /// Which phrase is expected.
    let form: PhraseForm
    /// Where findings go.
    let reading: Reading
    /// The whole text.
    let text: String
    /// The words; a comma is a word of its own.
    let words: [Word]
    /// How many words have been read.
    private(set) var position = 0

    /// Takes a text apart; nil and a finding when the node is a list, a map or empty.
    init?(_ node: Node, _ form: PhraseForm, key: String, reading: Reading) {
        guard let text = node.text, !text.isEmpty else {
            reading.wrongForm(node, for: key, expected: "text", allowed: form.examples)
            return nil
        }
        self.init(node, text: text, form, reading: reading)
    }

    private init(_ node: Node, text: String, _ form: PhraseForm, reading: Reading) {
        self.node = node
        self.form = form
        self.reading = reading
        self.text = text
        words = PhraseReader.words(of: text)
    }

    /// Whether all words have been read.
    var isAtEnd: Bool { position == words.count }
    /// The next word, which stays unread.
    var peek: String? { isAtEnd ? nil : words[position].text }
    /// The words not yet read, with single spaces.
    var rest: String { words[position...].map(\.text).joined(separator: " ") }

    /// Reads these words when they are the next ones.
    mutating func take(_ expected: String...) -> Bool {
        guard words[position...].prefix(expected.count).map(\.text) == expected else { return false }
        position += expected.count
        return true
    }

    /// Reads the next word, whatever it is.
    mutating func next() -> String? {
        guard !isAtEnd else { return nil }
        position += 1
        return words[position - 1].text
    }

    /// Goes back to an earlier word.
    mutating func rewind(to earlier: Int) { position = earlier }

    /// Reports that the next word does not fit, or that the phrase stops too early.
    func unexpected(allowed: [String]? = nil, suggestions: [String] = []) {
        guard let word = peek else {
            return report(
                Statement("phrase-unfinished", [.text("text", text)]), at: text.unicodeScalars.count,
                width: 1, allowed: allowed)
        }
        report(
            Statement("phrase-\(form.rawValue)", [.text("word", word), .text("text", text)]),
            at: words[position].offset, width: words[position].width, allowed: allowed,
            suggestion: didYouMean(word, among: suggestions))
    }

    /// Reports a finding about words already read or to be read.
    func report(
        _ statement: Statement, word index: Int, through last: Int? = nil, allowed: [String]? = nil,
        suggestion: String? = nil
    ) {
        guard words.indices.contains(index) else {
            return report(
                statement, at: text.unicodeScalars.count, width: 1, allowed: allowed, suggestion: suggestion
            )
        }
        let end = words[min(last ?? index, words.count - 1)]
        report(
            statement, at: words[index].offset, width: end.offset + end.width - words[index].offset,
            allowed: allowed, suggestion: suggestion)
    }

    /// Reports a finding at a place in the text.
    func report(
        _ statement: Statement, at offset: Int, width: Int, allowed: [String]? = nil,
        suggestion: String? = nil
    ) {
        let place = place(offset: offset, width: width)
        reading.report(
            Finding(
                .error, statement, at: place.mark, width: place.width, allowed: allowed ?? form.examples,
                suggestion: suggestion))
    }

    /// Reports that something follows where the phrase should end.
    mutating func finish() -> Bool {
        if isAtEnd { return true }
        unexpected()
        return false
    }

    /// A place in the file; the whole text when it was written so that places in it are not known.
    func place(offset: Int, width: Int) -> (mark: Mark, width: Int) {
        let length = text.unicodeScalars.count
        let quote = node.quoted ? 1 : 0
        guard node.width == length + 2 * quote else { return (node.mark, node.width) }
        return (Mark(line: node.mark.line, column: node.mark.column + quote + offset), width)
    }

    /// The place of a word.
    func mark(of index: Int) -> Mark {
        words.indices.contains(index) ? place(offset: words[index].offset, width: 1).mark : node.mark
    }

    /// The words of a text, with commas as words of their own.
    private static func words(of text: String) -> [Word] {
        var words: [Word] = []
        var current = String.UnicodeScalarView()
        func flush(at end: Int) {
            guard !current.isEmpty else { return }
            words.append(Word(text: String(current), offset: end - current.count))
            current = String.UnicodeScalarView()
        }
        var offset = 0
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                flush(at: offset)
            } else if scalar == "," {
                flush(at: offset)
                words.append(Word(text: ",", offset: offset))
            } else {
                current.append(scalar)
            }
            offset += 1
        }
        flush(at: offset)
        return words
    }
}
