-- Times are seconds since 1970-01-01 UTC. Large columns come last, so that a scan need not read them.

-- One row: the life of this file.
CREATE TABLE server (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    incarnation BLOB NOT NULL,
    secret BLOB NOT NULL,
    -- The seed of the server's Ed25519 key. A copy keeps it: it is the same server.
    key BLOB NOT NULL,
    -- 1 in a copy made by `backup`: the first server that uses it draws a new incarnation.
    renew INTEGER NOT NULL DEFAULT 0,
    probed_at INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE device (
    device BLOB PRIMARY KEY,
    registered_at INTEGER NOT NULL,
    -- 1 once its person had it shut out. The row then stays for ever.
    revoked INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- Whose a device said that it is; never taken back.
CREATE TABLE device_person (
    device BLOB NOT NULL,
    person BLOB NOT NULL,
    PRIMARY KEY (device, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE spent_challenge (
    device BLOB NOT NULL,
    challenge BLOB NOT NULL,
    until INTEGER NOT NULL,
    PRIMARY KEY (device, challenge)
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
    device BLOB NOT NULL,
    token_hash BLOB NOT NULL,
    until INTEGER NOT NULL,
    PRIMARY KEY (device, token_hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE key_package (
    device BLOB NOT NULL,
    suite INTEGER NOT NULL,
    hash BLOB NOT NULL,
    place INTEGER NOT NULL,
    claimed_at INTEGER,
    -- Gone once claimed; the hash stays for a while, so that a repeated request does not bring the package back.
    bytes BLOB,
    PRIMARY KEY (device, suite, hash)
) STRICT;

CREATE TABLE last_resort (
    device BLOB NOT NULL,
    suite INTEGER NOT NULL,
    handed_out INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (device, suite)
) STRICT;

CREATE TABLE space (
    space BLOB PRIMARY KEY,
    creator BLOB NOT NULL,
    suite INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    left_by BLOB,
    left_signature BLOB,
    left_proof BLOB
) STRICT, WITHOUT ROWID;

CREATE TABLE member (
    space BLOB NOT NULL,
    device BLOB NOT NULL,
    -- 1 until the device itself has asked for the space.
    pending INTEGER NOT NULL,
    PRIMARY KEY (space, device)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_by_device ON member (device, space);

CREATE TABLE removed_member (
    space BLOB NOT NULL,
    device BLOB NOT NULL,
    -- The device whose commit took it out.
    by BLOB NOT NULL,
    PRIMARY KEY (space, device)
) STRICT, WITHOUT ROWID;

-- Devices that ask those of a space to add them, each with its person's certificate for it.
CREATE TABLE asking (
    space BLOB NOT NULL,
    device BLOB NOT NULL,
    person BLOB NOT NULL,
    signature BLOB NOT NULL,
    PRIMARY KEY (space, device)
) STRICT, WITHOUT ROWID;
CREATE INDEX asking_by_device ON asking (device);

-- What devices that are not in a space signed to leave it.
CREATE TABLE leaving (
    space BLOB NOT NULL,
    device BLOB NOT NULL,
    signature BLOB NOT NULL,
    proof BLOB NOT NULL,
    PRIMARY KEY (space, device)
) STRICT, WITHOUT ROWID;

CREATE TABLE generation (
    space BLOB NOT NULL,
    generation INTEGER NOT NULL,
    suite INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    head INTEGER NOT NULL,
    head_hash BLOB NOT NULL,
    -- After the last entry that was deleted.
    base INTEGER NOT NULL,
    base_hash BLOB NOT NULL,
    PRIMARY KEY (space, generation)
) STRICT, WITHOUT ROWID;

CREATE TABLE reader (
    space BLOB NOT NULL,
    generation INTEGER NOT NULL,
    device BLOB NOT NULL,
    start INTEGER NOT NULL,
    cursor INTEGER NOT NULL,
    PRIMARY KEY (space, generation, device)
) STRICT, WITHOUT ROWID;

CREATE TABLE author (
    space BLOB NOT NULL,
    generation INTEGER NOT NULL,
    device BLOB NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (space, generation, device)
) STRICT, WITHOUT ROWID;

CREATE TABLE usage (
    space BLOB NOT NULL,
    device BLOB NOT NULL,
    bytes INTEGER NOT NULL,
    PRIMARY KEY (space, device)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry (
    space BLOB NOT NULL,
    generation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    id BLOB NOT NULL,
    author BLOB NOT NULL,
    number INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    taken_at INTEGER NOT NULL,
    hash BLOB NOT NULL,
    log_hash BLOB NOT NULL,
    -- Of a commit: devices' ids, one after the other.
    added BLOB,
    removed BLOB,
    welcome BLOB,
    -- Gone once blanked.
    bytes BLOB,
    PRIMARY KEY (space, generation, seq)
) STRICT;
CREATE UNIQUE INDEX entry_by_id ON entry (space, generation, id);

-- Ids of deleted entries whose authors may still repeat them.
CREATE TABLE kept_id (
    space BLOB NOT NULL,
    generation INTEGER NOT NULL,
    id BLOB NOT NULL,
    author BLOB NOT NULL,
    seq INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (space, generation, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE blob (
    space BLOB NOT NULL,
    blob BLOB NOT NULL,
    author BLOB NOT NULL,
    until INTEGER NOT NULL,
    size INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (space, blob)
) STRICT;

CREATE TABLE mailbox (
    mailbox BLOB PRIMARY KEY,
    inviter BLOB NOT NULL,
    joiner BLOB,
    burned INTEGER NOT NULL,
    until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE mailbox_message (
    mailbox BLOB NOT NULL,
    side INTEGER NOT NULL,
    place INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (mailbox, side, place)
) STRICT;
