public import TingTally

/// The author and co-authors write; the author submits.
public struct DraftKind: StateKind {
    /// The word after `kind:`.
    public static let word = "draft"
    /// Who may become a co-author; nobody, where the file does not say.
    public static let keys = [Key("co-authors", .phrase(.people))]
    /// The deed by which somebody asks to write along.
    public static let askVerb = "ask-to-join"
    /// The deed by which the author takes in all who have asked.
    public static let acceptVerb = "take-in"
    /// The deed by which a co-author steps back.
    public static let leaveVerb = "step-back"
    /// A draft ends when it is submitted, so it lasts at most so long, or waits.
    public static let clocks: [ClockForm] = [.between, .waits]

    /// Whether a minimum time must pass before the proposal can be submitted.
    let timing: DeedForm.Timing
    /// Who may become a co-author; nil for nobody.
    public let coAuthors: People?
    /// Where the state's name stands in the file.
    let mark: Mark

    /// Reads the kind; reports what is wrong and puts something harmless in its place.
    public init(_ map: MapReader) {
        timing = map.clock.timingOfDeeds
        coAuthors = map.people("co-authors")
        mark = map.mark
    }

    /// Submitted or not.
    public var outcomes: [OutcomeForm] {
        [OutcomeForm("submitted", byPeople: true), OutcomeForm("not-submitted")]
    }

    /// The author submits, and takes in who asks to write along.
    public func deeds(in workflow: Workflow) -> [DeedForm] {
        let submit = DeedForm("submit", by: .author, timing: timing, mark: mark)
        guard let coAuthors else { return [submit] }
        return [
            submit,
            DeedForm(
                Self.askVerb, by: coAuthors, except: People([.relation(.author), .relation(.coAuthors)]),
                times: .often, mark: mark),
            DeedForm(Self.acceptVerb, by: .author, times: .often, mark: mark),
            DeedForm(Self.leaveVerb, by: People([.relation(.coAuthors)]), times: .often, mark: mark),
        ]
    }

    /// One asks once at a time, and only who has asked is taken in.
    public func objection(to deed: Deed, in visit: Visit, of workflow: Workflow, zone: Zone) -> Statement? {
        switch deed.verb {
        case Self.askVerb where visit.asking.contains(deed.by): Statement("asked-already")
        case Self.acceptVerb where visit.asking.isEmpty: Statement("nobody-asked")
        default: nil
        }
    }

    /// Nobody is taken in before somebody has asked.
    public func isOpen(_ form: DeedForm, in visit: Visit) -> Bool {
        form.verb != Self.acceptVerb || !visit.asking.isEmpty
    }

    /// Submitted, as soon as it is.
    public func outcome(after deed: Deed, in visit: Visit, of workflow: Workflow) -> String? {
        deed.verb == "submit" ? "submitted" : nil
    }

    /// Not submitted in time.
    public func outcomeWhenTimeIsUp(in visit: Visit, of workflow: Workflow) -> String { "not-submitted" }

    /// The author and co-authors change the text as they like.
    public var writing: Writing {
        Writing(comments: .anyMember, amendments: People([.relation(.author), .relation(.coAuthors)]))
    }
}

extension Visit {
    /// Who has asked to write along since the author last took anybody in; in order, each once.
    public var asking: [String] {
        var asking: [String] = []
        for deed in deeds {
            if deed.verb == DraftKind.askVerb, !asking.contains(deed.by) { asking.append(deed.by) }
            if deed.verb == DraftKind.acceptVerb { asking = [] }
        }
        return asking
    }
}
