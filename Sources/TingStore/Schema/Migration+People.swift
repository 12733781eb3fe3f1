extension Migration {
    /// The roll as the record tells it, and beside it what can be erased.
    static let knowThePeople = Migration(
        sentence: "Know the people: the roll, and the names beside it that can be erased",
        sql: """
            CREATE TABLE member (
                id TEXT PRIMARY KEY CHECK (id <> ''),
                classes TEXT NOT NULL CHECK (json_type(classes) = 'array'),
                roles TEXT NOT NULL CHECK (json_type(roles) = 'array'),
                joined INTEGER NOT NULL,
                departed INTEGER
            ) STRICT, WITHOUT ROWID;

            CREATE TRIGGER member_undeleted BEFORE DELETE ON member
            BEGIN SELECT RAISE(ABORT, 'a member stays on the roll'); END;

            CREATE TABLE person (
                member TEXT PRIMARY KEY REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED,
                handle TEXT NOT NULL UNIQUE CHECK (handle <> ''),
                name TEXT NOT NULL,
                email TEXT NOT NULL
            ) STRICT, WITHOUT ROWID;
            """)
}
