//! Reminders that are kind and rare: which come when, and what a phone's own scheduler is given.
//!
//! [`plan`] makes reminders of what a person chose ([`Rules`]) and what has happened ([`History`]); [`window`] makes of a plan what a
//! platform holds, and [`diff`] what has to change there. All three depend on what they are given alone.
//!
//! Of routine reminders a day has one, unless more were chosen. A kind that is left alone three times comes half as often, and asks if it
//! still helps. What is done without reminders is reminded of less. Nothing comes in quiet hours, on a gentle day or in a pause.

mod active;
mod booked;
mod calendar;
mod default_rules;
mod history;
mod limits;
mod occurrence;
mod past;
mod plan;
mod preferences;
mod records;
mod routine;
mod rule;
mod rules;
#[cfg(test)]
mod tests;
mod window;

pub use crate::nudge_kind::Kind;
pub use default_rules::default_rules;
pub use history::{Done, Fired, History};
pub(crate) use limits::{is_gentle, is_off};
pub use occurrence::{Occurrence, Reason};
pub use past::backed_off;
pub use plan::plan;
pub use preferences::{GentleDay, Pause, Preferences};
pub use records::LastUsed;
pub use rule::{BadRule, LONGEST_CUE, LONGEST_ID, LONGEST_LEAD, LeapRule, MOST_LEADS, Recurrence, Rule};
pub use rules::Rules;
pub use window::{Difference, Held, Pending, Platform, diff, window};
