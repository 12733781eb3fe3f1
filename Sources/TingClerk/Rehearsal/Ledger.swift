import TingProceedings
import TingWorkflow

/// What the minutes in memory hold, and how to undo what one transaction did.
final class Ledger {
    var entries: [Entry] = []
    /// Where a stream's entries stand among all entries.
    var places: [Stream: [Int]] = [:]
    var latestEffective: Instant?
    var documents: [Digest: [UInt8]] = [:]
    var texts: [Digest: String] = [:]
    var members: [String: Member] = [:]
    /// The roll made from the members; nil when it has to be made anew.
    var rollMade: Roll?
    var people: [String: Person] = [:]
    var membersByHandle: [String: String] = [:]
    var cards: [Int: Card] = [:]
    /// When meetings were held, by the name of the calendar, ascending.
    var meetings: [String: [Instant]] = [:]
    var boxes: [VoteKey: [String: Ballot]] = [:]
    /// Every errand there ever was; its number is its place, from 1.
    var orders: [Errand.Order] = []
    var openErrands: Set<Int> = []

    /// How to undo each step of the transaction, in the order of the steps.
    private var undo: [(Ledger) -> Void] = []
    /// Whose person was kept in the transaction.
    private var peopleKept: Set<String> = []

    /// Remembers how to undo a step.
    func remember(_ step: @escaping (Ledger) -> Void) {
        undo.append(step)
    }

    /// Remembers that somebody's person was kept, to look at the roll when the transaction ends.
    func rememberPerson(of member: String) {
        peopleKept.insert(member)
    }

    /// Ends a transaction whose steps stay.
    ///
    /// - Throws: ``MinutesError/damaged(at:)`` when a person was kept who is not on the roll.
    func finish() throws(MinutesError) {
        if let stranger = peopleKept.filter({ members[$0] == nil }).min() {
            throw MinutesError.damaged(at: stranger)
        }
        undo.removeAll(keepingCapacity: true)
        peopleKept.removeAll()
    }

    /// Ends a transaction whose steps are undone.
    func takeBack() {
        while let step = undo.popLast() { step(self) }
        peopleKept.removeAll()
    }
}
