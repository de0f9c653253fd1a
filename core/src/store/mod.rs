//! The one file of a device: SQLite in WAL mode under SQLCipher. Everything a device knows lies here, and changes in
//! one transaction for one step.
//!
//! Two connections: one writes, one reads what was last committed, so that a screen is drawn while a sync writes.
//! Start at [`Store`]; what a step can read and write is on [`Transaction`].

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
pub use open::{STEP_DURABLE, STEP_WRITTEN, Store};
pub use records::{OwnOperation, StoredRecord};
pub use transaction::Transaction;
