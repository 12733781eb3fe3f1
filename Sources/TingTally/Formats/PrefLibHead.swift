/// What stands before the orders of a PrefLib file: numbers, names, the type.
struct PrefLibHead {
    /// A number and the line that states it.
    private struct Stated {
        let value: Int
        let line: Int
    }

    /// The line read last.
    private(set) var line = 0
    /// Where the orders begin.
    private(set) var place: Int
    /// Whether the file has the older form.
    private(set) var isOlder = false
    private(set) var title: String?
    private(set) var order: PrefLib.Order?
    /// The options in the order of their numbers.
    private(set) var names: [String] = []
    private var byNumber: [Int: String] = [:]
    private var alternatives: Stated?
    private var voters: Stated?
    private var sum: Stated?
    private var orders: Stated?
    private let text: BallotBytes

    init(_ text: BallotBytes) {
        self.text = text
        place = text.start
    }

    /// Reads the header, up to the first order.
    mutating func read() throws(BallotFileError) {
        guard let first = text.firstLine(skipping: false) else {
            throw BallotFileError(line: 1, Statement("ballot-file-empty"))
        }
        isOlder = text[first.lowerBound].isDigit
        if isOlder { try readOlder() } else { try readToday() }
    }

    /// Refuses a file that does not hold what it states.
    func check(voters total: Int, orders rows: Int) throws(BallotFileError) {
        for (stated, found, code) in [
            (voters, total, "preflib-voters-differ"), (sum, total, "preflib-voters-differ"),
            (orders, rows, "preflib-orders-differ"),
        ] {
            guard let stated, stated.value != found else { continue }
            throw BallotFileError(
                line: stated.line,
                Statement(code, [.number("stated", stated.value), .number("found", found)]))
        }
    }

    /// Takes the next line that is not empty; nil at the end.
    private mutating func nextLine() -> Range<Int>? {
        while place < text.bytes.count {
            let end = text.lineEnd(from: place)
            let range = text.trimmed(place..<end)
            place = end + 1
            line += 1
            if !range.isEmpty { return range }
        }
        return nil
    }

    private mutating func readToday() throws(BallotFileError) {
        while true {
            let before = (place, line)
            guard let range = nextLine(), text[range.lowerBound] == UInt8(ascii: "#") else {
                (place, line) = before
                break
            }
            try readKey((range.lowerBound + 1)..<range.upperBound)
        }
        guard let alternatives else {
            throw BallotFileError(line: max(1, line), Statement("preflib-number-missing"))
        }
        for number in 1...alternatives.value {
            guard let name = byNumber[number] else {
                throw BallotFileError(
                    line: alternatives.line, Statement("preflib-name-missing", [.number("option", number)]))
            }
            names.append(name)
        }
    }

    /// Reads `KEY: value`; keys that do not matter to a count are passed over.
    private mutating func readKey(_ range: Range<Int>) throws(BallotFileError) {
        guard let colon = range.first(where: { text[$0] == UInt8(ascii: ":") }) else { return }
        let key = text.text(text.trimmed(range.lowerBound..<colon))
        let value = text.trimmed((colon + 1)..<range.upperBound)
        switch key {
        case "TITLE": title = value.isEmpty ? nil : text.text(value)
        case "DATA TYPE":
            order = PrefLib.Order(rawValue: text.text(value).lowercased())
            guard order != nil else {
                throw BallotFileError(
                    line: line,
                    Statement(
                        "preflib-type-unknown",
                        [
                            .text("found", text.text(value)),
                            .list("known", PrefLib.Order.allCases.map(\.rawValue)),
                        ]))
            }
        case "NUMBER ALTERNATIVES":
            alternatives = try stated(alternatives, value, key)
            try checkNumber()
        case "NUMBER VOTERS": voters = try stated(voters, value, key)
        case "NUMBER UNIQUE ORDERS": orders = try stated(orders, value, key)
        default:
            guard key.hasPrefix("ALTERNATIVE NAME ") else { return }
            let digits = String(key.dropFirst("ALTERNATIVE NAME ".count))
            guard let number = Int(digits), (1...RankedBallots.mostOptions).contains(number) else {
                throw BallotFileError(
                    line: line,
                    Statement("metadata-number-expected", [.text("key", key), .text("found", digits)]))
            }
            try take(text.text(value), as: number)
        }
    }

    private mutating func readOlder() throws(BallotFileError) {
        guard let first = nextLine(), let number = BallotWeight.whole(text, first) else {
            throw BallotFileError(line: max(1, line), Statement("preflib-number-missing"))
        }
        alternatives = Stated(value: number, line: line)
        try checkNumber()
        for option in 1...number {
            guard let range = nextLine(), let comma = range.first(where: { text[$0] == UInt8(ascii: ",") }),
                BallotWeight.whole(text, text.trimmed(range.lowerBound..<comma)) == option
            else {
                throw BallotFileError(
                    line: max(1, line), Statement("preflib-name-missing", [.number("option", option)]))
            }
            try take(text.text(text.trimmed((comma + 1)..<range.upperBound)), as: option)
            names.append(byNumber[option] ?? "")
        }
        guard let range = nextLine() else {
            throw BallotFileError(line: max(1, line), Statement("preflib-summary-expected"))
        }
        let parts = text.bytes[range].split(
            separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        guard parts.count == 3 else {
            throw BallotFileError(line: line, Statement("preflib-summary-expected"))
        }
        let values = parts.map { text.trimmed($0.startIndex..<$0.endIndex) }
        voters = try stated(voters, values[0], "NUMBER VOTERS")
        sum = try stated(sum, values[1], "SUM OF VOTE COUNT")
        orders = try stated(orders, values[2], "NUMBER UNIQUE ORDERS")
    }

    private func checkNumber() throws(BallotFileError) {
        guard let number = alternatives?.value, number > RankedBallots.mostOptions else { return }
        throw BallotFileError(
            line: line,
            Statement(
                "too-many-options", [.number("count", number), .number("most", RankedBallots.mostOptions)]))
    }

    private mutating func take(_ name: String, as number: Int) throws(BallotFileError) {
        guard !name.isEmpty else { throw BallotFileError(line: line, Statement("option-without-name")) }
        guard byNumber[number] == nil, !byNumber.values.contains(name) else {
            throw BallotFileError(line: line, Statement("option-named-twice", [.text("option", name)]))
        }
        byNumber[number] = name
    }

    /// Notes a whole number that the file states.
    private func stated(
        _ before: Stated?, _ range: Range<Int>, _ key: String
    ) throws(BallotFileError) -> Stated {
        let isZero = range.count == 1 && text[range.lowerBound] == UInt8(ascii: "0")
        guard let value = isZero && key != "NUMBER ALTERNATIVES" ? 0 : BallotWeight.whole(text, range) else {
            throw BallotFileError(
                line: line,
                Statement(
                    "metadata-number-expected", [.text("key", key), .text("found", text.text(range))]))
        }
        guard before == nil || before?.value == value else {
            throw BallotFileError(line: line, Statement("metadata-twice", [.text("key", key)]))
        }
        return Stated(value: value, line: line)
    }
}
