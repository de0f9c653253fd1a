//! A connection to the store's file: given the key, checked, and set up.

use std::{io, path::Path};

use rusqlite::{Connection, OpenFlags, OptionalExtension, config::DbConfig};

use super::{StoreError, StoreKey, files};

/// The version of `schema.sql` and of what is stored in it that is not a record, kept in the file as SQLite's `user_version`. A state of a
/// space or of an invite that an earlier version could not read raises it, like another table does: that version then opens nothing and
/// says that a newer one is needed.
const SCHEMA_VERSION: i64 = 1;
/// Bytes of a page of SQLCipher 4.
const PAGE: u64 = 4096;
const SCHEMA: &str = include_str!("schema.sql");

/// The connection that writes. Creates the store when the file is not there or empty.
pub(super) fn writer(path: &Path, key: &StoreKey) -> Result<Connection, StoreError> {
    drop(files::private_file(path)?);
    let connection = unlocked(path, key)?;
    let is_new = is_new(&connection)?;
    if !is_new {
        refuse_truncated(&connection, path)?;
    }
    set_up(&connection)?;
    if is_new {
        connection.execute_batch(&format!("BEGIN; {SCHEMA} PRAGMA user_version = {SCHEMA_VERSION}; COMMIT;"))?;
    }
    Ok(connection)
}

/// The connection that reads, after [`writer`].
pub(super) fn reader(path: &Path, key: &StoreKey) -> Result<Connection, StoreError> {
    let connection = unlocked(path, key)?;
    set_up(&connection)?;
    connection.pragma_update(None, "query_only", true)?;
    Ok(connection)
}

/// A connection that has the key, and that the key fits. Nothing is written: SQLite would even move the write-ahead log of a file that
/// it cannot read into it when it is closed.
fn unlocked(path: &Path, key: &StoreKey) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    // A plain SQLite takes any key for granted and writes in clear.
    let cipher: Option<String> = connection.query_row("PRAGMA cipher_version", [], |row| row.get(0)).optional()?;
    if cipher.is_none() {
        return Err(StoreError::NoEncryption);
    }
    // What SQLCipher has to say goes to the program as errors, not to its standard error.
    connection.execute_batch("PRAGMA cipher_log_level = NONE")?;
    // Memory that SQLite frees is not wiped (`cipher_memory_security`): that slows every read, locks more memory than a phone allows,
    // and the key is in the memory of an open store all the same.
    key.unlock(&connection)?;
    connection.query_row("SELECT count(*) FROM sqlite_master", [], |_| Ok(())).map_err(|error| match error {
        rusqlite::Error::SqliteFailure(failure, _) if failure.code == rusqlite::ErrorCode::NotADatabase => {
            StoreError::WrongKey
        }
        other => other.into(),
    })?;
    Ok(connection)
}

/// Whether the file is empty, so that a store must be created in it. Fails when it holds something else than a store of this version.
fn is_new(connection: &Connection) -> Result<bool, StoreError> {
    let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get(0))?;
    match version {
        0 if tables == 0 => Ok(true),
        SCHEMA_VERSION => Ok(false),
        newer if newer > SCHEMA_VERSION => Err(StoreError::Newer),
        _ => Err(StoreError::Damaged),
    }
}

/// SQLite finds out that the end of a file is missing when it reads there, which may be after it has written elsewhere.
fn refuse_truncated(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    let pages: u64 = connection.query_row("PRAGMA page_count", [], |row| row.get(0))?;
    // While there is a log, some pages may be only there.
    let is_whole = files::length(&files::log_of(path))? > 0 || files::length(path)? >= pages.saturating_mul(PAGE);
    if is_whole { Ok(()) } else { Err(StoreError::Damaged) }
}

fn set_up(connection: &Connection) -> Result<(), StoreError> {
    let mode: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    if mode != "wal" {
        return Err(StoreError::Disk(io::Error::new(io::ErrorKind::Unsupported, "no write-ahead log here")));
    }
    connection.execute_batch(
        "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;
         PRAGMA cache_size = -8000;",
    )?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    Ok(())
}
