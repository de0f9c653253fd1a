//! Records: typed values that live in exactly one space, change by operations, and merge the same way on every device.
//!
//! Start at [`Operation`], then [`State`], which is what a record's operations come to; [`typed`] is how practice modules see them.

pub(crate) mod desk;
mod id;
mod merge;
/// Operations, and the bounds that each is judged by.
pub mod operation;
/// Records as practice modules see them: their types, and where each may be.
pub mod typed;

pub use desk::{CoupleDesk, Desk, DeskError, OwnDesk};
pub use id::{Context, RecordId, Stamp};
pub use merge::{Shown, State, Versions};
pub use operation::{Action, Field, Invalid, Operation, OperationId};
pub use typed::{Couple, Found, Home, OwnOnly, Record, Shared, kind_is_private};
