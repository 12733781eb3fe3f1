extension Migration {
    /// What follows after the end of a proposal, and when meetings were held.
    static let knowWhatFollows = Migration(
        sentence: "Know what follows after an end, and when the meetings of the calendar were held",
        sql: """
            ALTER TABLE card ADD COLUMN rests_until_next TEXT;
            ALTER TABLE card ADD COLUMN unless_sponsors INTEGER;
            ALTER TABLE card ADD COLUMN in_force INTEGER;
            ALTER TABLE card ADD COLUMN expires INTEGER;

            CREATE INDEX card_duties ON card (number) WHERE ended IS NOT NULL AND waits <> '[]';
            CREATE INDEX card_rests_until_next ON card (workflow) WHERE rests_until_next IS NOT NULL;

            CREATE TABLE held (
                calendar TEXT NOT NULL CHECK (calendar <> ''),
                at INTEGER NOT NULL,
                PRIMARY KEY (calendar, at)
            ) STRICT, WITHOUT ROWID;
            """)
}
