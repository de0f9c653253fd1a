//! The one file of a device: SQLite in WAL mode under SQLCipher. Everything a device knows lies here, and changes in
//! one transaction for one step.
//!
//! Two connections: one writes, one reads what was last committed, so that a screen is drawn while a sync writes.

mod cells;
mod log;
mod open;
mod records;
mod transaction;

pub use cells::Area;
pub use open::{Store, StoreKey};
pub use records::{OwnOperation, StoredRecord};
pub use transaction::Transaction;

/// Why the store could not do it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another process, or another `Tend` in this one, holds the store.
    #[error("the store is in use")]
    InUse,
    /// The key does not open the file, or the file is no store, or is damaged.
    #[error("the store does not open with this key")]
    WrongKey,
    /// The file was written by a newer version.
    #[error("the store was written by a newer version")]
    Newer,
    /// A value in the file is not of the form that this version wrote.
    #[error("a value in the store is damaged")]
    Damaged,
    /// The disk is full, or the file cannot be read or written.
    #[error("the store cannot be read or written")]
    Disk(#[source] std::io::Error),
    /// SQLite refused.
    #[error("the store failed")]
    Sqlite(#[from] rusqlite::Error),
}
