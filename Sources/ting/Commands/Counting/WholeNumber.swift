import ArgumentParser
import TingTally

/// A whole number as it was given to a flag; read later, so that a mistake is said in words of our own.
struct WholeNumber: ExpressibleByArgument {
    /// What was given.
    let text: String

    init(argument: String) { text = argument }

    /// The number.
    ///
    /// - Throws: ``WrongUse`` when it is no whole number, or lower than the least one.
    func value(of flag: String, from least: Int) throws -> Int {
        guard let number = Int(text) else {
            throw WrongUse("whole-number-form", [.text("flag", flag), .text("text", text)])
        }
        guard number >= least else {
            throw WrongUse(
                "number-too-small",
                [.text("flag", flag), .number("least", least), .number("given", number)])
        }
        return number
    }
}
