extension Migration {
    /// What status, lists and counts read instead of the events.
    ///
    /// Only running proposals are in the indexes over due times and running
    /// cards, so that neither grows with the age of the assembly.
    static let keepCardsAndBoxes = Migration(
        sentence: "Keep cards of proposals, boxes of ballots, and what is to be done outside",
        sql: """
            CREATE TABLE card (
                number INTEGER PRIMARY KEY CHECK (number > 0),
                workflow TEXT NOT NULL,
                title TEXT NOT NULL,
                author TEXT NOT NULL,
                state TEXT NOT NULL,
                kind TEXT NOT NULL,
                entered INTEGER NOT NULL,
                due INTEGER,
                result TEXT,
                ended INTEGER,
                matter TEXT NOT NULL,
                rests_until INTEGER,
                vote_state TEXT,
                vote_visit INTEGER,
                electorate TEXT,
                waits TEXT NOT NULL CHECK (json_type(waits) = 'array'),
                version INTEGER NOT NULL CHECK (version >= 0),
                CHECK ((result IS NULL) = (ended IS NULL)),
                CHECK ((vote_state IS NULL) = (vote_visit IS NULL)),
                CHECK (vote_state IS NOT NULL OR electorate IS NULL),
                CHECK (ended IS NULL OR vote_state IS NULL)
            ) STRICT;

            CREATE INDEX card_running ON card (number) WHERE ended IS NULL;
            CREATE INDEX card_due ON card (due, number) WHERE ended IS NULL AND due IS NOT NULL;
            CREATE INDEX card_rests ON card (workflow, matter, rests_until) WHERE rests_until IS NOT NULL;

            CREATE TRIGGER card_undeleted BEFORE DELETE ON card
            BEGIN SELECT RAISE(ABORT, 'a proposal keeps its card'); END;

            CREATE TABLE ballot (
                proposal INTEGER NOT NULL REFERENCES card (number),
                state TEXT NOT NULL CHECK (state <> ''),
                visit INTEGER NOT NULL CHECK (visit > 0),
                voter TEXT NOT NULL CHECK (voter <> ''),
                content TEXT NOT NULL CHECK (json_valid(content)),
                at INTEGER NOT NULL,
                PRIMARY KEY (proposal, state, visit, voter)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE errand (
                number INTEGER PRIMARY KEY,
                task TEXT NOT NULL CHECK (json_type(task) = 'object'),
                done INTEGER NOT NULL DEFAULT 0 CHECK (done IN (0, 1))
            ) STRICT;

            CREATE INDEX errand_open ON errand (number) WHERE done = 0;
            """)
}
