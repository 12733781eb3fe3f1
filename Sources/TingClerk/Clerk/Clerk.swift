import TingProceedings
import TingTally
public import TingWorkflow

/// Takes a paper, checks the roll, asks the rules, writes the minutes, hands out a receipt.
///
/// A clerk is the one door to an assembly: the command line, a server and the
/// rehearsal of scenarios all enter here. Every use case is a method in a file
/// of its own; each opens one transaction, first lets every deadline fire that
/// is due (``Desk/catchUp(to:)``), and writes everything or nothing.
public struct Clerk: Sendable {
    /// The record.
    public let minutes: any Minutes
    /// Where workflows come from.
    public let library: any Library
    /// What the folder's `ting.yaml` says.
    public let settings: AssemblySettings
    /// Where random bytes come from.
    public let chance: any Chance

    /// Makes a clerk.
    public init(minutes: any Minutes, library: any Library, settings: AssemblySettings, chance: any Chance) {
        self.minutes = minutes
        self.library = library
        self.settings = settings
        self.chance = chance
    }

    /// Two times that are the same in an ordinary assembly: when a command takes
    /// effect, and when it is written down.
    public struct Moment: Hashable, Sendable {
        /// When it takes effect.
        public var effective: Instant
        /// When it is written down.
        public var recorded: Instant

        /// Makes a moment.
        public init(effective: Instant, recorded: Instant) {
            self.effective = effective
            self.recorded = recorded
        }
    }

    /// Opens a write, brings the assembly up to date, and does one thing.
    ///
    /// Time in the record never runs back: a command that read the clock before
    /// another was written takes effect when that other did, not before it.
    /// When the body throws, what the deadlines did is taken back too; they
    /// fire again, with the same effect, in whatever comes next.
    func write<Result>(_ moment: Moment, _ body: (Desk) throws -> Result) throws -> Result {
        try minutes.write { transaction in
            let latest = try transaction.latest() ?? moment.effective
            let desk = Desk(
                self, transaction,
                Moment(effective: max(moment.effective, latest), recorded: moment.recorded))
            try desk.catchUp()
            return try body(desk)
        }
    }

    /// Answers a question as of a moment, whether or not somebody has let the deadlines fire.
    ///
    /// Nothing is written: deadlines that are due fire in a rehearsal.
    func ask<Result>(_ moment: Moment, _ body: (ReadingDesk) throws -> Result) throws -> Result {
        let answer: Result? = try minutes.read { reading in
            guard try reading.firstDue(notAfter: moment.effective) == nil else { return nil }
            return try body(ReadingDesk(self, reading, moment))
        }
        if let answer { return answer }
        return try minutes.rehearse { transaction in
            try Desk(self, transaction, moment).catchUp()
            return try body(ReadingDesk(self, transaction, moment))
        }
    }
}
