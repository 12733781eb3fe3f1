import ArgumentParser
import TingClerk
import TingProceedings
import TingReports
import TingTally
import TingWorkflow

/// The names of everybody who has to do with a proposal.
struct Names {
    private let persons: [String: Person]

    init(_ file: Clerk.File, _ office: Office) throws {
        persons = try office.clerk.persons(file.events.flatMap(\.persons) + [file.proposal.author])
    }

    /// The name of a member; the id where no name is kept.
    subscript(id: String) -> String { persons[id]?.name ?? id }
}

extension ProposalEvent {
    /// The members whom the event names.
    var persons: [String] {
        switch fact {
        case .proposed(let event): [event.author] + (event.concerns.map { [$0] } ?? [])
        case .acted(let deed): [deed.by] + (deed.choice.map { [$0] } ?? [])
        case .commented(let event): [event.by]
        case .amended(let event): [event.by]
        case .optionOffered(let event): [event.by]
        case .optionSeconded(_, let by): [by]
        case .classified(let event): [event.by]
        case .asked(let event): event.members
        case .entered, .left, .clockMoved, .reckoned, .otherEnded, .voteOpened, .voteClosed, .finished: []
        }
    }
}
