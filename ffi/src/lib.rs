//! Tend's core for Kotlin and Swift, through UniFFI: calls and conversions, and nothing that decides.
//!
//! [`Tend`] is the one object that a shell holds, with one object for each area. All else is records and enums, one error
//! ([`TendError`]) and one listener ([`ChangeListener`]). Two rules hold for every exported function, and `tests/boundary.rs` reads the
//! source to see that they do:
//!
//! - What blocks goes through `call`, so that no panic crosses. A shell calls it off its main thread.
//! - What is asynchronous goes through `on_runtime`: UniFFI polls an exported future on the caller's thread and drops it when the
//!   caller is cancelled, so the work itself runs on a runtime of ours, and only its end is awaited across the boundary.
//!
//! And everywhere the same things cross in the same form: ids as hexadecimal digits, instants as whole seconds since 1970 (`i64`), dates
//! as `YYYY-MM-DD`, times of day as `HH:MM`, what a clock shows as `YYYY-MM-DDTHH:MM`, and numbers as `u32`.

mod areas;
mod boundary;
mod error;
mod follower;
mod forms;
mod listener;
mod syncing;
mod tend;

pub use areas::*;
pub use error::TendError;
pub use forms::KindWindow;
pub use listener::ChangeListener;
pub use syncing::Syncing;
pub use tend::Tend;

uniffi::setup_scaffolding!();
