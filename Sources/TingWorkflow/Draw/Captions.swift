import TingTally

/// The words in a drawing: of boxes, of arrows, and of the whole.
struct Captions {
    let workflow: Workflow
    let language: String
    let words: (Statement) -> String
    let telling: Telling

    init(_ workflow: Workflow, language: String, words: @escaping (Statement) -> String) {
        self.workflow = workflow
        self.language = language
        self.words = words
        telling = Telling(workflow, in: language)
    }

    func say(_ code: String, _ facts: [Fact] = []) -> String { words(Statement(code, facts)) }

    /// A word of the program, or a name that a steward chose.
    func term(_ word: String) -> String { say("draw-term", [.term("word", word)]) }

    /// A state's box.
    func box(_ state: State) -> Drawing.Box {
        let result = state.kind.final?.result
        var kind = term(result?.rawValue ?? state.kind.word)
        let time = time(state.clock)
        if !time.isEmpty { kind = say("draw-lasting", [.text("kind", kind), .text("time", time)]) }
        let title = state.title.text(in: language)
        // A final state that is called by its result needs no second word for it.
        if kind.lowercased() == title.lowercased() { kind = "" }
        return Drawing.Box(
            name: state.name, title: title, kind: kind, rule: rule(of: state),
            result: result?.drawn, isVote: state.kind.vote != nil)
    }

    /// The moves out of a state, each with the name of the state it leads to.
    func moves(of state: State) -> [(String, Drawing.Arrow.Move)] {
        let outcomes = state.outcomes.map { exit in
            (exit.goto, Drawing.Arrow.Move(label: term(exit.name), style: .outcome))
        }
        let actions = state.actions.map { action in
            let facts: [Fact] = [.text("action", action.name), .text("people", people(action.by))]
            return (action.goto, Drawing.Arrow.Move(label: say("draw-action", facts), style: .action))
        }
        var moves = outcomes + actions
        if let support = state.support {
            moves.append((support.otherwise, Drawing.Arrow.Move(label: say("draw-support"), style: .action)))
        }
        guard let limit = state.visits else { return moves }
        let label = say("draw-limit", [.number("visits", limit.atMost)])
        return moves + [(limit.then, Drawing.Arrow.Move(label: label, style: .limit))]
    }

    /// Who acts, or what decides.
    private func rule(of state: State) -> String {
        if let vote = state.kind.vote { return rule(of: vote) }
        if let sponsorship = state.kind as? SponsorshipKind, let sponsors = sponsorship.sponsors {
            return texts(usualFirst(sponsors).map(self.sponsors))
        }
        if let asked = (state.kind as? RollCallKind)?.attendance {
            return say(
                "draw-roll",
                [
                    .term("comparison", asked.comparison.rawValue), .fraction("amount", asked.amount),
                    Fact("group", telling.group(asked.of)),
                ])
        }
        if let task = state.kind as? TaskKind {
            return say(
                "draw-task", [.text("task", task.does.text(in: language)), .text("people", people(task.by))])
        }
        if let options = state.kind.writing.options {
            return say("draw-options", [.text("people", people(options.by))])
        }
        if let by = state.clock.endedBy { return say("draw-ended-by", [.text("people", people(by))]) }
        // What is left to do after an end is no part of the picture.
        guard state.kind.final == nil, let deed = state.kind.deeds(in: workflow).first else { return "" }
        return say("draw-by", [.text("people", people(deed.by))])
    }

    private func sponsors(_ amount: Amount) -> String {
        let comparison = Fact.term("comparison", amount.comparison.rawValue)
        let text = amount.formula.description
        guard let count = Int(text) else { return say("draw-sponsors", [comparison, .text("amount", text)]) }
        return say("draw-sponsors-count", [comparison, .number("count", count)])
    }

    /// Several texts as one, each once.
    func texts(_ texts: [String]) -> String {
        var each: [String] = []
        for text in texts where !each.contains(text) { each.append(text) }
        return each.count == 1 ? each[0] : say("draw-or", [.list("texts", each)])
    }

    /// People as the language says them.
    func people(_ people: People) -> String {
        say("draw-text", [Fact("text", telling.actors(people))])
    }

    /// The drawing in words: how many states there are, the way straight through, and the ends.
    func description(of boxes: [Drawing.Box], main: [Drawing.Arrow], first: Int?) -> String {
        var sentences = [say("draw-description", [.number("states", boxes.count)])]
        if let first, !main.isEmpty {
            let way = [boxes[first].title] + main.map { boxes[$0.to].title }
            sentences.append(say("draw-description-way", [.list("titles", way)]))
        }
        let ends = boxes.filter { $0.result != nil }.map(\.title)
        if !ends.isEmpty { sentences.append(say("draw-description-ends", [.list("titles", ends)])) }
        return sentences.joined(separator: " ")
    }
}

extension Clock {
    /// Who may end it; nil when nobody may.
    fileprivate var endedBy: People? {
        if case .between(_, _, let people) = self { people } else { nil }
    }
}

extension FinalKind.Result {
    /// The result in whose colours an end is drawn: what was left undecided is drawn as what has lapsed.
    fileprivate var drawn: FinalKind.Result {
        switch self {
        case .postponed, .closed: .lapsed
        case .adopted, .rejected, .lapsed, .withdrawn: self
        }
    }
}
