//! The interface for shells: [`Tend`], with an object for each area. It owns the store and runs the sync. What a screen shows comes from
//! here with finished words, and what a person does is passed in here.
//!
//! Each function loads what it needs, asks the rule of its module, and stores what that returns, in one transaction. So each can fail as
//! the store does: `store_damaged` when a value cannot be read, `store_disk` when there is no room, `store_failed` for anything else. Only
//! other errors are named at a function.

mod appreciations;
mod changes;
mod clock;
mod devices;
mod error;
mod listeners;
mod notices;
mod nudges;
mod pairing;
mod people;
mod practice;
mod runs;
mod schedule;
mod scope;
mod surprises;
mod syncing;
#[allow(clippy::module_inception, reason = "the object `Tend` has a file of its own, and both are named after it")]
mod tend;
mod today;

pub use appreciations::Appreciations;
pub use clock::{Clock, SystemClock};
pub use devices::{DeviceView, Devices};
pub use error::TendError;
pub use listeners::Listener;
pub use notices::{NoticeView, Notices};
pub use nudges::Nudges;
pub use pairing::Pairing;
pub use people::{People, PersonView};
pub use practice::Practice;
pub use runs::Runs;
pub use schedule::Schedule;
pub use surprises::Surprises;
pub use syncing::{SyncOutcome, Syncing};
pub use tend::{Options, Tend};
pub use today::Today;
