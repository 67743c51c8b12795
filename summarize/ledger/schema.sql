-- The ledger's tables. user_version counts changes of this file that older programs cannot read.
PRAGMA user_version = 1;
PRAGMA application_id = 1398099282;  -- "SUMR": tells a ledger from another program's database

-- Texts that many requests share (system message, schema), once each.
CREATE TABLE constant (
    sha256 TEXT PRIMARY KEY,
    text BLOB NOT NULL                -- zlib
) WITHOUT ROWID;

CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    started TEXT NOT NULL,            -- UTC, ISO 8601
    model TEXT NOT NULL,
    base_url TEXT NOT NULL,
    prompt TEXT NOT NULL
);

CREATE TABLE call (
    id INTEGER PRIMARY KEY,
    run INTEGER REFERENCES run (id),
    key TEXT NOT NULL,                -- SHA-256 of the request
    article TEXT NOT NULL,
    request BLOB NOT NULL,            -- JSON, zlib; {"constant": sha256} stands for a shared text
    body BLOB,                        -- the raw answer, zlib; NULL if none came whole
    outcome TEXT NOT NULL,            -- 'complete', or the kind of transport failure
    prompt_tokens INTEGER NOT NULL,
    completion_tokens INTEGER NOT NULL,
    cached_tokens INTEGER NOT NULL,
    cost REAL,                        -- USD; NULL if the price is unknown
    latency REAL NOT NULL,            -- seconds
    attempts INTEGER NOT NULL,
    at TEXT NOT NULL                  -- UTC, ISO 8601
);

CREATE INDEX call_by_key ON call (key, id) WHERE outcome = 'complete';
CREATE INDEX call_by_run ON call (run);
