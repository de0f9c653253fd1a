//! A person who is where clocks show another time than in the zone of their times: they are asked whether the times still hold.

use jiff::{SignedDuration, ZonedDateTime};

use super::{Availability, ScheduleInput, TimesKept, availability::zone};
use crate::card::{Card, CardKind};

/// How many days ahead the clocks of two zones are compared: those in which times are offered.
const DAYS: i64 = 14;

/// Whether the clock of a person's phone shows another time, now or in the next two weeks, than that of the zone of their times. Two names
/// for one clock are no journey.
pub fn is_elsewhere(times: &Availability, now: &ZonedDateTime) -> bool {
    let here = now.time_zone();
    if here.is_unknown() || here.iana_name() == Some(&times.zone) {
        return false;
    }
    let Some(there) = zone(&times.zone) else { return false };
    let days = (0..=DAYS).filter_map(|day| now.timestamp().checked_add(SignedDuration::from_hours(24 * day)).ok());
    days.into_iter().any(|at| here.to_offset(at) != there.to_offset(at))
}

impl ScheduleInput<'_> {
    /// This person's times, when the person must be asked whether they still hold here.
    pub(super) fn doubtful(&self) -> Option<&Availability> {
        let mine = self.mine.as_ref().filter(|mine| is_elsewhere(mine, self.now))?;
        let asked = kept(mine, self.now);
        (self.kept.as_ref() != Some(&asked)).then_some(mine)
    }
}

/// That a person's times stay though they are here.
pub fn kept(times: &Availability, now: &ZonedDateTime) -> TimesKept {
    TimesKept { zone: times.zone.clone(), here: now.time_zone().iana_name().unwrap_or_default().into() }
}

/// The question whether a person's times still hold.
pub(super) fn card(input: &ScheduleInput<'_>) -> Option<Card> {
    let title = question(input)?;
    Some(Card { title, ..Card::of(input.words, CardKind::Times, "today-times") })
}

/// The same, as a sentence.
pub(super) fn question(input: &ScheduleInput<'_>) -> Option<String> {
    let place = place(&input.doubtful()?.zone);
    Some(input.words.with("today-times", &[("place", place.into())]))
}

/// The place that a zone is named after.
fn place(zone: &str) -> String {
    zone.rsplit('/').next().unwrap_or(zone).replace('_', " ")
}
