//! Records: typed values that live in exactly one space, change by operations, and merge the same way on every device.
//!
//! Start at [`Operation`], then [`State`], which is what a record's operations come to; [`typed`] is how practice modules see them,
//! and [`Records`] where they read and write them.

mod id;
pub(crate) mod in_space;
mod list;
mod merge;
/// Operations, and the bounds that each must keep.
pub mod operation;
mod origin;
mod record_type;
mod shown;
pub(crate) mod tolerant;
/// Records as practice modules see them: their types, and where each may be.
pub mod typed;

pub use id::{Context, RecordId, Stamp};
pub use in_space::{RecordError, Records};
pub use merge::State;
pub use operation::{Action, Field, Invalid, Operation, OperationId};
pub use origin::{Nonce, Origin, Which};
pub use record_type::{RecordType, RecordTypes};
pub use shown::{Shown, Versions};
pub use typed::{Couple, Found, Home, In, Own, Record, Shared};
