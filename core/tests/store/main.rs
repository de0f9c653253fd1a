//! The store: who may open it, what a crash leaves, and what stays of deleted words.
#![allow(clippy::unwrap_used)]

mod children;
mod content;
mod crashes;
mod deleted;
mod opening;
mod pages;
mod transactions;

use std::path::Path;

use rusqlite::Connection;
use tend_core::store::{Store, StoreError, StoreKey};

const KEY: [u8; 32] = [0xa5; 32];

fn key() -> StoreKey {
    StoreKey::new(KEY)
}

fn open(folder: &Path) -> Result<Store, StoreError> {
    Store::open(folder, &key())
}

/// A connection of SQLite's own to the file, with the key.
fn raw(folder: &Path) -> Connection {
    let connection = Connection::open(folder.join("tend.db")).unwrap();
    let hex: String = KEY.iter().map(|byte| format!("{byte:02x}")).collect();
    connection.execute_batch(&format!("PRAGMA key = \"x'{hex}'\"")).unwrap();
    connection
}
