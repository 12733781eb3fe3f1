public import TingTally

extension Statement {
    /// The statement as the minutes keep it: the code, and the facts in order.
    public var json: JSON {
        .object([
            "code": .string(code),
            "facts": .array(facts.map { .array([.string($0.name), $0.value.json]) }),
        ])
    }

    /// Reads a statement; nil for anything else.
    public init?(json: JSON) {
        guard let code = json["code"]?.string, let rows = json["facts"]?.array else { return nil }
        var facts: [Fact] = []
        for row in rows {
            guard let pair = row.array, pair.count == 2, let name = pair[0].string,
                let value = FactValue(json: pair[1])
            else { return nil }
            facts.append(Fact(name, value))
        }
        self.init(code, facts)
    }
}

extension FactValue {
    /// The value with its type.
    public var json: JSON {
        switch self {
        case .text(let text): .object(["text": .string(text)])
        case .term(let term): .object(["term": .string(term)])
        case .number(let number): .integer(number)
        case .fraction(let fraction): .object(["fraction": .string(fraction.description)])
        case .instant(let seconds): .object(["instant": .integer(seconds)])
        case .list(let values): .array(values.map(\.json))
        case .statement(let statement): .object(["statement": statement.json])
        }
    }

    /// Reads a value with its type; nil for anything else.
    init?(json: JSON) {
        switch json {
        case .integer(let number): self = .number(number)
        case .array(let items):
            let values = items.compactMap(FactValue.init(json:))
            guard values.count == items.count else { return nil }
            self = .list(values)
        case .object:
            if let text = json["text"]?.string {
                self = .text(text)
            } else if let term = json["term"]?.string {
                self = .term(term)
            } else if let text = json["fraction"]?.string, let fraction = Fraction(text: text) {
                self = .fraction(fraction)
            } else if let seconds = json["instant"]?.integer {
                self = .instant(seconds)
            } else if let inner = json["statement"], let statement = Statement(json: inner) {
                self = .statement(statement)
            } else {
                return nil
            }
        case .string, .boolean: return nil
        }
    }
}

extension Transcript {
    /// The transcript as the minutes keep it: statement, table and depth of each line.
    public var json: JSON {
        .array(
            steps.map { step in
                var members: [String: JSON] = ["statement": step.statement.json]
                if step.depth > 0 { members["depth"] = .integer(step.depth) }
                if let table = step.table {
                    members["table"] = table.json
                }
                return .object(members)
            })
    }

    /// Reads a transcript; nil for anything else.
    public init?(json: JSON) {
        guard let rows = json.array else { return nil }
        self.init()
        for row in rows {
            guard let inner = row["statement"], let statement = Statement(json: inner) else { return nil }
            let table = row["table"].flatMap(Table.init(json:))
            guard (row["table"] == nil) == (table == nil) else { return nil }
            var line = Transcript()
            line.add(statement, table: table)
            add(line, indentedBy: row["depth"]?.integer ?? 0)
        }
    }
}

extension Transcript.Table {
    /// A square table as its options and numbers; any other with the names of its rows, empty cells as "".
    public var json: JSON {
        let cells = rows.map { JSON.array($0.cells.map { $0?.json ?? .string("") }) }
        guard !isSquare else {
            return .object([
                "headings": .strings(headings.map(\.plain)),
                "rows": .array(
                    rows.enumerated().map { place, row in
                        .array(
                            row.cells.enumerated().map {
                                $0.offset == place ? .integer(0) : $0.element?.json ?? .integer(0)
                            })
                    }),
            ])
        }
        return .object([
            "headings": .array(headings.map(\.json)), "names": .array(rows.map(\.name.json)),
            "rows": .array(cells),
        ])
    }

    init?(json: JSON) {
        guard let headings = json["headings"]?.array, let rows = json["rows"]?.array else { return nil }
        guard let names = json["names"]?.array else {
            let options = headings.compactMap(\.string)
            let numbers = rows.map { $0.array?.compactMap(\.integer) ?? [] }
            guard options.count == headings.count, numbers.count == options.count,
                numbers.allSatisfy({ $0.count == options.count })
            else { return nil }
            self.init(of: options, numbers)
            return
        }
        let columns = headings.compactMap(FactValue.init(json:))
        guard columns.count == headings.count, names.count == rows.count else { return nil }
        var lines: [Row] = []
        for (name, row) in zip(names, rows) {
            guard let name = FactValue(json: name), let cells = row.array, cells.count == columns.count else {
                return nil
            }
            let values = cells.map { $0.string == "" ? nil : FactValue(json: $0) }
            guard zip(cells, values).allSatisfy({ $0.string == "" || $1 != nil }) else { return nil }
            lines.append(Row(name, values))
        }
        self.init(headings: columns, rows: lines)
    }
}

extension FactValue {
    /// The text of a text or a term; empty for any other value.
    var plain: String {
        switch self {
        case .text(let text), .term(let text): text
        case .number, .fraction, .instant, .list, .statement: ""
        }
    }
}
