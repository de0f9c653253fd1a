//! Times as they are offered and shown.

use jiff::ZonedDateTime;

use super::{TimeView, WeekView};
use crate::{
    content::{Words, catalogue},
    schedule::{Amount, Availability, Fit, Slot, fit, slots, zone},
};

/// How a week of the schedule stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WeekStanding {
    /// Nothing waits and nothing is agreed.
    Nothing,
    /// This person's proposal waits for the partner.
    Mine,
    /// The partner's proposal waits for this person.
    Theirs,
    /// A time is agreed.
    Agreed,
    /// A proposal was declined and no other is open: nothing is offered by itself any more.
    Quiet,
}

impl WeekStanding {
    /// Its stable name, for programs that print it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Mine => "mine",
            Self::Theirs => "theirs",
            Self::Agreed => "agreed",
            Self::Quiet => "quiet",
        }
    }
}

/// Offers times for the exercise that is next, or says why there are none.
pub(super) fn offer(
    view: &mut WeekView,
    (mine, partners): (&Availability, Option<&Availability>),
    amount: Amount,
    now: &ZonedDateTime,
    words: &Words,
) {
    let wanted = view.exercise.as_ref().and_then(|id| catalogue().exercises.get(id)).map_or(30, |one| one.minutes);
    let minutes = u16::try_from(wanted).unwrap_or(30).min(amount.longest_first()).max(5);
    let found = slots(mine, partners, minutes, view.week, now.timestamp(), &[]);
    view.offered = found.into_iter().map(|slot| time_view(slot, now, partners, words)).collect();
    if view.offered.is_empty() && view.proposal.is_none() {
        let length = words.with("minutes", &[("count", i64::from(minutes).into())]);
        view.note = Some(match fit(mine, partners, minutes, view.week, now.timestamp(), &[]) {
            Fit::Shorter(_) => words.with("schedule-shorter", &[("minutes", length.into())]),
            _ => words.text("schedule-none"),
        });
    }
}

/// A time by the clocks of both.
pub(super) fn time_view(slot: Slot, now: &ZonedDateTime, partners: Option<&Availability>, words: &Words) -> TimeView {
    let local = now.time_zone().to_datetime(slot.at);
    let theirs = partners.and_then(|one| zone(&one.zone)).map(|zone| zone.to_datetime(slot.at));
    TimeView {
        at: slot.at,
        minutes: slot.minutes,
        local,
        in_words: words.when(local),
        partners_in_words: theirs.filter(|theirs| *theirs != local).map(|theirs| words.when(theirs)),
    }
}
