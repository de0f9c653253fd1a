use jiff::{Span, Timestamp, civil::Date, tz::TimeZone};
use serde::{Deserialize, Serialize};

use super::{NudgeKind, Occurrence};
use crate::{
    days::days_ago,
    identity::IdentityId,
    records::{self, RecordId, Shown},
};

/// Days of what happened that a plan looks back on.
const DAYS: i64 = 90;
/// Days for which a note of what rang is kept after that.
const KEPT_DAYS: i64 = 30;

/// What has happened, as far as this device knows; in any order. [`History::by`] makes it of what is stored.
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
    pub kind: NudgeKind,
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
    pub kind: NudgeKind,
    /// When.
    pub at: Timestamp,
    /// The local date where it was done.
    pub day: Date,
}

impl History {
    /// What has happened by today. What a wrong clock noted for a time that is still to come is left out: it says nothing of what was done
    /// since, and would be the latest for as long as the clock was ahead.
    pub fn by(today: Date, fired: Vec<Fired>, done: Vec<Done>) -> Self {
        Self {
            fired: fired.into_iter().filter(|one| one.was_by(today)).collect(),
            done: done.into_iter().filter(|one| days_ago(one.day, today).is_some()).collect(),
        }
    }
}

impl Fired {
    /// Whether it was shown by today, and not at a time that is still to come.
    pub(super) fn was_by(&self, today: Date) -> bool {
        days_ago(TimeZone::UTC.to_datetime(self.at).date(), today).is_some()
    }

    /// A reminder that is shown now, at its time.
    pub fn of(occurrence: Occurrence) -> Self {
        Self {
            id: occurrence.id,
            rule: occurrence.rule,
            kind: occurrence.kind,
            at: occurrence.at,
            day: occurrence.day,
            answered: false,
            snoozed_until: None,
            asked: occurrence.asks,
        }
    }
}

/// The first local date of what a plan that is made today looks back on.
pub fn history_begins(today: Date) -> Date {
    today.saturating_sub(Span::new().days(DAYS))
}

/// The first local date of which notes of what rang are kept: no plan looks back further, on any of the person's devices.
pub(super) fn forgotten_before(today: Date) -> Date {
    today.saturating_sub(Span::new().days(DAYS + KEPT_DAYS))
}

/// What records of a type say that `me` did, alone or with another, since a local date in a zone.
pub fn completions(
    of: &records::RecordType,
    shown: &[(RecordId, Shown)],
    me: IdentityId,
    since: Date,
    zone: &TimeZone,
) -> Vec<Done> {
    let mine = shown.iter().filter(|(_, shown)| shown.origin.author == me);
    let done = mine.flat_map(|(id, shown)| of.completes(*id, shown)).filter(|(_, day)| *day >= since);
    // The day is known and the hour is not: what was done on a day answers what rang on it.
    let at = |day: Date| zone.to_timestamp(day.at(23, 59, 0, 0)).ok();
    done.filter_map(|(kind, day)| Some(Done { kind, at: at(day)?, day })).collect()
}
