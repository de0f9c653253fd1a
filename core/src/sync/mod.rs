//! Sync: what to ask the server next, and what its answer changes.
//!
//! The [`Engine`] is a state machine without I/O. [`Engine::next`] looks at the store and says which request is due;
//! [`Engine::handle`] takes the answer and changes the store in one transaction. All that matters between the two lies in the
//! store, so a crash at any point loses nothing: the next `next` finds the same work. Transport, clock and randomness come from
//! outside.

pub(crate) mod devices;
mod engine;
mod generations;
/// The transport over HTTP.
pub mod http;
pub(crate) mod leaving;
pub(crate) mod meetings;
pub(crate) mod membership;
pub(crate) mod notices;
mod outbox;
mod payload;
mod pulling;
mod received;
mod rendezvous;
mod request;
mod rewinding;
pub(crate) mod sending;
mod session;
mod snapshots;
pub(crate) mod state;

pub use devices::OwnDevice;
pub use engine::{Engine, EngineError, Taken};
pub use notices::Notice;
pub use request::{Failure, Request};
pub use state::{Repair, Role, SpaceState, Standing};
