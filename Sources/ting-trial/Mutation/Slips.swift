/// Other words for a phrase: what somebody's slip would make of it.
enum Slips {
    /// A slip and the words that it leaves.
    typealias Slipped = (slip: Fault.Slip, words: String)

    /// What can be said of a share or an amount: `at least 1/10 of electorate`, `more than 1/2 of votes cast`.
    static func amount(_ text: String) -> [Slipped] {
        var slipped: [Slipped] = []
        let words = text.split(separator: " ").map(String.init)
        if text.hasPrefix("more than ") {
            slipped.append((.strictnessFlipped, "at least " + text.dropFirst("more than ".count)))
        } else if text.hasPrefix("at least ") {
            slipped.append((.strictnessFlipped, "more than " + text.dropFirst("at least ".count)))
        }
        for (place, word) in words.enumerated() {
            for (slip, other) in numbers(word) {
                var changed = words
                changed[place] = other
                slipped.append((slip, changed.joined(separator: " ")))
            }
        }
        for (base, other) in [
            ("votes cast", "ballots cast"), ("ballots cast", "votes cast"), ("electorate", "votes cast"),
        ]
        where text.hasSuffix(" of " + base) {
            slipped.append((.baseChanged, text.dropLast(base.count) + other))
        }
        return slipped
    }

    /// A fraction or a whole number, once lower and once higher.
    private static func numbers(_ word: String) -> [Slipped] {
        let parts = word.split(separator: "/").map { Int($0) }
        if parts.count == 2, let top = parts[0], let bottom = parts[1], bottom > 0 {
            let next = [
                "1/2": ("1/3", "2/3"), "2/3": ("1/2", "3/4"), "3/4": ("2/3", "4/5"), "1/3": ("1/4", "1/2"),
            ]
            let (lower, higher) = next[word] ?? ("\(top)/\(bottom + 1)", "\(top + 1)/\(bottom + 1)")
            return [(.thresholdLowered, lower), (.thresholdRaised, higher)]
        }
        guard let number = Int(word) else { return [] }
        return (number > 1 ? [(.numberLowered, "\(number - 1)")] : []) + [(.numberRaised, "\(number + 1)")]
    }

    /// A bare whole number.
    static func whole(_ text: String) -> [Slipped] { Int(text) == nil ? [] : numbers(text) }

    /// Every duration in a phrase, once shorter and once longer: `14 days`, `4 to 6 weeks before general-meeting`.
    static func time(_ text: String) -> [Slipped] {
        let words = text.split(separator: " ").map(String.init)
        var slipped: [Slipped] = []
        for (place, word) in words.enumerated() {
            guard let count = Int(word), place + 1 < words.count else { continue }
            let isRange = words[place + 1] == "to"
            let isEndOfRange = place > 1 && words[place - 1] == "to"
            let unit = isRange ? place + 3 : place + 1
            guard unit < words.count, let singular = units.first(where: { words[unit].hasPrefix($0) }) else {
                continue
            }
            func put(_ slip: Fault.Slip, _ number: Int, _ name: String) {
                var changed = words
                changed[place] = "\(number)"
                if !isRange, !isEndOfRange { changed[unit] = number == 1 ? name : name + "s" }
                slipped.append((slip, changed.joined(separator: " ")))
            }
            if count > 1 {
                put(.timeShortened, count - 1, singular)
            } else if let (number, name) = less[singular], !isRange, !isEndOfRange {
                put(.timeShortened, number, name)
            }
            put(.timeLengthened, count + 1, singular)
        }
        return slipped
    }

    private static let units = ["minute", "hour", "day", "week", "month", "year"]
    private static let less = [
        "hour": (59, "minute"), "day": (23, "hour"), "week": (6, "day"), "month": (3, "week"),
        "year": (11, "month"),
    ]

    /// Whoever may do something: more people than meant, or fewer of them together.
    static func people(_ text: String) -> [Slipped] {
        if text == "any member" || text == "members" { return [(.peopleNarrowed, "author")] }
        var slipped: [Slipped] = [(.peopleWidened, "any member")]
        for beginning in ["each of ", "all of "] where text.hasPrefix(beginning) {
            slipped.append((.fewerTogether, String(text.dropFirst(beginning.count))))
        }
        let words = text.split(separator: " ").map(String.init)
        if words.count > 2, let number = Int(words[0]), number > 1, words[1] == "of" {
            let fewer =
                number == 2
                ? words[2...].joined(separator: " ") : "\(number - 1) " + words[1...].joined(separator: " ")
            slipped.append((.fewerTogether, fewer))
        }
        return slipped
    }

    /// The other word of a closed list.
    static func word(_ text: String, of key: String) -> [Slipped] {
        let others: [String: [String: String]] = [
            "change-ballot": ["until closing": "never", "never": "until closing"],
            "close-early": [
                "never": "when all have voted", "when all have voted": "never",
                "when all have answered": "never",
            ],
            "silence": ["consents": "counts for nothing", "counts for nothing": "consents"],
            "untested": ["valid": "falls", "falls": "valid"],
        ]
        if let other = others[key]?[text] { return [(.wordFlipped, other)] }
        if key == "tie" { return [(.tieChanged, text == "fails" ? "outcome" : "fails")] }
        if key == "result" { return [(.resultChanged, text == "adopted" ? "rejected" : "adopted")] }
        // Secrecy is told apart; other switches stand one way or the other.
        if key != "secret", key != "written", let other = ["yes": "no", "no": "yes"][text] {
            return [(.wordFlipped, other)]
        }
        return []
    }
}
