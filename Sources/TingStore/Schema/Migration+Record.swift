extension Migration {
    /// What the trigger says when a place in a stream is taken or skipped.
    static let versionTaken = "the version follows the one before it"

    /// The record itself, and what its entries refer to by digest.
    ///
    /// An entry is only ever added, behind the last one, and a document stays as
    /// it is. A text may be deleted: the commitment to it stays in the record.
    static let keepTheRecord = Migration(
        sentence: "Keep the record: entries that only grow, documents, texts that can be erased",
        sql: """
            CREATE TABLE event (
                sequence INTEGER PRIMARY KEY,
                stream TEXT NOT NULL CHECK (stream <> ''),
                version INTEGER NOT NULL CHECK (version > 0),
                recorded INTEGER NOT NULL,
                bytes BLOB NOT NULL CHECK (length(bytes) > 0),
                hash BLOB NOT NULL CHECK (length(hash) = 32),
                UNIQUE (stream, version)
            ) STRICT;

            CREATE TRIGGER event_sequence BEFORE INSERT ON event
            WHEN new.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM event)
            BEGIN SELECT RAISE(ABORT, 'the sequence follows the one before it'); END;

            CREATE TRIGGER event_version BEFORE INSERT ON event
            WHEN new.version <> (SELECT coalesce(max(version), 0) + 1 FROM event WHERE stream = new.stream)
            BEGIN SELECT RAISE(ABORT, '\(versionTaken)'); END;

            CREATE TRIGGER event_unchanged BEFORE UPDATE ON event
            BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END;

            CREATE TRIGGER event_undeleted BEFORE DELETE ON event
            BEGIN SELECT RAISE(ABORT, 'an entry is never deleted'); END;

            CREATE TABLE latest (
                one INTEGER PRIMARY KEY CHECK (one = 1),
                at INTEGER NOT NULL
            ) STRICT;

            CREATE TABLE document (
                digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
                bytes BLOB NOT NULL
            ) STRICT;

            CREATE TRIGGER document_unchanged BEFORE UPDATE ON document
            BEGIN SELECT RAISE(ABORT, 'a document is never changed'); END;

            CREATE TRIGGER document_undeleted BEFORE DELETE ON document
            BEGIN SELECT RAISE(ABORT, 'a document is never deleted'); END;

            CREATE TABLE text (
                commitment BLOB PRIMARY KEY CHECK (length(commitment) = 32),
                salt BLOB NOT NULL,
                words BLOB NOT NULL
            ) STRICT;
            """)
}
