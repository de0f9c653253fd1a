//! Everything a phone knows and decides: the store, records and how they merge, the two MLS spaces, sync, and the practice.

pub mod identity;
pub mod records;
pub mod romance;
pub mod spaces;
pub mod store;
