//! What the SQL of all areas shares.

use rusqlite::{Connection, OptionalExtension, Params, Row};
use tend_protocol::DeviceId;

use super::{Result, StorageError, Transaction};

/// The engine's error as the storage tells it.
pub(super) fn failed(error: rusqlite::Error) -> StorageError {
    use rusqlite::ErrorCode as Code;
    match error.sqlite_error() {
        Some(e) if matches!(e.code, Code::DiskFull | Code::DatabaseBusy | Code::DatabaseLocked | Code::OutOfMemory) => {
            StorageError::Unavailable
        }
        Some(e) => StorageError::Failed(e.extended_code),
        None => StorageError::Failed(-1),
    }
}

/// The rows of a connection, inside the transaction that it is in.
pub(super) struct Rows<'c>(pub(super) &'c Connection);

impl Transaction for Rows<'_> {
    fn probe(&self, schema: u32) -> Result<()> {
        self.run("UPDATE server SET probed_at = probed_at + 1 WHERE one = 1", [])?;
        match self.one("SELECT MAX(version) FROM migration", [], |row| row.get::<_, u32>(0))? {
            Some(found) if found == schema => Ok(()),
            _ => Err(StorageError::Unavailable),
        }
    }
}

impl Rows<'_> {
    /// Runs a statement and says how many rows it changed.
    pub(super) fn run(&self, sql: &str, params: impl Params) -> Result<usize> {
        self.0.prepare_cached(sql).and_then(|mut statement| statement.execute(params)).map_err(failed)
    }

    /// The first row, if there is one.
    pub(super) fn one<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>> {
        self.0
            .prepare_cached(sql)
            .and_then(|mut statement| statement.query_row(params, read).optional())
            .map_err(failed)
    }

    /// Every row.
    pub(super) fn all<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        self.0
            .prepare_cached(sql)
            .and_then(|mut statement| statement.query_map(params, read)?.collect())
            .map_err(failed)
    }
}

/// A count as SQLite holds it. A count that SQLite cannot hold is above every count that the server ever gives.
pub(super) fn count(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

/// A count as SQLite gave it; the server never stores one below 0.
pub(super) fn read_count(row: &Row<'_>, column: usize) -> rusqlite::Result<u64> {
    row.get::<_, i64>(column).map(|value| u64::try_from(value).unwrap_or(0))
}

/// Devices, one after the other.
pub(super) fn join(devices: &[DeviceId]) -> Vec<u8> {
    devices.iter().flat_map(|device| device.0).collect()
}

/// What [`join`] wrote.
pub(super) fn split(bytes: &[u8]) -> Vec<DeviceId> {
    bytes.chunks_exact(32).filter_map(|chunk| DeviceId::try_from(chunk).ok()).collect()
}
