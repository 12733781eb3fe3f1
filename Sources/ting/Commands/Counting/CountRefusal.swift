import TingProceedings
import TingTally

extension TallyError {
    /// How a count ends that could not be made of ballots which could be read.
    ///
    /// What was asked does not fit the ballots then, and another method, flag or rule will: that is wrong
    /// use. Sums that are too large are the file's own, and votes that got lost a fault of the program.
    var asCountRefusal: any Error {
        switch statement.code {
        case "arithmetic-overflow", "count-overflow": BadFile(statement)
        case "votes-not-conserved", "first-choices-do-not-add-up", "budget-not-conserved":
            Fault(statement.code, statement.facts)
        default: WrongUse(statement)
        }
    }
}
