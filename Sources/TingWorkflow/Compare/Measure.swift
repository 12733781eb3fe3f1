import TingTally

/// Whether a new value is more than an old one: longer, more people, a greater share.
enum Measure {
    case more
    case less
    /// Neither, or both for different assemblies.
    case unclear

    /// The same seen from the other side.
    var reversed: Measure {
        switch self {
        case .more: .less
        case .less: .more
        case .unclear: .unclear
        }
    }

    /// Compares two numbers, or whatever has an order; nil where they are equal.
    static func of<Value: Comparable>(_ old: Value, _ new: Value) -> Measure? {
        old == new ? nil : new > old ? .more : .less
    }

    /// One answer from several: those that are equal say nothing, and those that disagree make it unclear.
    static func together(_ all: [Measure?]) -> Measure? {
        let said = all.compactMap(\.self)
        guard let first = said.first else { return nil }
        return said.allSatisfy { $0 == first } ? first : .unclear
    }

    /// Compares two periods, which may be counted in units of different length.
    static func of(_ old: Period, _ new: Period) -> Measure? {
        together([of(old.shortest, new.shortest), of(old.longest, new.longest)])
    }

    /// Compares two groups of people: more is whoever was one and others, or fewer needed of the same.
    static func of(_ old: People, _ new: People) -> Measure? {
        let (wasAll, isAll) = (covers(new.anyOf, old.anyOf), covers(old.anyOf, new.anyOf))
        let group: Measure? = wasAll && isAll ? nil : wasAll ? .more : isAll ? .less : .unclear
        guard old.number != new.number else { return group }
        guard let few = old.number.weight, let many = new.number.weight else { return .unclear }
        return together([group, of(few, many)?.reversed])
    }

    /// Whether the first of two groups has everybody of the second.
    static func covers(_ group: [People.Who], _ other: [People.Who]) -> Bool {
        group.contains(.members) || other.allSatisfy(group.contains)
    }

    /// Compares two amounts in assemblies of many sizes.
    static func of(_ old: Amount, _ new: Amount, _ formulas: (old: Workflow, new: Workflow)) -> Measure? {
        let sizes = Array(1...60) + [100, 200, 500, 1_000, 10_000]
        var all: [Measure?] = []
        for size in sizes {
            guard let before = old.least(size, formulas.old), let after = new.least(size, formulas.new) else {
                return .unclear
            }
            all.append(of(before, after))
        }
        return together(all)
    }

    /// Compares two shares of the same base; strictly more than a part is more than at least that part.
    static func of(_ old: Share, _ new: Share) -> Measure? {
        guard old.base == new.base, old.className == new.className, old.rounding == new.rounding else {
            return .unclear
        }
        return of(old.fraction, new.fraction) ?? of(old.comparison, new.comparison)
    }

    /// Compares two ratios over the default.
    static func of(_ old: RuleDefinition.Ratio, _ new: RuleDefinition.Ratio) -> Measure? {
        of(old.toOne, new.toOne) ?? of(old.comparison, new.comparison)
    }

    private static func of(_ old: Comparison, _ new: Comparison) -> Measure? {
        old == new ? nil : new == .moreThan ? .more : .less
    }

    /// Compares two lists of words as sets.
    static func of(_ old: [String], _ new: [String]) -> Measure? {
        let (old, new) = (Set(old), Set(new))
        if old == new { return nil }
        return old.isSubset(of: new) ? .more : new.isSubset(of: old) ? .less : .unclear
    }
}

extension People.Number {
    /// How many are needed, as far as that is a number by itself.
    fileprivate var weight: Int? {
        switch self {
        case .one: 1
        case .several(let count): count
        case .each, .formula, .allBut: nil
        }
    }
}

extension Amount {
    /// The least whole number that is enough in an assembly of some size; nil where it has none.
    func least(_ members: Int, _ workflow: Workflow) -> Int? {
        guard let bound = try? bound(members: members, formulas: workflow.formulas) else { return nil }
        return try? comparison.least(beyond: bound)
    }
}
