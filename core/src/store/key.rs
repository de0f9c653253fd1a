use std::fmt;

use rusqlite::Connection;
use zeroize::Zeroizing;

use super::StoreError;

const HEX: &[u8; 16] = b"0123456789abcdef";

/// The random 256-bit key of a store. The shell keeps it in the platform's key store.
#[derive(Clone)]
pub struct StoreKey(Zeroizing<[u8; 32]>);

impl StoreKey {
    /// The key of these bytes.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// Gives the key to a connection, raw: it was random from the start, so nothing is derived from it. Whether it fits, the first
    /// read tells.
    pub(super) fn unlock(&self, connection: &Connection) -> Result<(), StoreError> {
        // Room for all of it from the start, so that no half-built copy stays behind.
        let mut pragma = Zeroizing::new(String::with_capacity(96));
        pragma.push_str("PRAGMA key = \"x'");
        for byte in self.0.iter() {
            pragma.push(char::from(HEX[usize::from(byte >> 4)]));
            pragma.push(char::from(HEX[usize::from(byte & 15)]));
        }
        pragma.push_str("'\"");
        // The error could quote the statement, and with it the key.
        connection.execute_batch(&pragma).map_err(|_| StoreError::WrongKey)
    }
}

impl fmt::Debug for StoreKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("StoreKey")
    }
}
