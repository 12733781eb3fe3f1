extension Migration {
    /// What changes with time about a member: terms, groups, absences, fees.
    static let dateTheStanding = Migration(
        sentence: "Date the standing: organisations, terms, groups, absences, fees",
        sql: """
            ALTER TABLE member ADD COLUMN kind TEXT NOT NULL DEFAULT 'person' CHECK (kind <> '');
            ALTER TABLE member ADD COLUMN paid_until INTEGER;
            ALTER TABLE member ADD COLUMN more TEXT CHECK (more IS NULL OR json_type(more) = 'object');
            """)
}
