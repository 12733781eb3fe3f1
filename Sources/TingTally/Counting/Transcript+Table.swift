extension Transcript {
    /// A table of the count: a matrix of pairs, the votes of a round, a payment by project.
    public struct Table: Hashable, Sendable {
        /// One row: what it is about, and a cell under every heading; nil leaves a cell empty.
        public struct Row: Hashable, Sendable {
            /// An option's name, or a word of the program.
            public let name: FactValue
            /// Numbers and exact fractions, or words; as many as there are headings.
            public let cells: [FactValue?]

            /// Makes a row.
            public init(_ name: FactValue, _ cells: [FactValue?]) {
                self.name = name
                self.cells = cells
            }
        }

        /// What stands above each column: an option's name, or a word of the program.
        public let headings: [FactValue]
        /// The rows, in the order of the ballot paper unless the line above says otherwise.
        public let rows: [Row]
        /// Whether rows and columns are the same options: row i, column j is about option i over option j.
        public let isSquare: Bool

        /// Makes a table.
        public init(headings: [FactValue], rows: [Row]) {
            self.headings = headings
            self.rows = rows
            isSquare = false
        }

        /// Makes a square table of each option over each other, with an empty diagonal.
        public init(of options: [String], _ numbers: [[Int]]) {
            self.init(of: options, values: numbers.map { $0.map(FactValue.number) })
        }

        /// Makes a square table of what is said of each option over each other, with an empty diagonal.
        public init(of options: [String], values: [[FactValue]]) {
            headings = options.map(FactValue.text)
            rows = zip(options.indices, zip(options, values)).map { place, row in
                Row(.text(row.0), row.1.enumerated().map { $0.offset == place ? nil : $0.element })
            }
            isSquare = true
        }
    }
}
