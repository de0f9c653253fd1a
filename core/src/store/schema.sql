-- Small values by namespace and key: keys and pins, the state of spaces, entries on their way, intents, MLS state.
CREATE TABLE key_value (
    namespace TEXT NOT NULL,
    key       BLOB NOT NULL,
    value     BLOB NOT NULL,
    PRIMARY KEY (namespace, key)
) WITHOUT ROWID;

-- One row a record: `state` is its merged state, `live` whether a person still sees it (0 for a tombstone). Those of a type lie together,
-- because a screen reads them together.
CREATE TABLE records (
    space BLOB NOT NULL,
    id    BLOB NOT NULL,
    kind  TEXT NOT NULL,
    live  INTEGER NOT NULL,
    state BLOB NOT NULL,
    PRIMARY KEY (space, kind, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX records_by_id ON records (space, id);

-- This device's last operation on each record: not sent yet while `seq` is null, else taken at that place.
CREATE TABLE own_operations (
    space      BLOB NOT NULL,
    record     BLOB NOT NULL,
    counter    INTEGER NOT NULL,
    generation INTEGER,
    seq        INTEGER,
    PRIMARY KEY (space, record)
) WITHOUT ROWID;
CREATE INDEX own_operations_unsent ON own_operations (space, counter) WHERE seq IS NULL;

-- What this device has read of a log: the running hash after each entry.
CREATE TABLE log (
    space      BLOB NOT NULL,
    generation INTEGER NOT NULL,
    seq        INTEGER NOT NULL,
    hash       BLOB NOT NULL,
    is_commit  INTEGER NOT NULL,
    PRIMARY KEY (space, generation, seq)
) WITHOUT ROWID;

-- Which entry of a log first brought a record of a type for which that counts: the first in the log's order goes first.
CREATE TABLE arrivals (
    space      BLOB NOT NULL,
    record     BLOB NOT NULL,
    generation INTEGER NOT NULL,
    seq        INTEGER NOT NULL,
    PRIMARY KEY (space, record)
) WITHOUT ROWID;
