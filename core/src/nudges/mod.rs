//! Nudges that are kind and rare: which come when, what they say, and what a phone's own scheduler is given.
//!
//! [`plan`] makes reminders of what a person chose ([`Rules`]) and what has happened ([`History`]); [`window`] makes of a plan what a
//! platform holds, and [`pending_changes`] what has to change there. [`NudgesInput`] is all that they depend on.
//!
//! Of routine reminders a day has one, unless more were chosen. A kind that is left alone three times comes half as often, and asks if it
//! still helps. What is done without reminders is reminded of less. Nothing comes in quiet hours, on a gentle day or in a pause.

mod active;
mod booked;
mod calendar;
mod changes;
mod default_rules;
mod history;
mod input;
mod limits;
mod occurrence;
mod past;
mod plan;
mod preferences;
mod records;
mod refusal;
mod response;
mod routine;
mod rule;
mod rules;
#[cfg(test)]
mod tests;
mod today;
mod view;
mod window;

pub use crate::nudge_kind::NudgeKind;
pub use changes::{HeldNudge, PendingChanges, pending_changes};
pub use default_rules::default_rules;
pub use history::{Done, Fired, History, completions, history_begins};
pub use input::NudgesInput;
pub use occurrence::{Occurrence, Reason};
pub use plan::plan;
pub use preferences::{GentleDay, NudgePause, NudgePreferences};
pub use records::LastUsed;
pub use refusal::NudgeRefusal;
pub use response::{Opening, opened, rang, snoozed};
pub use rule::{BadRule, LONGEST_CUE, LONGEST_LEAD, LeapRule, MOST_LEADS, NudgeRule, RuleSchedule};
pub use rules::{MOST_RULES, OwnRules, Rules, all_rules, edited, may_set};
pub use today::{is_off_week, offers};
pub use view::{LONGEST_PLAN, ListedRuleView, NudgeView, PendingNudgeView, listed, pending, planned};
pub use window::{PendingNudge, Platform, window};
