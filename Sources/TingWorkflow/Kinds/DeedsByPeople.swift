extension People {
    /// How many different persons it takes.
    ///
    /// The reader refuses `each of` where people act, so nobody waits for a number that never comes.
    var personsNeeded: Int {
        switch number {
        case .one: 1
        case .several(let count): count
        case .each: .max
        }
    }
}

extension Visit {
    /// Whether a deed has taken effect: whether enough different persons did it, with this choice.
    ///
    /// Without a choice to look for, all deeds with the verb count.
    func tookEffect(_ verb: String, by people: People, choice: String? = nil) -> Bool {
        var persons: Set<String> = []
        for deed in deeds where deed.verb == verb && (choice == nil || deed.choice == choice) {
            persons.insert(deed.by)
        }
        return persons.count >= people.personsNeeded
    }
}

extension Clock {
    /// Whether a minimum time must pass before deeds that end the state may be done.
    var timingOfDeeds: DeedForm.Timing {
        if case .between(.some, _, _) = self { .afterMinimum } else { .always }
    }

    /// Whether the state lasts its full time whatever is done in it.
    var isExact: Bool {
        if case .exactly = self { true } else { false }
    }
}
