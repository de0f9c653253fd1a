//! Sync: what to ask the server next, and what its answer changes.
//!
//! The [`Engine`] is a state machine without I/O. [`Engine::next`] looks at the store and says which request is due;
//! [`Engine::handle`] takes the answer and changes the store in one transaction. All that matters between the two is in the store, so a
//! crash at any point loses nothing: the next call of `next` finds the same work. Transport, clock and randomness come from outside.

mod beat;
mod bounds;
mod copied;
pub(crate) mod devices;
mod engine;
mod error;
mod generations;
/// The transport over HTTP.
pub mod http;
mod in_flight;
pub(crate) mod intents;
mod later;
mod leaving;
mod lost;
pub(crate) mod membership;
mod memory;
pub(crate) mod moving;
pub(crate) mod notices;
mod offered;
mod outbox;
mod owed;
mod pairing_messages;
pub(crate) mod parting;
mod partnership;
mod payload;
pub(crate) mod pending_invites;
mod pulling;
mod received;
mod rendezvous;
mod request;
mod rewinding;
mod sending;
pub(crate) mod server;
mod session;
mod snapshots;
pub(crate) mod state;
mod stock;
#[cfg(test)]
mod tests;

pub use beat::Beat;
pub use devices::{OwnDevice, Partnership};
pub use engine::Engine;
pub use error::{EngineError, Handled};
pub use notices::Notice;
pub use request::{Failure, Request};
pub use state::{Reading, Refreshed, Repair, Role, Snapshot, SpaceState, SpaceStatus};
