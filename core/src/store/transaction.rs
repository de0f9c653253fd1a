use rusqlite::Connection;

/// A running step, or a picture that is read. The tables hang on it: small values (`cells`), records, the log's hashes.
#[derive(Debug)]
pub struct Transaction<'a> {
    pub(super) connection: &'a Connection,
}

impl<'a> Transaction<'a> {
    pub(super) fn new(connection: &'a Connection) -> Self {
        Self { connection }
    }
}
