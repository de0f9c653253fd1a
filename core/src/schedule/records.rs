use jiff::{Timestamp, civil::Date, tz::TimeZone};
use serde::{Deserialize, Serialize};

use super::{Availability, Proposal, Week};
use crate::{
    area::Area,
    identity::IdentityId,
    records::{Couple, Record, RecordId},
};

/// When a person has time. The partner sees it, so that both phones find the same times; a person alone has it in their own space.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeForUs {
    /// Whose it is.
    pub person: IdentityId,
    /// Their windows.
    pub availability: Availability,
}

impl Record for TimeForUs {
    const KIND: &'static str = "time_for_us";
    const AREAS: &'static [Area] = &[Area::Schedule, Area::Nudges, Area::Today];
    type Home = Couple;
}

impl TimeForUs {
    /// The one record of a person in a space.
    pub(crate) fn record(person: IdentityId) -> RecordId {
        RecordId::derived(b"Tend time for us", person.as_bytes())
    }

    /// When `me` has time, and when the partner does.
    pub(crate) fn of_both(all: &[Self], me: IdentityId) -> (Option<Availability>, Option<Availability>) {
        let first = |mine| all.iter().find(|one| (one.person == me) == mine).map(|one| one.availability.clone());
        (first(true), first(false))
    }
}

impl Record for Proposal {
    const KIND: &'static str = "proposal";
    /// Of two that are written at once the first in the log counts.
    const ORDERED: bool = true;
    const AREAS: &'static [Area] = &[Area::Schedule, Area::Nudges, Area::Today];
    const BY_DAY: bool = true;
    type Home = Couple;
}

impl Proposal {
    /// The record of a new one for a session that starts at `at`.
    pub(crate) fn record(at: Timestamp, random: [u8; 12]) -> RecordId {
        RecordId::on_day(utc_day(at), random)
    }

    /// The day from which on the records are that tell of a week: its own, those of all weeks to come, and of the three before, in which
    /// there may have been a session after which this week has none.
    pub(crate) fn since(week: Week) -> Date {
        utc_day(week.start()).saturating_sub(jiff::Span::new().weeks(3))
    }
}

/// The day of an instant in UTC, so that both phones find a proposal by the same.
fn utc_day(at: Timestamp) -> Date {
    TimeZone::UTC.to_datetime(at).date()
}
