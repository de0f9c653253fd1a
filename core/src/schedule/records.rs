use jiff::{Timestamp, civil::Date, tz::TimeZone};
use serde::{Deserialize, Serialize};

use super::{Answer, Availability, Proposal, Verdict, Week};
use crate::{
    area::Area,
    identity::IdentityId,
    records::{Couple, Found, Nonce, Own, Record, RecordId},
    written::is_id,
};

/// When a person has time. The partner sees it, so that both phones find the same times; a person alone has it in their own space.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeForUs {
    /// Their windows.
    pub availability: Availability,
    /// Whether they were last seen where clocks show another time than in the zone of their windows: the partner is then told no hour of
    /// theirs. Where they are it does not tell.
    #[serde(default)]
    pub elsewhere: bool,
}

/// That a person's times stay as they are though the person is where clocks show another time: they were asked, and said so. Only their own
/// devices have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimesKept {
    /// The zone of their times.
    pub zone: String,
    /// The zone where they were.
    pub here: String,
}

impl Record for TimesKept {
    const KIND: &'static str = "times_kept";
    const TOGETHER: &'static [&'static [&'static str]] = &[&["zone", "here"]];
    const AREAS: &'static [Area] = &[Area::Schedule, Area::Today];
    type Home = Own;
}

impl TimesKept {
    /// The one record of a person.
    pub(crate) fn record() -> Nonce {
        Nonce::derived(b"Tend times kept", b"")
    }
}

impl Record for TimeForUs {
    const KIND: &'static str = "time_for_us";
    const AREAS: &'static [Area] = &[Area::Schedule, Area::Nudges, Area::Today];
    type Home = Couple;
}

impl TimeForUs {
    /// The one record of a person in a space.
    pub(crate) fn record() -> Nonce {
        Nonce::derived(b"Tend time for us", b"")
    }

    /// That of `me`, and that of the partner.
    pub(crate) fn of_both(all: &[Found<Self>], me: IdentityId) -> (Option<&Self>, Option<&Self>) {
        let is = |one: &Found<Self>, mine| (one.origin.author == me) == mine;
        let first = |mine| all.iter().find(|one| is(one, mine)).map(|one| &one.value);
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
    pub(crate) fn record(at: Timestamp, random: [u8; 16]) -> Nonce {
        Nonce::random(random).on(utc_day(at))
    }

    /// A proposal with what was answered to it and its place in the log. An answer counts from the other person alone, and a yes only while the
    /// proposal says what it said then: its author can change their record.
    pub(crate) fn known(found: Found<Self>, answers: &[Found<Answer>], order: Option<(u32, u64)>) -> Self {
        let by = found.origin.author;
        let said = found.value.said();
        let other = answers.iter().find(|one| one.value.proposal == found.id && one.origin.author != by);
        let other = other.filter(|one| one.value.verdict != Verdict::Accepted || one.value.to == said);
        let verdict = other.map(|one| one.value.verdict).unwrap_or_default();
        // What is no exercise's name in any version names none: it may be as long as a record, and a nudge of it could not be kept.
        let exercise = if is_id(&found.value.exercise) { found.value.exercise } else { String::new() };
        Self { id: found.id, by, verdict, order, exercise, ..found.value }
    }

    /// The day from which on the records are that tell of a week: its own, those of all weeks to come, and of the three before, in which
    /// there may have been a session after which this week has none. In UTC a week may begin a day earlier.
    pub(crate) fn since(week: Week) -> Date {
        week.monday().saturating_sub(jiff::Span::new().days(3 * 7 + 1))
    }
}

/// The day of an instant in UTC, so that both phones find a proposal by the same.
fn utc_day(at: Timestamp) -> Date {
    TimeZone::UTC.to_datetime(at).date()
}

impl Record for Answer {
    const KIND: &'static str = "proposal_answer";
    const TOGETHER: &'static [&'static [&'static str]] = &[&["verdict", "to"]];
    const AREAS: &'static [Area] = &[Area::Schedule, Area::Nudges, Area::Today];
    const REPLY_TO: Option<&'static str> = Some("proposal");
    const BY_DAY: bool = true;
    type Home = Couple;
}

impl Answer {
    /// The one record of a person about a proposal.
    pub(crate) fn record(proposal: RecordId) -> Nonce {
        Nonce::about(b"Tend proposal answer", proposal)
    }
}
