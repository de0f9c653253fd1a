//! The one file of a device: SQLite in WAL mode under SQLCipher. Everything that a device knows is stored here. Changes that belong
//! together are made in one transaction.
//!
//! There are two connections. One writes; the other reads what was last committed, so that a screen can be drawn while a sync writes.
//!
//! Every function can fail with a [`StoreError`]: [`StoreError::Damaged`] when a stored value cannot be read, [`StoreError::Disk`] when
//! the disk is full or fails, and [`StoreError::Sqlite`] for what else SQLite refuses. Only other errors are named at a function.
//!
//! Start at [`Store`]; what a transaction can read and write is on [`Transaction`].

mod checkpoint;
mod connect;
mod error;
mod files;
mod key;
mod key_value;
mod log;
mod namespace;
mod open;
mod records;
mod transaction;

pub use error::StoreError;
pub use key::StoreKey;
pub use namespace::{Namespace, Touched};
pub use open::{Store, TRANSACTION_DURABLE, TRANSACTION_WRITTEN};
pub use records::{OwnOperation, StoredRecord};
pub use transaction::Transaction;
