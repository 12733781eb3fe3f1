import TingTally
public import TingWorkflow

/// Questions a test asks of a words file, so that no hole reaches a reader.
extension Words {
    /// Whether a code has a sentence.
    public func has(code: String) -> Bool { sentence(of: code) != nil }

    /// Those of the codes that have no sentence, in the order given.
    public func missing(codes: [String]) -> [String] {
        codes.filter { !has(code: $0) }
    }

    /// The codes that have a sentence, in file order; labels are not among them.
    public var codes: [String] { lines.filter { !$0.isLabel }.map(\.code) }

    /// The names of the facts that a sentence uses, in their order, each once.
    ///
    /// - Returns: Nil when the code has no sentence, or one that cannot be read.
    public func placeholders(of code: String) -> [String]? {
        guard let text = sentence(of: code), case .success(let phrase) = Phrase.read(text) else { return nil }
        return phrase.names
    }

    /// What a reader would stumble over: codes with two sentences, and placeholders that cannot be read.
    ///
    /// - Returns: Findings in file order; empty when the file is sound.
    public func validate() -> [Finding] {
        var firstLines: [String: Int] = [:]
        var findings: [Finding] = []
        for line in lines {
            if case .failure(let mistake) = Phrase.read(line.text) {
                let facts: [Fact] = [.text("code", line.code), .text("part", mistake.part)]
                findings.append(
                    Finding(.error, Statement("words-placeholder", facts), at: line.mark, width: line.width))
            }
            guard !line.isLabel else { continue }
            if let first = firstLines[line.code] {
                let facts: [Fact] = [
                    .text("code", line.code), .number("first", first), .number("line", line.mark.line),
                ]
                findings.append(
                    Finding(.error, Statement("words-code-twice", facts), at: line.mark, width: line.width))
            } else {
                firstLines[line.code] = line.mark.line
            }
        }
        return findings
    }
}
