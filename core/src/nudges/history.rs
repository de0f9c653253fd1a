use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use super::Kind;

/// What has happened, as far as this device knows; in any order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    /// Reminders that were shown.
    pub fired: Vec<Fired>,
    /// What was done.
    pub done: Vec<Done>,
}

/// A reminder that was shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fired {
    /// The id of the [`Occurrence`](super::Occurrence).
    pub id: String,
    /// The id of its rule.
    pub rule: String,
    /// What it was for.
    pub kind: Kind,
    /// When it was shown.
    pub at: Timestamp,
    /// The local date that it was for.
    pub day: Date,
    /// Whether Tend was opened, or the thing done, before the next one of its kind.
    #[serde(default)]
    pub answered: bool,
    /// When the person wants to be reminded again.
    #[serde(default)]
    pub snoozed_until: Option<Timestamp>,
    /// Whether it asked if such reminders still help.
    #[serde(default)]
    pub asked: bool,
}

/// Something that was done, with or without a reminder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// What.
    pub kind: Kind,
    /// When.
    pub at: Timestamp,
    /// The local date where it was done.
    pub day: Date,
}
