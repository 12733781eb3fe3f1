extension Clock: CustomStringConvertible {
    /// The clock in the words of the file, in one line; empty for a final state.
    public var description: String {
        switch self {
        case .exactly(let periods): return Clock.text(periods)
        case .between(let atLeast, let atMost, let endedBy):
            let parts = [
                atLeast.map { "at least \($0)" }, atMost.map { "at most \(Clock.text($0))" },
                endedBy.map { "ended by \($0)" },
            ]
            return parts.compactMap { $0 }.joined(separator: ", ")
        case .extendable(let bounds): return "\(bounds.endsAfter), extendable to \(bounds.extendableTo)"
        case .afterQuorum(let period, let atMost): return "\(period) after the quorum, at most \(atMost)"
        case .waits: return "waits"
        case .untilEnd(let meeting): return "until end of \(meeting)"
        case .none: return ""
        }
    }

    /// Periods by subject: `3 days or 7 days`; each once.
    private static func text(_ periods: BySubject<Period>) -> String {
        var texts: [String] = []
        for period in periods.all where !texts.contains(period.description) {
            texts.append(period.description)
        }
        return texts.joined(separator: " or ")
    }
}
