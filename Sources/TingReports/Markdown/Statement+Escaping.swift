import TingTally

extension Statement {
    /// The same statement with every text in it changed, at any depth.
    func mappingTexts(_ change: (String) -> String) -> Statement {
        Statement(code, facts.map { Fact($0.name, $0.value.mappingTexts(change)) })
    }
}

extension FactValue {
    fileprivate func mappingTexts(_ change: (String) -> String) -> FactValue {
        switch self {
        case .text(let text): .text(change(text))
        case .list(let values): .list(values.map { $0.mappingTexts(change) })
        case .statement(let statement): .statement(statement.mappingTexts(change))
        case .term, .number, .fraction, .instant: self
        }
    }
}
