import TingTally

/// Reads a table in comma-separated values from its bytes, row by row.
struct CSVScanner {
    private let bytes: [UInt8]
    private var place: Int
    private var line = 1
    /// Where the current row begins.
    private var start = 0
    private var separator = UInt8(ascii: ",")

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    init(bytes: [UInt8]) {
        self.bytes = bytes
        place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let heading = bytes[place...].prefix { $0 != Self.lineFeed && $0 != Self.carriageReturn }
        if heading.contains(UInt8(ascii: ";")), !heading.contains(UInt8(ascii: ",")) {
            separator = UInt8(ascii: ";")
        }
    }

    mutating func rows() throws(CSV.Mistake) -> [CSV.Row] {
        var rows: [CSV.Row] = []
        while place < bytes.count {
            let first = line
            let cells = try row()
            if cells.allSatisfy({ $0.trimmed.isEmpty }) { continue }
            if let heading = rows.first, heading.cells.count != cells.count {
                throw CSV.Mistake(
                    line: first, "csv-cells",
                    [.number("found", cells.count), .number("expected", heading.cells.count)])
            }
            rows.append(CSV.Row(line: first, cells: cells))
        }
        return rows
    }

    private mutating func row() throws(CSV.Mistake) -> [String] {
        var cells: [String] = []
        let first = line
        start = place
        while true {
            cells.append(try cell(ofRowFrom: first))
            try checkLength(ofRowFrom: first)
            guard place < bytes.count else { return cells }
            if bytes[place] == separator {
                place += 1
                try checkLength(ofRowFrom: first)
                continue
            }
            takeLineEnd()
            return cells
        }
    }

    /// Reads a cell; stops before the separator or the end of the line.
    private mutating func cell(ofRowFrom first: Int) throws(CSV.Mistake) -> String {
        let begun = line
        let cell: [UInt8]
        if place < bytes.count, bytes[place] == Self.quote {
            cell = try quoted(ofRowFrom: first)
            guard place == bytes.count || endsCell(bytes[place]) else {
                throw CSV.Mistake(line: line, "csv-after-quote")
            }
        } else {
            cell = try plain(ofRowFrom: first)
        }
        guard let text = String(validating: cell, as: UTF8.self) else {
            throw CSV.Mistake(line: begun, "csv-not-utf8")
        }
        let control = text.unicodeScalars.first {
            $0.properties.generalCategory == .control && $0 != "\t" && $0 != "\n"
        }
        if let control {
            let digits = String(control.value, radix: 16, uppercase: true)
            let code = "U+" + String(repeating: "0", count: 4 - digits.count) + digits
            throw CSV.Mistake(line: begun, "csv-control", [.text("code", code)])
        }
        return text
    }

    private mutating func plain(ofRowFrom first: Int) throws(CSV.Mistake) -> [UInt8] {
        let begun = place
        while place < bytes.count, !endsCell(bytes[place]) {
            guard bytes[place] != Self.quote else { throw CSV.Mistake(line: line, "csv-quote-inside") }
            place += 1
            try checkLength(ofRowFrom: first)
        }
        return Array(bytes[begun..<place])
    }

    /// Reads a cell in quotes; a doubled quote stands for one, and a line may end within.
    private mutating func quoted(ofRowFrom first: Int) throws(CSV.Mistake) -> [UInt8] {
        let begun = line
        var cell: [UInt8] = []
        place += 1
        while place < bytes.count {
            try checkLength(ofRowFrom: first)
            switch bytes[place] {
            case Self.quote:
                place += 1
                guard place < bytes.count, bytes[place] == Self.quote else { return cell }
                cell.append(Self.quote)
                place += 1
            case Self.lineFeed, Self.carriageReturn:
                takeLineEnd()
                cell.append(Self.lineFeed)
            case let byte:
                cell.append(byte)
                place += 1
            }
        }
        throw CSV.Mistake(line: begun, "csv-quote-open")
    }

    private func endsCell(_ byte: UInt8) -> Bool {
        byte == separator || byte == Self.lineFeed || byte == Self.carriageReturn
    }

    /// Takes LF, CR or CR LF.
    private mutating func takeLineEnd() {
        let isReturn = bytes[place] == Self.carriageReturn
        place += 1
        if isReturn, place < bytes.count, bytes[place] == Self.lineFeed { place += 1 }
        line += 1
    }

    private func checkLength(ofRowFrom first: Int) throws(CSV.Mistake) {
        guard place - start <= CSV.longestLine else {
            throw CSV.Mistake(line: first, "csv-line-too-long", [.number("limit", CSV.longestLine)])
        }
    }
}
