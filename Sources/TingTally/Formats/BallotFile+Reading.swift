extension BallotFile {
    /// The ways in which ballots are written to files.
    public enum Format: String, CaseIterable, Hashable, Sendable {
        /// ``ABIF``.
        case abif
        /// ``BLT``.
        case blt
        /// ``PrefLib``.
        case prefLib = "preflib"
        /// ``CSVBallots`` with ranks.
        case csv
        /// ``CSVBallots`` with scores; never guessed, it must be asked for.
        case csvScores = "csv-scores"
        /// ``Pabulib``.
        case pabulib

        /// The format that the ending of a file name stands for; nil when it stands for none.
        public init?(fileName: String) {
            guard let point = fileName.lastIndex(of: ".") else { return nil }
            switch fileName[fileName.index(after: point)...].lowercased() {
            case "abif": self = .abif
            case "blt": self = .blt
            case "soc", "soi", "toc", "toi": self = .prefLib
            case "csv", "tsv": self = .csv
            case "pb": self = .pabulib
            default: return nil
            }
        }
    }

    /// Reads a ballot file; the format is told by how it begins.
    ///
    /// - Throws: ``BallotFileError`` at the first line that cannot be counted.
    public static func read(_ text: String) throws(BallotFileError) -> BallotFile {
        try read(bytes: Array(text.utf8))
    }

    /// Reads a ballot file.
    ///
    /// The format is the one given; else the one that the ending of the name stands
    /// for; else it is told by how the file begins:
    ///
    /// - `META` alone on the first line that is no comment: pabulib,
    /// - comments of which one begins with `# NUMBER ALTERNATIVES:`, or a whole number alone: PrefLib,
    /// - two whole numbers with a blank between them: BLT,
    /// - `{`, `=`, `[` or a count and a colon: ABIF,
    /// - a quotation mark, cells with tabs, semicolons or commas between them, or the name of a rank alone: CSV; unless
    ///   every cell ends with a slash and a number, which are scores in ABIF,
    /// - anything else: ABIF.
    ///
    /// A file in another format than it was taken for is refused: none of them can
    /// be read as another.
    ///
    /// - Parameters:
    ///   - bytes: The file, in UTF-8.
    ///   - fileName: The name or path of the file.
    ///   - format: The format; nil to find it out.
    ///   - overvotes: What becomes of a ballot where a CSV file only says `overvote`.
    /// - Throws: ``BallotFileError`` at the first line that cannot be counted.
    /// - Complexity: O(length).
    public static func read(
        bytes: [UInt8], named fileName: String? = nil, format: Format? = nil,
        overvotes: BallotRules.Overvotes = .exhaust
    ) throws(BallotFileError) -> BallotFile {
        if bytes.starts(with: [0x1F, 0x8B]) {
            let name = fileName.flatMap { $0 == "-" ? nil : $0 } ?? "FILE"
            throw BallotFileError(line: 1, Statement("ballot-file-gzipped", [.text("file", name)]))
        }
        let text = try BallotBytes(bytes)
        let named = format ?? fileName.flatMap { Format(fileName: $0) }
        let found: Format
        if let named { found = named } else { found = try guess(text) }
        switch found {
        case .abif: return try ABIF.read(text)
        case .blt: return try BLT.read(text)
        case .prefLib: return try PrefLib.read(text)
        case .csv:
            // Where an ABIF file has the ending of another, its first line must not pass for a header.
            if let first = text.firstLine(skipping: false), isBallotLine(text.bytes[first]) {
                throw BallotFileError(line: 1, Statement("csv-header-expected"))
            }
            return try CSVBallots.read(text, overvotes: overvotes)
        case .csvScores: return try CSVBallots.readScores(text)
        case .pabulib: return try Pabulib.read(text)
        }
    }

    /// The format that a file begins like.
    private static func guess(_ text: BallotBytes) throws(BallotFileError) -> Format {
        guard let top = text.firstLine(skipping: false) else {
            throw BallotFileError(line: 1, Statement("ballot-file-empty"))
        }
        if let first = text.firstLine(skipping: true), Pabulib.begins(text.bytes[first]) { return .pabulib }
        if text[top.lowerBound] == UInt8(ascii: "#"), hasPrefLibComments(text) { return .prefLib }
        guard let first = text.firstLine(skipping: true) else {
            throw BallotFileError(line: 1, Statement("ballot-file-empty"))
        }
        let line = text.bytes[first]
        let words = line.prefix { $0 != UInt8(ascii: "#") }.split { $0.isBlank }
        if words.count == 2, words.joined().allSatisfy(\.isDigit) { return .blt }
        if line.allSatisfy(\.isDigit) { return .prefLib }
        return isABIF(line) || !isCSV(line) ? .abif : .csv
    }

    /// Whether the comments at the top are the header of a PrefLib file.
    private static func hasPrefLibComments(_ text: BallotBytes) -> Bool {
        var place = text.start
        while place < text.bytes.count {
            let end = text.lineEnd(from: place)
            let line = text.trimmed(place..<end)
            guard line.isEmpty || text[line.lowerBound] == UInt8(ascii: "#") else { return false }
            if text.text(line).hasPrefix("# NUMBER ALTERNATIVES:") { return true }
            place = end + 1
        }
        return false
    }

    /// Whether a line can only be one of an ABIF file.
    private static func isABIF(_ line: ArraySlice<UInt8>) -> Bool {
        line.first == UInt8(ascii: "=") || isBallotLine(line)
    }

    /// Whether a line can only be metadata or a ballot of an ABIF file.
    private static func isBallotLine(_ line: ArraySlice<UInt8>) -> Bool {
        if let first = line.first, "{[".utf8.contains(first) { return true }
        let rest = line.drop { $0.isDigit || $0.isBlank || "./".utf8.contains($0) }
        if rest.startIndex > line.startIndex, rest.first == UInt8(ascii: ":") { return true }
        return line.split(separator: UInt8(ascii: ",")).allSatisfy { cell in
            guard let slash = cell.lastIndex(of: UInt8(ascii: "/")) else { return false }
            let score = cell[(slash + 1)...].filter { !$0.isBlank }
            return !score.isEmpty && score.allSatisfy(\.isDigit)
        }
    }

    /// Whether a line can be the header of a CSV file.
    private static func isCSV(_ line: ArraySlice<UInt8>) -> Bool {
        line.first == UInt8(ascii: "\"")
            || line.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") || $0 == .tab }
            || CSVColumns.rank(String(decoding: line, as: UTF8.self)) != nil
    }
}
