"""The tables of a views file, all of them disposable."""

APPLICATION = 0x74766965
"""`application_id` of a views file: "tvie"."""
FORMAT = 9
"""`user_version`: a file of any other is thrown away and built again."""

TABLES = """
CREATE TABLE ledger (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    position INTEGER NOT NULL,  -- learnt up to here
    settled INTEGER NOT NULL,   -- decisions resolved up to here
    indexed INTEGER NOT NULL,   -- whether the indexes stand
    words INTEGER NOT NULL,     -- searchable up to here
    tip TEXT NOT NULL           -- which event stood there: is this the same chronicle?
) STRICT;
INSERT INTO ledger VALUES (1, 0, 0, 0, 0, '');
CREATE TABLE clock (
    position INTEGER PRIMARY KEY,
    at TEXT NOT NULL            -- the running maximum, after the event at this position
) STRICT;
CREATE TABLE assertions (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    handle TEXT NOT NULL,
    who INTEGER NOT NULL,       -- cast of the names that its speaker resolves by
    whom INTEGER NOT NULL,      -- cast of the names of its targets and reporters
    occasion TEXT               -- its key, if it has one
) STRICT;
CREATE TABLE dossiers (
    position INTEGER NOT NULL,
    since INTEGER NOT NULL,
    record INTEGER NOT NULL,    -- position of the event that holds the whole of it
    status TEXT NOT NULL,
    checked_by TEXT,
    decided INTEGER NOT NULL,   -- whether a later reading is only a proposal
    said TEXT,                  -- if dated apart from the record
    basis TEXT,
    about TEXT,                 -- what it speaks of, likewise
    who INTEGER NOT NULL,
    whom INTEGER NOT NULL,
    links TEXT NOT NULL,        -- what a person linked it to, see `Dossier`
    PRIMARY KEY (position, since)
) STRICT, WITHOUT ROWID;
CREATE TABLE turns (            -- every event that is not the first of an assertion
    position INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    subject TEXT NOT NULL
) STRICT;
CREATE INDEX turns_subject ON turns (subject);
CREATE TABLE articles (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL,
    name TEXT NOT NULL,
    title TEXT NOT NULL DEFAULT '',
    publisher TEXT NOT NULL DEFAULT '',
    url TEXT NOT NULL DEFAULT '',
    published TEXT NOT NULL DEFAULT 'unknown',
    basis TEXT NOT NULL DEFAULT 'unknown',
    rule TEXT NOT NULL DEFAULT '',
    phrase TEXT NOT NULL DEFAULT '',
    phrase_start INTEGER,
    phrase_end INTEGER,
    size INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    found INTEGER NOT NULL DEFAULT 0,
    refused TEXT NOT NULL DEFAULT '[]',
    findings TEXT NOT NULL DEFAULT '[]',
    first_read INTEGER,
    retold INTEGER NOT NULL DEFAULT 0,  -- whether it was described or dated again after that
    read_again INTEGER          -- position of its second reading: ids may recur from there
) STRICT;
CREATE INDEX articles_sha256 ON articles (sha256);
CREATE INDEX articles_again ON articles (read_again) WHERE read_again IS NOT NULL;
CREATE INDEX articles_retold ON articles (retold) WHERE retold;
CREATE TABLE occasions (
    position INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    article TEXT NOT NULL,      -- the one that dates it; empty if a person does
    said TEXT NOT NULL,
    basis TEXT NOT NULL,
    by TEXT NOT NULL
) STRICT;
CREATE INDEX occasions_key ON occasions (key);
CREATE TABLE lists (
    code INTEGER PRIMARY KEY,
    value TEXT NOT NULL UNIQUE  -- JSON
) STRICT;
INSERT INTO lists VALUES (0, '[]');
CREATE TABLE lists_members (
    name TEXT NOT NULL,
    code INTEGER NOT NULL,
    PRIMARY KEY (name, code)
) STRICT, WITHOUT ROWID;
CREATE TABLE casts (            -- names as written, before anybody says whom they mean
    code INTEGER PRIMARY KEY,
    value TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE casts_members (
    name TEXT NOT NULL,         -- a key on which whom they mean ever hung
    code INTEGER NOT NULL,
    PRIMARY KEY (name, code)
) STRICT, WITHOUT ROWID;
CREATE TABLE builds (
    build INTEGER PRIMARY KEY AUTOINCREMENT,
    projection TEXT NOT NULL,
    version INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,  -- names and types of the fields of its entries, as JSON
    position INTEGER NOT NULL DEFAULT 0,
    digest TEXT NOT NULL DEFAULT '0000000000000000000000000000000000000000000000000000000000000000',
    indexed INTEGER NOT NULL DEFAULT 0,
    error TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE live (
    projection TEXT PRIMARY KEY,
    build INTEGER NOT NULL,
    previous INTEGER
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5 (text, content='', tokenize='unicode61 remove_diacritics 2');
"""

INDEXES = """
CREATE INDEX IF NOT EXISTS turns_name ON turns (name);
CREATE INDEX IF NOT EXISTS articles_name ON articles (name);
CREATE INDEX IF NOT EXISTS articles_published ON articles (published);
CREATE INDEX IF NOT EXISTS assertions_id ON assertions (id);
CREATE INDEX IF NOT EXISTS assertions_handle ON assertions (handle);
CREATE INDEX IF NOT EXISTS assertions_who ON assertions (who);
CREATE INDEX IF NOT EXISTS assertions_whom ON assertions (whom);
CREATE INDEX IF NOT EXISTS assertions_occasion ON assertions (occasion)
    WHERE occasion IS NOT NULL;
CREATE INDEX IF NOT EXISTS dossiers_since ON dossiers (since);
CREATE INDEX IF NOT EXISTS dossiers_who ON dossiers (who);
CREATE INDEX IF NOT EXISTS dossiers_whom ON dossiers (whom);
CREATE INDEX IF NOT EXISTS dossiers_record ON dossiers (record)
"""
