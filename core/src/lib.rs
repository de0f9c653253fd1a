//! Everything a phone knows and decides: the store, records and how they merge, the two MLS spaces, sync, and the practice.
//!
//! A shell talks to [`Tend`] alone. The README says what lies in which module, and where to start reading.

mod chance;
pub mod content;
mod days;
pub mod identity;
pub mod nudges;
pub mod pairing;
pub mod person;
pub mod practice;
pub mod records;
pub mod romance;
pub mod schedule;
pub mod spaces;
pub mod store;
pub mod sync;
mod tend;
pub mod today;

pub use spaces::{Refusal, SpaceError};
pub use tend::*;
