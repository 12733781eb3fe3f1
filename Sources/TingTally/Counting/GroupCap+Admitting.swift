extension GroupCap {
    /// Whether an option can take a seat beside those who have one.
    func admits(_ option: Int, beside elected: OptionSet256) -> Bool {
        guard let group = groups[option] else { return true }
        return elected.options.count { groups[$0] == group } < most
    }

    /// Refuses a cap over other options than these.
    ///
    /// - Throws: ``TallyError`` `group-cap-of-other-options`.
    func check(options: Int) throws(TallyError) {
        guard groups.count == options else { throw TallyError(Statement("group-cap-of-other-options")) }
    }
}
