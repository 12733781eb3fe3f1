extension Card {
    /// Refuses a card that contradicts itself, whatever keeps it.
    ///
    /// A proposal has a result and an end, or neither; only a running one has an
    /// open vote, and it is its own; only an open vote has an electorate.
    ///
    /// - Throws: ``MinutesError/damaged(at:)``.
    public func checkSound() throws(MinutesError) {
        let sound =
            number > 0 && version >= 0 && (result == nil) == (ended == nil) && (vote == nil || ended == nil)
            && (vote?.proposal ?? number) == number && (vote != nil || electorate == nil)
            && [workflow, title, author, state, kind, matter].allSatisfy { !$0.utf8.contains(0) }
        guard sound else { throw MinutesError.damaged(at: "P-\(number)") }
    }
}

extension Person {
    /// Refuses a person without a handle, and the zero character, which ends a text in many a program.
    ///
    /// - Throws: ``MinutesError/damaged(at:)``.
    public func checkSound() throws(MinutesError) {
        let sound = !handle.isEmpty && [member, handle, name, email].allSatisfy { !$0.utf8.contains(0) }
        guard sound else { throw MinutesError.damaged(at: member) }
    }
}
