import TingProceedings
import TingReports
import TingTally
import TingWorkflow

/// What happened, as sentences.
enum History {
    /// The sentence for an event; nil for those that another event tells already.
    static func statement(for event: ProposalEvent, _ names: Names) -> Statement? {
        switch event.fact {
        case .proposed(let event): Statement("history-proposed", [.text("by", names[event.author])])
        case .entered(let event):
            if let ends = event.ends {
                Statement(
                    "history-entered-until", [.text("state", event.state), .instant("ends", ends.seconds)])
            } else {
                Statement("history-entered", [.text("state", event.state)])
            }
        case .left(let event):
            if let action = event.action {
                Statement(
                    "history-left-by-action",
                    [.text("state", event.state), .text("action", action), .text("to", event.to)])
            } else {
                Statement(
                    "history-left",
                    [
                        .text("state", event.state), .term("outcome", event.outcome ?? ""),
                        .text("to", event.to),
                    ])
            }
        case .clockMoved(let event):
            Statement("history-clock", [.instant("to", event.to.seconds), .term("why", event.why)])
        case .acted(let deed): acted(deed, names)
        case .commented(let event): Statement("history-commented", [.text("by", names[event.by])])
        case .amended(let event):
            Statement("history-amended", [.text("by", names[event.by]), .number("version", event.version)])
        case .optionOffered(let event):
            event.sentence(
                "history-option",
                [.text("by", names[event.by]), .text("letter", event.letter), .text("title", event.title)])
        case .optionSeconded(let letter, let by):
            Statement("history-seconded", [.text("by", names[by]), .text("letter", letter)])
        case .classified(let event):
            Statement(
                event.option == nil ? "history-classified" : "history-option-classified",
                [
                    .text("by", names[event.by]), .list("subjects", event.subjects),
                    .text("letter", event.option ?? ""),
                ])
        case .asked(let event): Statement("history-asked", [.number("members", event.members.count)])
        case .otherEnded(let proposal, let result):
            Statement("history-other-ended", [.text("proposal", "P-\(proposal)"), .term("result", result)])
        case .reckoned(let event): Statement("history-reckoned", [.term("outcome", event.outcome)])
        case .voteOpened(let event):
            Statement("history-vote-opened", [.number("size", event.size), .text("rule", event.rule)])
        case .voteClosed(let event):
            Statement(
                "history-vote-closed", [.number("ballots", event.ballots), .term("outcome", event.outcome)])
        case .finished(let event): Statement("history-finished", [.term("result", event.result)])
        }
    }

    /// What is told below the sentence of an event: how something was reckoned, what follows after the end.
    static func lines(below event: ProposalEvent) -> [Statement] {
        switch event.fact {
        case .reckoned(let reckoned): reckoned.lines
        case .finished(let finished): finished.aftermath.statements(after: event.at)
        default: []
        }
    }

    private static func acted(_ deed: Deed, _ names: Names) -> Statement {
        var facts: [Fact] = [.text("by", names[deed.by]), .text("verb", deed.verb)]
        if let date = deed.date {
            switch deed.verb {
            case FinalKind.renewVerb:
                return Statement("history-renewed", facts + [.instant("until", date.seconds)])
            case FinalKind.reportVerb: return Statement("history-reported", facts)
            case FinalKind.reviewVerb: return Statement("history-reviewed", facts)
            default: break
            }
            facts.append(.instant("date", date.seconds))
            guard let meeting = deed.choice else { return Statement("history-moved-end", facts) }
            return Statement("history-set-date", facts + [.text("choice", meeting)])
        }
        switch deed.verb {
        case TakeOverKind.takeOverVerb: return Statement("history-took-over", facts)
        case DraftKind.askVerb: return Statement("history-asked-to-join", facts)
        case DraftKind.acceptVerb: return Statement("history-took-in", facts)
        case DraftKind.leaveVerb: return Statement("history-stepped-back", facts)
        case RollCallKind.attendVerb: return Statement("history-attends", facts)
        default: break
        }
        if deed.verb == RollCallKind.closeVerb, let found = RollCallKind.Found(deed.choice) {
            return Statement(
                "history-roll-closed",
                facts + [.number("present", found.present), .number("size", found.size)])
        }
        if let number = deed.number {
            facts.append(.number("number", number))
            guard let title = deed.title else { return Statement("history-acted-on", facts) }
            return Statement("history-acted-on-named", facts + [.text("title", title)])
        }
        if let choice = deed.choice {
            return Statement("history-chose", facts + [.text("choice", names[choice])])
        }
        return Statement("history-acted", facts)
    }
}
