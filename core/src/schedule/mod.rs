//! When a practice takes place: windows in which two people have time, the three times that Tend offers in a week, and how they agree
//! on one.
//!
//! All of it is pure functions over explicit values. Windows and proposals are shared records, so both phones compute the same from
//! the same records, whoever is "me". Zones come from the database that is bundled, never from the phone's system: two systems know
//! different rules. A person alone has the same with their own windows only, and needs nobody's answer.

mod availability;
mod choice;
mod negotiation;
mod proposals;
mod records;
mod resolve;
mod slot;
mod slots;
#[cfg(test)]
mod tests;
mod week;

pub(crate) use availability::zone;
pub use availability::{Amount, Availability, BadAvailability, Weekday, Window};
pub use negotiation::{answer_allowed, call_off, propose_allowed, standing};
pub use proposals::{Answer, Appointment, NotAllowed, Proposal, Reply, Standing};
pub use records::TimeForUs;
pub use slot::{LONGEST_MINUTES, SHORTEST_MINUTES, Slot};
pub use slots::{Fit, fit, slots};
pub use week::{NotAWeek, Week};
