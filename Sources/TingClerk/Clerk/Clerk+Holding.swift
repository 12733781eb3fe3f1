import TingProceedings
import TingTally
import TingWorkflow

extension Clerk {
    /// Tells every proposal that waits for another that it has ended so, whatever the record says of that other.
    ///
    /// For rehearsals, in which the other proposal has no story of its own.
    func tell(ofEnd result: String, of number: Int, at moment: Moment) throws {
        try write(moment) { desk in try desk.tell(ofEnd: result, of: number, at: moment.effective) }
    }
}
