import TingTally
import TingWorkflow

/// The fields of a proposal that hold an amount.
extension Workflow {
    /// The amounts in these fields, by the field's name; fields that hold none are left out.
    func amounts(in fields: [String: String]) -> [String: Fraction] {
        var amounts: [String: Fraction] = [:]
        for field in proposal.fields where field.form == .money {
            if let amount = fields[field.name].flatMap(Fraction.init(money:)) { amounts[field.name] = amount }
        }
        return amounts
    }

    /// What is wrong with the amounts in these fields; a field left empty is not looked at, unless it must
    /// be filled in.
    func faults(ofAmountsIn fields: [String: String]) -> [Statement] {
        proposal.fields.filter { $0.form == .money }.compactMap { field in
            let name = Fact.text("field", field.name)
            guard let text = fields[field.name], !text.allSatisfy(\.isWhitespace) else {
                return field.required ? Statement("field-missing", [name]) : nil
            }
            guard let amount = Fraction(money: text), amount > Fraction(0) else {
                return Statement("field-not-an-amount", [name, .text("text", text)])
            }
            return nil
        }
    }
}
