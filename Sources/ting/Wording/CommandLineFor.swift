import ArgumentParser
import TingClerk
import TingProceedings
import TingReports
import TingTally
import TingWorkflow

/// The command line by which a person does what a proposal waits for.
struct CommandLineFor {
    let text: String

    init(_ wait: Card.Wait, _ card: Card) {
        let name = "P-\(card.number)"
        let choices = wait.choices.isEmpty ? "" : " " + wait.choices.joined(separator: "|")
        switch wait.verb {
        case "vote", "sponsor", "submit", "withdraw": text = "ting \(wait.verb) \(name)\(choices)"
        case CollectKind.contributeVerb: text = "ting contribute \(name) \"...\""
        default: text = "ting act \(name) \(wait.verb)\(choices)"
        }
    }
}
