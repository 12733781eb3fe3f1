import ArgumentParser
import TingClerk
import TingProceedings
import TingTally
import TingWorkflow

/// Does one thing and shows what became of it.
func act(
    _ verb: String, on proposal: ProposalName, _ options: GlobalOptions, choice: String? = nil,
    reason: String? = nil, date: String? = nil, title: String? = nil, text: String? = nil
) throws {
    let office = try Office(options)
    let instant = try date.map { text in
        guard let instant = InstantText.read(text, in: office.zone) else {
            throw WrongUse("instant-form", [.text("text", text)])
        }
        return instant
    }
    let receipt = try office.clerk.act(
        Clerk.Act(verb: verb, choice: choice, reason: reason, date: instant, title: title, text: text),
        on: proposal.number,
        by: try office.member(), at: office.moment)
    Screen(options, office).show(receipt, office)
}
