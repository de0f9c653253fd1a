//! MLS (RFC 9420) behind an interface of our own: the group of a space's generation, the key packages of this device, and the policy
//! that says what other devices may send. Nothing outside this module names OpenMLS.
//!
//! - **One transaction.** All MLS state is in the store ([`crate::store::Namespace::Mls`]) and is read and written through the caller's
//!   transaction, so that a ratchet step and what it was made for are durable together or not at all. A group is loaded again in each
//!   transaction, because OpenMLS changes a loaded group in memory and a rollback does not undo that. When one call on a group fails,
//!   what it wrote is undone and the group is read again: a refused message leaves nothing behind.
//! - **An allow-list.** A commit is merged only when everything in it is known to be harmless: `policy` lists what that is.
//! - **No clock.** OpenMLS compares the lifetimes of key packages with the system's time. Ours last for all of time, and one that
//!   does not is refused whatever the time is, so that every device decides alike. (OpenMLS itself fails when the clock stands
//!   before 1970.)
//! - **A private message or nothing.** Commits too are encrypted. A commit's welcome carries the whole tree.
//!
//! Every function that reads or writes the store can fail with [`SpaceError::Store`], and every one that calls OpenMLS with
//! [`SpaceError::Mls`]. Only other errors are named at a function.
//!
//! Where to start reading: [`Group`], then `policy`.

mod certified;
mod configuration;
mod errors;
mod group;
mod join;
pub mod key_packages;
mod keys;
mod policy;
mod provider;
mod refused;
mod storage;
#[cfg(test)]
mod tests;

pub use certified::Trust;
pub use errors::{Refusal, SpaceError};
pub use group::{Expected, Group, GroupName, PendingCommit, Received};

use openmls::prelude::Ciphersuite;

/// The code point of the one MLS cipher suite: `MLS_256_XWING_CHACHA20POLY1305_SHA256_Ed25519`, a hybrid of X25519 and ML-KEM-768. It is
/// not registered (RFC 9420, section 17.1), so each generation of a space records it.
pub const SUITE: u16 = 0x004D;

const CIPHERSUITE: Ciphersuite = Ciphersuite::MLS_256_XWING_CHACHA20POLY1305_SHA256_Ed25519;
