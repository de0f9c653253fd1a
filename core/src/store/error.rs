use std::io;

use rusqlite::ErrorCode;

/// Why the store could not do it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another process, or another `Tend` in this one, holds the store.
    #[error("the store is in use")]
    InUse,
    /// The folder is one that several apps share, which a store cannot be in: see [`Store::open`](super::Store::open).
    #[error("the store's folder is shared with other apps")]
    Shared,
    /// The key does not open the file, or the file is no store.
    #[error("the store does not open with this key")]
    WrongKey,
    /// The file was written by a newer version.
    #[error("the store was written by a newer version")]
    Newer,
    /// The file, or a value in it, is not of the form that this version wrote.
    #[error("the store, or a value in it, is damaged")]
    Damaged,
    /// This program was built without encryption, and so refuses to keep anything.
    #[error("this program was built without the store's encryption")]
    NoEncryption,
    /// The disk is full, or the file cannot be read or written.
    #[error("the store cannot be read or written")]
    Disk(#[source] io::Error),
    /// SQLite refused.
    #[error("the store failed")]
    Sqlite(#[source] rusqlite::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::Error::{FromSqlConversionFailure, IntegralValueOutOfRange, InvalidColumnType};

        if matches!(error, FromSqlConversionFailure(..) | IntegralValueOutOfRange(..) | InvalidColumnType(..)) {
            return Self::Damaged;
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged,
            Some(ErrorCode::DiskFull) => Self::Disk(io::Error::new(io::ErrorKind::StorageFull, error)),
            Some(
                ErrorCode::SystemIoFailure | ErrorCode::CannotOpen | ErrorCode::ReadOnly | ErrorCode::PermissionDenied,
            ) => Self::Disk(io::Error::other(error)),
            _ => Self::Sqlite(error),
        }
    }
}
