import TingClerk
import TingTally
import TingWorkflow
import TingYAML

/// A short workflow with a story to be told, for trying the rehearsal itself.
struct SmallWorkflow {
    let text: String
    let workflow: Workflow

    /// Reads the workflow with one story.
    ///
    /// - Parameter story: The lines of the story after its title, each indented by four spaces.
    init(_ story: String) throws {
        text = Self.procedure + "scenarios:\n  - title: The story\n" + story + "\n"
        workflow = try Workflow.read(YAML.read(text))
    }

    /// Plays the story; statements read as their codes.
    func play() -> PlayedScenario {
        Rehearsal(workflow, zone: .utc) { $0.code == "majority-met" ? "More than half agree." : $0.code }
            .play(workflow.scenarios[0])
    }

    /// The last line of the file that has this text, from 1.
    func line(of part: String) -> Int {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return (lines.lastIndex { $0.contains(part) } ?? -1) + 1
    }

    private static let procedure = """
        ting: 1
        workflow: small
        title: A small procedure
        basis: ours
        time-zone: Europe/Stockholm
        needs:
          roles: [board, chair]
          classes: [workers, users]
        rules:
          plain:
            quorum: none
            majority: more than 1/2 of votes cast
            each-class:
              workers: more than 1/2 of votes cast
        first: draft
        states:
          draft:
            kind: draft
            lasts: {at-most: 30 days}
            outcomes:
              submitted: discussion
              not-submitted: lapsed
          discussion:
            kind: deliberation
            amendments: {by: author}
            lasts: {at-least: 3 days, at-most: 30 days, ended-by: chair}
            actions:
              stop: {by: author, goto: lapsed, reason: required}
            outcomes:
              ended: vote
          vote:
            kind: vote
            asks: the proposal
            ballot: yes, no or abstain
            secret: no
            change-ballot: never
            electorate:
              who: members
              as-of: opening
            proxies: none
            lasts: 7 days
            decides: plain
            tie: fails
            close-early: never
            extend: none
            outcomes:
              passed: veto
              failed: rejected
          veto:
            kind: veto
            by: 2 of board
            grounds: [law, cost]
            lasts: {at-most: 5 days}
            outcomes:
              vetoed: rejected
              not-vetoed: adopted
          adopted:
            kind: final
            result: adopted
          rejected:
            kind: final
            result: rejected
          lapsed:
            kind: final
            result: lapsed

        """
}
