/// What the metadata lines of an ABIF file say: flat JSON objects, one a line.
struct ABIFMetadata {
    /// A number and the line that states it.
    struct Stated {
        let value: Int
        let line: Int
    }

    private(set) var title: String?
    private(set) var ballotType: String?
    private(set) var ballotCount: Stated?
    private(set) var electorate: Stated?

    /// The kinds of ballots that are read.
    private static let ballotTypes = ["ranked", "rated", "choose_one", "choose_many"]

    /// Reads one line; keys that do not matter to a count are passed over.
    mutating func read(_ bytes: ArraySlice<UInt8>, line: Int) throws(BallotFileError) {
        var reader = FlatJSON(bytes: bytes, line: line)
        for (key, value) in try reader.members() {
            switch key {
            case "title": title = value
            case "ballot_type":
                guard Self.ballotTypes.contains(value) else {
                    throw BallotFileError(
                        line: line,
                        Statement(
                            "ballot-type-unknown",
                            [.text("found", value), .list("known", Self.ballotTypes)]))
                }
                ballotType = value
            case "ballotcount":
                ballotCount = try number(value, key, before: ballotCount, line: line)
            case "electorate":
                electorate = try number(value, key, before: electorate, line: line)
            default: continue
            }
        }
    }

    /// Refuses a file that does not hold the number of ballots it states, or more than could be cast.
    func check(total: Int, unit: Fraction) throws(BallotFileError) {
        let line = ballotCount?.line ?? electorate?.line ?? 1
        guard let found = try? Fraction(total) * unit else {
            throw BallotFileError(line: line, Statement("count-overflow"))
        }
        if let ballotCount, Fraction(ballotCount.value) != found {
            throw BallotFileError(
                line: ballotCount.line,
                Statement(
                    "ballot-count-differs",
                    [.number("stated", ballotCount.value), .fraction("found", found)]))
        }
        if let electorate, Fraction(electorate.value) < found {
            throw BallotFileError(
                line: electorate.line,
                Statement(
                    "more-ballots-than-eligible",
                    [.fraction("received", found), .number("eligible", electorate.value)]))
        }
    }

    /// A whole number, stated once or twice alike.
    private func number(
        _ text: String, _ key: String, before: Stated?, line: Int
    ) throws(BallotFileError) -> Stated {
        guard text.utf8.allSatisfy(\.isDigit), let value = Int(text) else {
            throw BallotFileError(
                line: line, Statement("metadata-number-expected", [.text("key", key), .text("found", text)]))
        }
        guard before == nil || before?.value == value else {
            throw BallotFileError(line: line, Statement("metadata-twice", [.text("key", key)]))
        }
        return Stated(value: value, line: line)
    }
}

/// Reads one flat JSON object: text keys; text, numbers, true, false or null as values.
private struct FlatJSON {
    var bytes: ArraySlice<UInt8>
    let line: Int

    /// The members in order; every value as the text it stands for.
    mutating func members() throws(BallotFileError) -> [(key: String, value: String)] {
        var members: [(key: String, value: String)] = []
        try take("{")
        if peek() == UInt8(ascii: "}") {
            bytes.removeFirst()
        } else {
            while true {
                let key = try string()
                try take(":")
                members.append((key, peek() == UInt8(ascii: "\"") ? try string() : try bare()))
                guard peek() == UInt8(ascii: ",") else { break }
                bytes.removeFirst()
            }
            try take("}")
        }
        guard peek() == nil else { throw unreadable }
        return members
    }

    private var unreadable: BallotFileError { BallotFileError(line: line, Statement("metadata-unreadable")) }

    /// The next byte that is no space, without taking it.
    private mutating func peek() -> UInt8? {
        while let first = bytes.first, first == .space || first == .tab { bytes.removeFirst() }
        return bytes.first
    }

    /// Takes this very character.
    private mutating func take(_ character: Unicode.Scalar) throws(BallotFileError) {
        guard peek() == UInt8(ascii: character) else { throw unreadable }
        bytes.removeFirst()
    }

    /// Takes a number or a word.
    private mutating func bare() throws(BallotFileError) -> String {
        let value = bytes.prefix { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "}") && $0 != .space }
        bytes = bytes.dropFirst(value.count)
        let text = value.text
        let isNumber =
            value.contains(where: \.isDigit) && value.allSatisfy { $0.isDigit || "+-.eE".utf8.contains($0) }
        guard isNumber || ["true", "false", "null"].contains(text) else { throw unreadable }
        return text
    }

    /// Takes text between quotation marks.
    private mutating func string() throws(BallotFileError) -> String {
        try take("\"")
        var scalars = String.UnicodeScalarView()
        var plain: [UInt8] = []
        while let byte = bytes.popFirst() {
            if byte == UInt8(ascii: "\"") {
                scalars.append(contentsOf: plain[...].text.unicodeScalars)
                return String(scalars)
            }
            guard byte == UInt8(ascii: "\\") else {
                plain.append(byte)
                continue
            }
            scalars.append(contentsOf: plain[...].text.unicodeScalars)
            plain = []
            scalars.append(try escaped())
        }
        throw unreadable
    }

    /// Takes what stands after a backslash.
    private mutating func escaped() throws(BallotFileError) -> Unicode.Scalar {
        switch bytes.popFirst() {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        // Line ends and other control characters of a title become spaces: it is shown on one line.
        case UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return " "
        case UInt8(ascii: "u"):
            var unit = try codeUnit()
            if (0xD800..<0xDC00).contains(unit) {
                guard bytes.popFirst() == UInt8(ascii: "\\"), bytes.popFirst() == UInt8(ascii: "u") else {
                    throw unreadable
                }
                let low = try codeUnit()
                guard (0xDC00..<0xE000).contains(low) else { throw unreadable }
                unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(unit) else { throw unreadable }
            return scalar.properties.generalCategory == .control ? " " : scalar
        default: throw unreadable
        }
    }

    /// Takes four hexadecimal digits.
    private mutating func codeUnit() throws(BallotFileError) -> UInt32 {
        let digits = bytes.prefix(4)
        guard digits.count == 4, digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
            let unit = UInt32(digits.text, radix: 16)
        else { throw unreadable }
        bytes = bytes.dropFirst(4)
        return unit
    }
}
