import TingTally

/// What more of something does to a procedure, by the key it stands under.
struct Sense {
    /// What more does.
    enum More {
        /// More of it makes it harder to adopt something, or easier to stop it.
        case stricter
        /// More of it makes it easier.
        case looser
        /// It depends.
        case unclear
        /// It is words for people.
        case words
    }
    /// What more does.
    let more: More
    /// What it is where the key is left out, or says `none`.
    let missing: Measure

    /// The sense of a key.
    ///
    /// - Parameters:
    ///   - path: The keys from the state, rule or section down to it, without the names that stewards chose.
    ///   - kind: The kind of the state it belongs to; nil outside of states.
    init(_ path: [String], kind: String?) {
        let key = path.last ?? ""
        let above = path.dropLast().last { $0 != "*" } ?? ""
        let word =
            Sense.exact[above + "." + key] ?? kind.flatMap { Sense.exact[$0 + "." + key] }
            ?? Sense.exact[key] ?? "?"
        more =
            switch word.first {
            case "+": .stricter
            case "-": .looser
            case "w": .words
            default: .unclear
            }
        // A bound from above that is missing is no bound; anything else that is missing is nothing.
        missing = word.hasSuffix("^") ? .more : .less
    }

    /// What a change of measure does.
    func direction(of measure: Measure?) -> Change.Direction {
        switch (more, measure) {
        case (.words, _): .words
        case (.unclear, _), (_, nil), (_, .unclear): .different
        case (.stricter, .more), (.looser, .less): .stricter
        case (.stricter, .less), (.looser, .more): .looser
        }
    }

    /// By key, or by the key above it or the kind and the key: `+` more is stricter, `-` more is looser, `w`
    /// words; `^` where it is missing there is no bound.
    private static let exact: [String: String] = [
        "title": "w", "basis": "w", "waits-for": "w", "does": "w", "template": "w", "because": "w",
        "workflow": "w",
        // Times.
        "at-least": "+", "member-for": "+", "in-total-at-most": "-^", "cooldown": "+", "sunset": "-^",
        "sunset.after": "-^", "after-silence-of": "+", "ends-within": "-^", "within": "+",
        "close-early.after": "+", "close-early.passing-after": "+", "by-at-most": "-",
        "each-amendment": "+", "given": "+", "adjusted-by.by-at-most": "-",
        // Numbers.
        "at-most": "-^", "each-at-most": "-^", "number.at-least": "+", "number.at-most": "-^",
        "never-fewer-than": "+", "minimum-yes": "+", "group-cap": "-^", "least-sum": "+", "sponsors": "+",
        "contributions": "+", "seconded-by": "+", "answers": "+", "support.sponsors": "+",
        "from-at-least": "+", "most-ranks": "?", "visits.at-most": "-^", "proxies.at-most": "-",
        // Shares.
        "majority": "+", "share": "+", "each-class.*": "+", "ballots": "+", "floor.majority": "+",
        "ratio": "+", "quorum": "+", "each-option": "+", "floor": "+", "each-option.quorum": "+",
        // People.
        "sponsorship.by": "-", "collect.by": "-", "options.by": "-", "actions.by": "-", "amendments.by": "-",
        "comments": "-", "co-authors": "-", "ended-by": "-", "veto.by": "+", "appeals.by": "+",
        "concerns.by": "+", "objected-by": "+", "except": "+", "without": "+", "must-abstain": "+",
        "notify": "+", "remind": "+", "remind.to": "+", "notice.to": "+", "excused-by": "-", "who": "-",
        "amendments": "-", "options": "-", "deliberation.options": "-", "appeals": "+", "concerns": "+",
        "minor": "-", "renewed-by": "-",
        // Words from a list.
        "reason": "+", "after-minimum": "+", "secret": "+", "restart-the-clock": "+",
        "must-be-resolved": "+", "attach": "+", "cost": "+", "group": "+", "written": "+", "proxies": "-",
        "close-early": "-", "silence": "+", "objections": "-", "untested": "-", "tie": "-", "support": "+",
        "standing": "+", "visits": "+",
        // Lists.
        "in-favour": "-", "veto.grounds": "+", "counting": "-", "overturned-when": "+",
        "adopted-only-after": "-^", "secret-until-closing": "+", "each-needs.fields": "+",
        "each-needs": "+", "duties.*": "+", "time-between": "+", "frozen-text": "+", "each-class": "+",
        "caps": "+", "fields.*": "+", "accepts": "w",
    ]
}
