//! Records: typed values that live in exactly one space, change by operations, and merge the same way on every device.
//!
//! Start at [`Operation`], then [`State`], which is what a record's operations come to; [`typed`] is how practice modules see them.

pub(crate) mod desk;
mod id;
mod kinds;
mod merge;
/// Operations, and the bounds that each is judged by.
pub mod operation;
mod shown;
/// Records as practice modules see them: their types, and where each may be.
pub mod typed;

pub use desk::{CoupleDesk, Desk, DeskError, OwnDesk};
pub use id::{Context, RecordId, Stamp};
pub(crate) use kinds::kind_is_ordered;
pub use kinds::{Kind, kind_is_private, kinds};
pub use merge::State;
pub use operation::{Action, Field, Invalid, Operation, OperationId};
pub use shown::{Shown, Versions};
pub use typed::{Couple, Found, Home, OwnOnly, Record, Shared};
