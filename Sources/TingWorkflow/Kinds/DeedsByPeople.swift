extension People {
    /// How many different persons it takes.
    ///
    /// Where that depends on how many they are, whoever knows them says so (``Visit/needed``), and without
    /// that there are never enough.
    var personsNeeded: Int {
        switch number {
        case .one: 1
        case .several(let count): count
        case .each, .formula, .allBut: .max
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
        return persons.count >= needed[verb] ?? people.personsNeeded
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
