//! What the server keeps, behind one trait. There is no SQL outside this module.
//!
//! An engine gives transactions over plain rows ([`Transaction`]); the rules of the log are written once, above, in
//! [`crate::service`]. Every key begins with a space, a device or a mailbox, so that the same schema can be spread over
//! many machines. What an engine must do is written as tests in `conformance.rs`; a second engine only instantiates them.

mod error;
mod rows;
mod sqlite;

#[cfg(test)]
mod conformance;

use ring::signature::Ed25519KeyPair;
use tend_protocol::Incarnation;

pub use error::{Result, StorageError};
pub use rows::{
    Blobs, Devices, EntryRow, GenerationRow, KeyPackages, KnownEntry, Log, MailboxRow, Mailboxes, Membership, Reader,
    Side, SpaceRow, Spaces, StoredBlob,
};
pub use sqlite::{OpenError, SqliteStorage, backup, schema_columns};

/// A view of all rows at one moment, and in a write, changes to them that become durable together.
pub trait Transaction: Devices + KeyPackages + Spaces + Log + Blobs + Mailboxes {
    /// Writes something small, and compares the number of the newest migration.
    ///
    /// # Errors
    /// What hinders it; [`StorageError::Unavailable`] for another schema.
    fn probe(&self, schema: u32) -> Result<()>;
}

/// Work for a write transaction. It may share the transaction with other work; its own changes are kept all or not at all.
pub trait WriteJob: Send {
    /// Does the work. `false` rolls back every change that it made, and nothing else.
    ///
    /// # Errors
    /// As the rows give them; the changes are rolled back.
    fn run(&mut self, transaction: &dyn Transaction) -> Result<bool>;

    /// Is told that what [`Self::run`] left is on disk, or that none of it is.
    fn done(self: Box<Self>, outcome: Result<()>);
}

/// A database.
pub trait Storage: Send + Sync + 'static {
    /// The life of this database: drawn at random when it was created, and again when a copy made by `backup` was put in its place.
    fn incarnation(&self) -> Incarnation;

    /// 32 secret random bytes, made with the database.
    fn secret(&self) -> [u8; 32];

    /// The server's key, made with the database. A copy has the same, whatever its incarnation.
    fn key(&self) -> &Ed25519KeyPair;

    /// Bytes of room on the disk of the database; `None` where there is no disk, or the system does not say.
    fn free_bytes(&self) -> Option<u64>;

    /// Reads on one unchanging view. It must not write.
    ///
    /// # Errors
    /// As the rows give them.
    fn read(&self, work: &mut dyn FnMut(&dyn Transaction) -> Result<()>) -> Result<()>;

    /// Runs the job in a durable transaction and then tells it. This may return before that; a storage without a thread of
    /// its own returns after it.
    fn write(&self, job: Box<dyn WriteJob>);

    /// Writes and flushes something small, and reads it back: whether the database works.
    ///
    /// # Errors
    /// What hinders it.
    fn probe(&self) -> Result<()>;

    /// The number of the schema's newest migration.
    fn schema(&self) -> u32;
}
