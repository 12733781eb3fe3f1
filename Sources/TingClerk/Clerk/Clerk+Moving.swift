public import TingProceedings
import TingWorkflow

extension Clerk {
    /// An open proposal, and whether it could move to another version of its workflow.
    public struct MovingCase: Sendable {
        /// The proposal's card.
        public let card: Card
        /// The file of the version it runs under.
        public let pinned: [UInt8]
        /// Whether it could move, and why not.
        public let plan: MovingPlan
    }

    /// The plans for moving every open proposal of a workflow to another version; nothing is written.
    ///
    /// - Parameter bytes: The file of the other version.
    /// - Throws: `Unreadable` for a file with errors, ``MinutesError``.
    public func plans(forMovingTo bytes: [UInt8], at moment: Moment) throws -> [MovingCase] {
        let new = try library.workflow(bytes, named: "")
        return try ask(moment) { desk in
            try desk.reading.cards(running: true).compactMap { card in
                let matter = try desk.matter(card.number)
                guard matter.proposal.workflow == new.id,
                    let pinned = try desk.reading.document(matter.proposal.pinned),
                    let plan = matter.proposal.plan(
                        movingTo: new, pinned: Hashing.digest(bytes),
                        assets: Proposal.Assets(roles: settings.roles, classes: settings.classes),
                        in: try desk.situation(of: matter, withBallots: false))
                else { return nil }
                return MovingCase(card: card, pinned: pinned, plan: plan)
            }
        }
    }
}
