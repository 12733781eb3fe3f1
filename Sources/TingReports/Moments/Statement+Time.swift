public import TingTally
public import TingWorkflow

extension Statement {
    /// How far off a moment is: `in-days`, `ago-hours` and so on.
    ///
    /// Minutes and hours are cut off to whole ones; from two days on the
    /// nearest number of days is told, so that a clock change makes no 14 days 13.
    public static func distance(to instant: Instant, from now: Instant) -> Statement {
        let isPast = instant < now
        let seconds = isPast ? now.seconds - instant.seconds : instant.seconds - now.seconds
        let (count, unit) =
            if seconds < 3_600 {
                (seconds / 60, "minutes")
            } else if seconds < 2 * 86_400 {
                (seconds / 3_600, "hours")
            } else {
                ((seconds + 43_200) / 86_400, "days")
            }
        return Statement((isPast ? "ago-" : "in-") + unit, [.number("count", count)])
    }

    /// A length of time: `period-days` with its count.
    static func period(_ period: Period) -> Statement {
        Statement("period-\(period.unit.rawValue)", [.number("count", period.count)])
    }
}

extension Fact {
    /// A fact that is a length of time.
    static func period(_ name: String, _ period: Period) -> Fact {
        Fact(name, .statement(.period(period)))
    }

    /// A fact that is a kind of people: any of these.
    static func people(_ name: String, _ people: People) -> Fact {
        Fact(name, .statement(.people(people)))
    }
}

extension Statement {
    /// Who: a statement that reads as `the board or the author`, `2 of the maintainers`.
    static func people(_ people: People) -> Statement {
        let anyOf = Fact("who", .list(people.anyOf.map { .statement(.who($0)) }))
        switch people.number {
        case .one: return Statement("people-any", [anyOf])
        case .several(let number): return Statement("people-several", [anyOf, .number("count", number)])
        case .each: return Statement("people-each", [anyOf])
        case .formula(let formula):
            return Statement("people-formula", [anyOf, .text("count", formula.description)])
        case .allBut(let number, let moreThanHalf):
            return Statement(
                moreThanHalf ? "people-all-but-half" : "people-all-but", [anyOf, .number("count", number)])
        }
    }

    /// One kind of person.
    static func who(_ who: People.Who) -> Statement {
        switch who {
        case .members: Statement("who-members")
        case .role(let name): Statement("who-role", [.text("name", name)])
        case .memberClass(let name): Statement("who-class", [.text("name", name)])
        case .relation(let relation): Statement("who-\(relation.rawValue)")
        }
    }
}
