import ArgumentParser

/// A proposal on the command line: `P-12`, `p-12` or `12`.
struct ProposalName: ExpressibleByArgument {
    /// The number.
    let number: Int

    init?(argument: String) {
        let digits = argument.lowercased().hasPrefix("p-") ? String(argument.dropFirst(2)) : argument
        guard !digits.isEmpty, digits.count <= 9, digits.utf8.allSatisfy({ (48...57).contains($0) }),
            let number = Int(digits), number > 0
        else { return nil }
        self.number = number
    }
}
