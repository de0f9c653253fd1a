//! One file for each area: its object, its records, and how they come from the core's.

mod appreciations;
mod devices;
mod notices;
mod pairing;
mod people;
mod surprises;
mod syncing;

pub use appreciations::{Appreciation, Appreciations};
pub use devices::{Device, Devices};
pub use notices::{Notice, Notices};
pub use pairing::{Invite, InviteWay, Pairing, Symbol, WaitingFor};
pub use people::{People, Person};
pub use surprises::{Surprise, Surprises};
pub use syncing::{SyncOutcome, Syncing};

/// The core's records as those that cross.
fn each<T, U: From<T>>(all: Vec<T>) -> Vec<U> {
    all.into_iter().map(U::from).collect()
}
