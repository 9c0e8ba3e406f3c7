CREATE TABLE entry (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    kind       TEXT NOT NULL CHECK (kind IN
               ('cramp', 'quiet', 'stretch', 'sign', 'condition', 'medicine', 'tried', 'trial')),
    at         INTEGER NOT NULL,                        -- seconds since 1970
    ahead      INTEGER NOT NULL,                        -- of UTC, in seconds
    zone       TEXT,
    night      TEXT,                                    -- of a quiet night
    seconds    INTEGER CHECK (seconds BETWEEN 0 AND 86400),
    pain       INTEGER CHECK (pain BETWEEN 0 AND 10),
    sleep      INTEGER CHECK (sleep BETWEEN 0 AND 10),
    muscle     TEXT,
    leg        TEXT CHECK (leg IN ('left', 'right', 'both')),
    done       TEXT,
    helped     TEXT,
    activity   TEXT,
    alcohol    INTEGER CHECK (alcohol BETWEEN 0 AND 255),
    heat       INTEGER CHECK (heat IN (0, 1)),
    medicine   TEXT,
    note       TEXT,
    details    TEXT CHECK (details IN ('missing', 'asked', 'given')),
    routine    TEXT,                                    -- its id; of a danger sign, the id of its page
    completed  INTEGER,
    skipped    INTEGER,
    planned    INTEGER,
    left_ms    INTEGER,
    right_ms   INTEGER,
    until      TEXT
);

CREATE INDEX entry_at ON entry (at);

-- What entries were before each change, so that the last one can be undone.
CREATE TABLE change (
    step       INTEGER NOT NULL,
    entry      INTEGER NOT NULL,
    before     TEXT,                                    -- JSON; NULL when the entry was added
    PRIMARY KEY (step, entry)
) WITHOUT ROWID;

-- A session that was broken off and may be gone on with.
CREATE TABLE kept (
    slot       INTEGER PRIMARY KEY CHECK (slot = 1),
    at         INTEGER NOT NULL,
    snapshot   TEXT NOT NULL
);
